/** What is chosen of an export: format, how strict, names, and what is shown beside the words. */
import { briefingMarking } from '@shared/briefing/marking';
import type { Release } from '@shared/briefing/outgoing';
import { MARKING_SENSE, MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { refusalSentence } from '@shared/messages';
import { Checkbox, RadioGroup, Select, Switch } from '../../../ui';
import type { Outgoing } from './outgoing';
import { NamedList, WithheldList } from './Withheld';
import { isOwnLabelAbove } from './wishes';
import type { BriefingFormat, ExportWishes } from './wishes';
import styles from './export.module.css';

const FORMAT_WORDS: readonly { id: BriefingFormat; label: string; detail: string }[] = [
  { id: 'pdf', label: 'PDF', detail: 'For print, the marking on every page' },
  { id: 'docx', label: 'Word', detail: 'With styles, notes and contents' },
  { id: 'html', label: 'Web page', detail: 'Shows its evidence and checks itself' },
  { id: 'markdown', label: 'Markdown', detail: 'References as footnotes' },
  { id: 'text', label: 'Plain text', detail: 'For mail' },
];

/** The choice of everything has an id that no label has. */
type Ceiling = Marking | 'all';

/** What stopped the export is seen, wherever the choices are scrolled to. */
const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'nearest' });

interface ExportChoicesProps {
  readonly outgoing: Outgoing;
  readonly wishes: ExportWishes;
  readonly onChange: (patch: Partial<ExportWishes>) => void;
  readonly release: Release | null;
  /** The marking of the whole, nothing withheld. */
  readonly whole: Marking | null;
  /** The author went on without saying that the note's own words may leave. */
  readonly tried: boolean;
}

export const ExportChoices = ({ outgoing, wishes, onChange, release, whole, tried }: ExportChoicesProps) => {
  const { briefing, names } = outgoing;
  const { ceiling } = wishes;
  const ceilings: { id: Ceiling; label: string; detail?: string }[] = [
    { id: 'all', label: whole ? `All of it: ${whole}` : 'All of it' },
    ...MARKINGS.map((id) => ({ id, label: `For ${id}`, detail: MARKING_SENSE[id] })),
  ];
  const own = briefing.marking ?? briefingMarking(briefing, { marking: 'TLP:CLEAR', passages: [] });
  return (
    <div className={styles.choices}>
      <RadioGroup
        label="Format"
        items={FORMAT_WORDS}
        value={wishes.format}
        onChange={(format) => onChange({ format })}
      />
      <Select
        label="Who it is for"
        items={ceilings}
        value={ceiling ?? 'all'}
        onChange={(id) => onChange({ ceiling: id === 'all' ? null : id, ownWords: false })}
      />
      {ceiling !== null && isOwnLabelAbove(briefing, ceiling) && (
        <div className={styles.own}>
          <Checkbox
            isSelected={wishes.ownWords}
            onChange={(ownWords) => onChange({ ownWords })}
            detail={`The note’s own label is ${own}. Its title and what cites nothing are marked by that alone: read them before you say so.`}
          >
            Its own words may leave as {ceiling}
          </Checkbox>
          {tried && !wishes.ownWords && (
            <p role="alert" ref={intoView} className={styles.error}>
              {refusalSentence('own-label-above', ceiling)}
            </p>
          )}
        </div>
      )}
      {release && ceiling !== null && <WithheldList release={release} ceiling={ceiling} />}
      {names.length > 0 && release && (
        <NamedList
          named={release.named}
          isReplaced={wishes.pseudonyms}
          onReplace={(pseudonyms) => onChange({ pseudonyms })}
        />
      )}
      <div role="group" aria-label="Shown beside the words" className={styles.switches}>
        <Switch isSelected={wishes.portionMarks} onChange={(portionMarks) => onChange({ portionMarks })}>
          Portion marks
        </Switch>
        <Switch isSelected={wishes.likelihoodKey} onChange={(likelihoodKey) => onChange({ likelihoodKey })}>
          Key to likelihood words
        </Switch>
        <Switch isSelected={wishes.grades} onChange={(grades) => onChange({ grades })}>
          Grades in the references
        </Switch>
      </div>
    </div>
  );
};
