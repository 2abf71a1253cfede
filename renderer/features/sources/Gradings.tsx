/** How reliable a source is held to be: the grading in force, the form for a new one, and who graded it before and why. */
import { useState } from 'react';
import { Scale } from 'lucide-react';
import { refusalSentence } from '@shared/messages';
import { RELIABILITY_WORDS } from '@shared/model/grading';
import type { Reliability } from '@shared/model/grading';
import { currentGrading } from '@shared/model/source';
import type { Grading, Source } from '@shared/model/source';
import { dayWordsAt } from '@shared/text/when';
import { useApp } from '../../app/context';
import { useAllRows } from '../../store/hooks';
import { Badge, Button, Select, TextArea } from '../../ui';
import { RELIABILITY_OPTIONS } from './kinds';
import styles from './sources.module.css';

const newestFirst = (a: Grading, b: Grading): number => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1);

const GradeForm = ({ source, onDone }: { source: Source; onDone: () => void }) => {
  const app = useApp();
  const [reliability, setReliability] = useState<Reliability | null>(currentGrading(source)?.reliability ?? null);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | undefined>();
  const grade = async (): Promise<void> => {
    if (reliability === null) return setRefused('Choose a grade first.');
    const done = await app.run('source.grade', { id: source.id, reliability, reason }, { refusal: 'return' });
    if (done.ok) onDone();
    else setRefused(refusalSentence(done.reason, done.detail));
  };
  return (
    <form
      noValidate
      className={styles.grade}
      onSubmit={(event) => {
        event.preventDefault();
        void grade();
      }}
    >
      <Select
        label="Reliability"
        autoFocus
        items={RELIABILITY_OPTIONS}
        value={reliability}
        onChange={setReliability}
        placeholder="Choose a grade"
      />
      <TextArea
        label="Why"
        rows={2}
        value={reason}
        onChange={setReason}
        error={refused}
        hint="What the grade rests on: its record, its access, its interests."
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          Grade
        </Button>
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </form>
  );
};

export const Gradings = ({ source }: { source: Source }) => {
  const analysts = useAllRows('analysts');
  const [isGrading, setGrading] = useState(false);
  const nameOf = (actor: string): string =>
    [...(analysts?.values() ?? [])].find((one) => one.actor === actor)?.name ?? 'Unknown analyst';
  const gradings = [...source.gradings].sort(newestFirst);
  return (
    <section aria-labelledby="source-gradings">
      <div className={styles.sectionHead}>
        <h3 id="source-gradings" className={styles.sectionTitle}>
          Reliability
        </h3>
        {!isGrading && (
          <Button icon={Scale} onPress={() => setGrading(true)}>
            Grade…
          </Button>
        )}
      </div>
      {isGrading && <GradeForm source={source} onDone={() => setGrading(false)} />}
      {gradings.length === 0 ? (
        <p className={styles.note}>Nobody has graded this source yet. Its excerpts show a dot for it.</p>
      ) : (
        <ol className={styles.gradings}>
          {gradings.map((grading, index) => (
            <li key={grading.id} className={index > 0 ? styles.former : ''}>
              <Badge>{grading.reliability}</Badge>
              <div>
                <strong>{RELIABILITY_WORDS[grading.reliability]}</strong>
                {index === 0 && <span className={styles.note}> · in force</span>}
                <p className={styles.reason}>{grading.reason}</p>
                <p className={styles.note}>
                  {nameOf(grading.by)},{' '}
                  <time dateTime={grading.at} title={grading.at}>
                    {dayWordsAt(grading.at)}
                  </time>
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
