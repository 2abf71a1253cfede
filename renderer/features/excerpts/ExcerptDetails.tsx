/** What the analyst makes of an excerpt: every field saves itself. */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { ArrowLeft, ClipboardCopy, FileSearch, FileX2, Trash2 } from 'lucide-react';
import { isoOf } from '@shared/model/csl';
import { dateWords } from '@shared/model/eventDate';
import type { Excerpt } from '@shared/model/excerpt';
import { gradeCode, gradeWords } from '@shared/model/grading';
import { MARKING_INK, MARKING_SENSE, MARKINGS, strictness } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import type { FieldsOf } from '@shared/model/record';
import { useApp } from '../../app/context';
import { useRoute } from '../../app/route';
import { select } from '../../app/selection';
import { onSignal } from '../../app/signals';
import type { Signal } from '../../app/signals';
import { useRow } from '../../store/hooks';
import { Badge, BoxChip, Button, ComboBox, EmptyState, IconButton, Select, Spinner, TextArea } from '../../ui';
import { Offers } from '../suggestions';
import { CredibilityField } from './CredibilityField';
import { DateField } from './DateField';
import { ExcerptLinks } from './ExcerptLinks';
import { FiguresField } from './FiguresField';
import { factsOf, useNames } from './names';
import { usePlace } from './place';
import { TagField } from './TagField';
import { useDraft } from '../../app/useDraft';
import styles from './excerpts.module.css';

const AS_DOCUMENT = 'as document';
const MARKING_OPTIONS = [
  { id: AS_DOCUMENT, label: 'As its document' } as const,
  ...MARKINGS.map((id) => ({ id, label: id, detail: MARKING_SENSE[id] })),
];

export const ExcerptDetails = ({ id }: { id: string }) => {
  const excerpt = useRow('excerpts', id);
  if (excerpt === undefined) return <Spinner label="Opening the excerpt" />;
  if (excerpt === null) {
    return (
      <EmptyState
        icon={FileX2}
        title="This excerpt is not here"
        message="It was deleted, here or in another window. Undo brings it back."
      />
    );
  }
  return <Form excerpt={excerpt} />;
};

/** Puts the focus on the first control inside, when the signal comes. */
function useFocusOn(signal: Signal, box: RefObject<HTMLElement | null>, control: string): void {
  useEffect(
    () => onSignal(signal, () => box.current?.querySelector<HTMLElement>(control)?.focus()),
    [signal, box, control],
  );
}

function markingSentence(own: Marking | null, ofDocument: Marking, effective: Marking): string {
  if (own === null) return `${effective}, from its document`;
  if (strictness(own) < strictness(ofDocument)) return `${effective} applies: its document is stricter`;
  return own === ofDocument ? `${effective}, as its document` : `${effective}, stricter than its document`;
}

const Form = ({ excerpt }: { excerpt: Excerpt }) => {
  const { id } = excerpt;
  const { run } = useApp();
  const route = useRoute();
  const names = useNames();
  const place = usePlace(excerpt);
  const { document: origin, source, outlet, reliability, marking } = factsOf(excerpt, names);
  const publisher = origin?.sourceId ? names.sources.get(origin.sourceId) : undefined;
  const published = isoOf(origin?.csl.issued);
  const code = gradeCode(reliability, excerpt.credibility);

  const change = (patch: Partial<FieldsOf<Excerpt>>, fold?: string) =>
    run('excerpt.update', { id, patch }, fold === undefined ? {} : { fold: `${fold}:${id}` });
  const note = useDraft(excerpt.note, (text) => change({ note: text }, 'excerpt.note'));
  const nameSource = async (name: string): Promise<void> => {
    const made = await run('source.create', { name, kind: 'organisation' });
    if (made.ok && made.value !== null) await change({ sourceId: made.value });
  };

  const [noteBox, tagBox, gradeBox, markingBox] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ];
  useFocusOn('focus.note', noteBox, 'textarea');
  useFocusOn('focus.tags', tagBox, 'input');
  useFocusOn('focus.grade', gradeBox, 'button[aria-checked=true], button[aria-pressed=true], button');
  useFocusOn('focus.marking', markingBox, 'button');

  // The card that was opened is gone: the focus goes on here.
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) bar.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);

  const sources = [...names.sources.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((one) => ({ id: one.id, label: one.name, detail: one.kind, also: one.aliases }));

  return (
    <section aria-label="Excerpt" className={styles.details}>
      <div ref={bar} className={styles.bar}>
        {route.view === 'document' && (
          <Button variant="quiet" icon={ArrowLeft} onPress={() => select({ details: null, excerptIds: [] })}>
            All excerpts
          </Button>
        )}
        <span className={styles.spring} />
        <IconButton icon={ClipboardCopy} name="Copy with citation" keys="C" onPress={() => void run('excerpt.copy')} />
        <IconButton
          icon={Trash2}
          name="Delete the excerpt"
          keys="Delete"
          onPress={() => void run('excerpt.delete', { ids: [id] })}
        />
      </div>
      <div>
        <blockquote
          lang={origin?.language || undefined}
          className={`${styles.quote} ${styles.own} ${styles.passage}`}
          // A passage that scrolls takes the focus, so that keys can scroll it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label="Quote"
        >
          {excerpt.quote}
        </blockquote>
        <div className={styles.meta}>
          {origin && <span>{[origin.title, place?.short].filter(Boolean).join(', ')}</span>}
          {published !== '' && <time dateTime={published}>{dateWords(published)}</time>}
          {code && <Badge words={gradeWords(reliability, excerpt.credibility)}>{code}</Badge>}
          <BoxChip colour={MARKING_INK[marking]} title={MARKING_SENSE[marking]}>
            {marking}
          </BoxChip>
        </div>
        <div className={styles.meta}>
          <Button icon={FileSearch} onPress={() => void run('excerpt.show', { id })}>
            Show in document
          </Button>
        </div>
      </div>
      <Offers excerpt={excerpt} names={names} />
      <div ref={noteBox}>
        <TextArea
          label="Note"
          rows={3}
          value={note.value}
          onChange={note.onChange}
          onBlur={note.onBlur}
          maxLength={200_000}
          placeholder="What it means, what speaks for it, what is open"
        />
      </div>
      <div ref={tagBox}>
        <TagField value={excerpt.tags} onChange={(tags) => void change({ tags: [...tags] })} />
      </div>
      <div ref={gradeBox}>
        <CredibilityField
          value={excerpt.credibility}
          onChange={(credibility) => void change({ credibility }, 'excerpt.credibility')}
        />
      </div>
      <ComboBox
        label="Said by"
        placeholder={publisher ? publisher.name : 'Find or create'}
        hint={
          excerpt.sourceId === null
            ? publisher
              ? 'The publisher. Name somebody else if the text quotes them.'
              : 'Nobody named yet: neither here nor as the publisher.'
            : outlet
              ? `Via ${outlet.name}`
              : (source?.kind ?? '')
        }
        items={sources}
        value={excerpt.sourceId}
        onChange={(sourceId) => void change({ sourceId })}
        onCreate={(name) => void nameSource(name)}
      />
      <FiguresField value={excerpt.figures} onChange={(figures) => void change({ figures })} />
      <DateField value={excerpt.eventDate} onChange={(eventDate) => void change({ eventDate })} />
      <div ref={markingBox}>
        <Select
          label="Marking"
          items={MARKING_OPTIONS}
          value={excerpt.marking ?? AS_DOCUMENT}
          onChange={(next) => void change({ marking: next === AS_DOCUMENT ? null : next })}
          hint={markingSentence(excerpt.marking, origin?.marking ?? 'TLP:CLEAR', marking)}
        />
      </div>
      <ExcerptLinks id={id} names={names} />
    </section>
  );
};
