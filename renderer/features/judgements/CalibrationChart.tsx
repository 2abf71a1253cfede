/** What was stated against what came true, one point a band. The table beside it says the same in words. */
import type { CalibrationPoint } from '@shared/model/judgement';
import { percentWords } from '@shared/text/percent';
import styles from './calibration.module.css';

const SIDE = 300;
const LEFT = 62;
const TOP = 12;
const STEPS = [0, 0.25, 0.5, 0.75, 1] as const;

const across = (share: number): number => LEFT + share * SIDE;
const up = (share: number): number => TOP + (1 - share) * SIDE;
/** Points of many judgements are larger; the area says how many. */
const radius = (count: number): number => Math.min(16, 4 + 2 * Math.sqrt(count));

export const CalibrationChart = ({ points, label }: { points: readonly CalibrationPoint[]; label: string }) => (
  <svg
    className={styles.chart}
    viewBox={`0 0 ${LEFT + SIDE + 20} ${TOP + SIDE + 48}`}
    role="img"
    aria-label={label}
    preserveAspectRatio="xMinYMin meet"
  >
    {STEPS.map((step) => (
      <g key={step}>
        <line className={styles.grid} x1={across(0)} x2={across(1)} y1={up(step)} y2={up(step)} />
        <line className={styles.grid} x1={across(step)} x2={across(step)} y1={up(0)} y2={up(1)} />
        <text className={styles.tick} x={across(0) - 8} y={up(step) + 4} textAnchor="end">
          {percentWords(step)}
        </text>
        <text className={styles.tick} x={across(step)} y={up(0) + 18} textAnchor="middle">
          {percentWords(step)}
        </text>
      </g>
    ))}
    <line className={styles.ideal} x1={across(0)} y1={up(0)} x2={across(1)} y2={up(1)} />
    <polyline
      className={styles.curve}
      points={points.map((point) => `${across(point.stated)},${up(point.happened)}`).join(' ')}
    />
    {points.map((point) => (
      <circle
        key={`${point.words} ${point.stated}`}
        className={styles.point}
        cx={across(point.stated)}
        cy={up(point.happened)}
        r={radius(point.count)}
      >
        <title>{`${point.words}: stated ${percentWords(point.stated)}, happened ${percentWords(point.happened)} of ${point.count}`}</title>
      </circle>
    ))}
    <text className={styles.axis} x={across(0.5)} y={up(0) + 40} textAnchor="middle">
      Stated
    </text>
    <text className={styles.axis} x={-up(0.5)} y={11} textAnchor="middle" transform="rotate(-90)">
      Happened
    </text>
  </svg>
);
