/** How well the case's judgements fitted what came: Brier's score, a curve, and the same as a table. */
import { useMemo } from 'react';
import { Target } from 'lucide-react';
import { brierScore, calibration } from '@shared/model/judgement';
import type { Judgement } from '@shared/model/judgement';
import { percentWords } from '@shared/text/percent';
import { EmptyState } from '../../ui';
import { CalibrationChart } from './CalibrationChart';
import styles from './calibration.module.css';

/** Fewer known outcomes than this say little, and the view says so. */
const FEW = 20;

/** `11 judgements with a known outcome, Brier score 0.19`; empty while there is none. */
export function scoreWords(judgements: readonly Judgement[]): string {
  const brier = brierScore(judgements);
  if (!brier) return '';
  const known =
    brier.count === 1
      ? 'One judgement with a known outcome'
      : `${brier.count.toLocaleString()} judgements with a known outcome`;
  return `${known}, Brier score ${brier.score.toFixed(2)}`;
}

export const Calibration = ({ judgements }: { judgements: readonly Judgement[] }) => {
  const brier = useMemo(() => brierScore(judgements), [judgements]);
  const points = useMemo(() => calibration(judgements), [judgements]);
  if (!brier) {
    return (
      <EmptyState
        icon={Target}
        title="Nothing to compare yet"
        message="When you know what came of a judgement, record its outcome in the list. Likelihoods and outcomes are compared here."
      />
    );
  }
  const lines = points.map(
    (point) =>
      `“${point.words}”: stated ${percentWords(point.stated)}, happened ${percentWords(point.happened)} of ${point.count}`,
  );
  return (
    <div className={styles.calibration}>
      <p className={styles.summary}>
        {scoreWords(judgements)}. 0 is a perfect record; 0.25 is what always saying “even” would give.{' '}
        {brier.count < FEW && 'So few say little yet: one more can move a point far.'}
      </p>
      <div className={styles.both}>
        <figure className={styles.figure}>
          <CalibrationChart points={points} label={`Calibration curve. ${lines.join('; ')}.`} />
          <figcaption className={styles.quiet}>
            On the dashed line what was stated is what happened; below it events were overstated, above it understated.
            A larger point stands for more judgements. A likelihood’s middle counts as its probability.
          </figcaption>
        </figure>
        <table className={styles.table}>
          <caption>Stated and happened, by band</caption>
          <thead>
            <tr>
              <th scope="col">Words</th>
              <th scope="col">Stated</th>
              <th scope="col">Happened</th>
              <th scope="col">Judgements</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={`${point.words} ${point.stated}`}>
                <th scope="row">{point.words}</th>
                <td>{percentWords(point.stated)}</td>
                <td>{percentWords(point.happened)}</td>
                <td>{point.count.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
