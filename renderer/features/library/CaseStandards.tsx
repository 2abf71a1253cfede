/** What the case's briefings are held to: their words of likelihood, and how old evidence may be. */
import { SCALE_IDS, SCALES } from '@shared/model/estimative';
import type { Case } from '@shared/model/case';
import { useApp } from '../../app/context';
import { useDraft } from '../../app/useDraft';
import { Select, TextField } from '../../ui';
import styles from './library.module.css';

const SCALE_OPTIONS = SCALE_IDS.map((id) => {
  const { name, terms } = SCALES[id];
  return { id, label: name, detail: `${terms[0]!.words} … ${terms.at(-1)!.words}` };
});

const MOST_DAYS = 36_500;

/** Days as typed; null where it is no whole number that the case can keep. Empty stands for no limit. */
export function horizonOf(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  const days = Number(text);
  return /^\d+$/.test(text) && days <= MOST_DAYS ? days : null;
}

export const CaseStandards = ({ record }: { record: Case }) => {
  const { run } = useApp();
  const horizon = useDraft(record.horizonDays === 0 ? '' : String(record.horizonDays), (typed) => {
    const horizonDays = horizonOf(typed);
    if (horizonDays === null) return undefined;
    return run('case.update', { patch: { horizonDays } }, { fold: 'case horizon' });
  });
  return (
    <div className={styles.standards}>
      <Select
        label="Words of likelihood"
        items={SCALE_OPTIONS}
        value={record.scale}
        onChange={(scale) => void run('case.update', { patch: { scale } })}
        hint="Its briefings say how likely something is in these words; the check asks for them."
      />
      <TextField
        label="Evidence is current for (days)"
        {...horizon}
        inputMode="numeric"
        placeholder="No limit"
        hint="Older evidence must not carry a judgement alone. Empty means no limit."
        error={horizonOf(horizon.value) === null ? 'Write a whole number of days, at most 36,500.' : undefined}
      />
    </div>
  );
};
