/** The head of the page: title, marking with what raised it, and the fields a reader looks for first. */
import type { DerivedMarking } from '@shared/briefing/marking';
import type { Briefing } from '@shared/model/briefing';
import { useApp } from '../../app/context';
import { DayField, TextField, VisuallyHidden } from '../../ui';
import { useDraft } from '../../app/useDraft';
import { MarkingField } from './MarkingField';
import styles from './head.module.css';

interface BriefingHeadProps {
  readonly briefing: Briefing;
  /** Null while what it cites is read. */
  readonly derived: DerivedMarking | null;
  readonly language: string;
  /** Enter in the title goes on to the text. */
  readonly onEnter: () => void;
}

type TextFieldName = 'title' | 'requester' | 'author';

export const BriefingHead = ({ briefing, derived, language, onEnter }: BriefingHeadProps) => {
  const { run } = useApp();
  const update = (patch: Partial<Briefing>): void => {
    const fold = `briefing.${Object.keys(patch).join()}.${briefing.id}`;
    void run('briefing.update', { id: briefing.id, patch }, { fold });
  };
  const title = useDraft(briefing.title, (text) => {
    if (text.trim() !== '') update({ title: text });
  });
  return (
    <header className={styles.head}>
      <VisuallyHidden>
        <h1>{briefing.title}</h1>
      </VisuallyHidden>
      <textarea
        className={styles.title}
        aria-label="Title"
        lang={language}
        rows={1}
        maxLength={500}
        value={title.value}
        onChange={(event) => title.onChange(event.target.value.replace(/\n/g, ' '))}
        onBlur={title.onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          title.onBlur();
          onEnter();
        }}
      />
      <MarkingField briefing={briefing} derived={derived} />
      <div className={styles.fields}>
        <DayField label="Issued" value={briefing.issued} onChange={(issued) => update({ issued })} />
        <DayField label="Information cut-off" value={briefing.cutoff} onChange={(cutoff) => update({ cutoff })} />
        <DraftField label="Requested by" name="requester" briefing={briefing} onWrite={update} />
        <DraftField label="Author" name="author" briefing={briefing} onWrite={update} />
      </div>
    </header>
  );
};

interface DraftFieldProps {
  readonly label: string;
  readonly name: TextFieldName;
  readonly briefing: Briefing;
  readonly onWrite: (patch: Partial<Briefing>) => void;
}

const DraftField = ({ label, name, briefing, onWrite }: DraftFieldProps) => (
  <TextField label={label} {...useDraft(briefing[name], (next) => onWrite({ [name]: next }))} maxLength={300} />
);
