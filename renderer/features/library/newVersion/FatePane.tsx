/** One excerpt of the review: its words and what stands there now side by side, and where it is to stand. */
import { useMemo } from 'react';
import { diffWordsWithSpace } from 'diff';
import type { NewPlace } from '@shared/anchor/reanchor';
import { RadioGroup } from '../../../ui';
import { KIND_SENSE, KIND_WORDS } from './decisions';
import type { Decision, ReviewedExcerpt } from './decisions';
import styles from './version.module.css';

interface FatePaneProps {
  readonly item: ReviewedExcerpt;
  /** The text it stands in; null where its words are missing. */
  readonly before: string | null;
  readonly after: string;
  readonly decision: Decision | undefined;
  readonly onDecide: (decision: Decision) => void;
}

/** Characters shown on each side. */
const AROUND = 90;
const LONGEST_COMPARED = 8_000;

interface Piece {
  readonly text: string;
  readonly isOther: boolean;
}

/** Paragraphs without the empty lines between them. */
const closer = (words: string): string => words.replace(/\s*\n\s*/g, '\n');

/** The words of each side, cut where they differ. */
function bothSides(quote: string, now: string): { old: Piece[]; new: Piece[] } {
  if (quote === now || quote.length + now.length > LONGEST_COMPARED)
    return { old: [{ text: quote, isOther: false }], new: [{ text: now, isOther: false }] };
  const edits = diffWordsWithSpace(quote, now);
  const side = (without: 'added' | 'removed', other: 'added' | 'removed'): Piece[] =>
    edits.filter((edit) => !edit[without]).map((edit) => ({ text: edit.value, isOther: edit[other] }));
  return { old: side('added', 'removed'), new: side('removed', 'added') };
}

const Words = ({ pieces, tag: Tag }: { pieces: readonly Piece[]; tag: 'del' | 'ins' }) =>
  pieces.map(({ text, isOther }, index) =>
    isOther ? <Tag key={`${index} other`}>{text}</Tag> : <span key={`${index} same`}>{text}</span>,
  );

const Passage = (props: {
  title: string;
  text: string;
  start: number;
  end: number;
  pieces: readonly Piece[];
  tag: 'del' | 'ins';
}) => {
  const { title, text, start, end, pieces, tag } = props;
  return (
    <section className={styles.passage} aria-label={title}>
      <h3 className={styles.passageTitle}>{title}</h3>
      <p className={styles.words}>
        {start > AROUND && '…'}
        {closer(text.slice(Math.max(0, start - AROUND), start)).trimStart()}
        <mark>
          <Words pieces={pieces} tag={tag} />
        </mark>
        {closer(text.slice(end, end + AROUND)).trimEnd()}
        {end + AROUND < text.length && '…'}
      </p>
    </section>
  );
};

const keyOf = (place: NewPlace): string => `${place.start}-${place.end}`;

/** Some words of a place, with what is beside them. */
function placeWords(text: string, { start, end }: NewPlace): string {
  const words = text.slice(start, Math.min(end, start + 120)).replace(/\s+/g, ' ');
  const lead = text.slice(Math.max(0, start - 40), start).replace(/\s+/g, ' ');
  return `…${lead}[${words}]${text.slice(end, end + 40).replace(/\s+/g, ' ')}…`;
}

export const FatePane = ({ item, before, after, decision, onDecide }: FatePaneProps) => {
  const { excerpt, kind, places } = item;
  const place = decision === undefined || decision === 'stay' ? places[0] : decision;
  const sides = useMemo(
    () => bothSides(excerpt.quote, place ? after.slice(place.start, place.end) : excerpt.quote),
    [excerpt.quote, after, place],
  );
  const old = before ?? `${excerpt.prefix}${excerpt.quote}${excerpt.suffix}`;
  const start = before === null ? excerpt.prefix.length : excerpt.start;
  const options = [
    ...places.map((one, index) => ({
      id: keyOf(one),
      label: places.length === 1 ? takeWords(kind) : `Set it here (${index + 1} of ${places.length})`,
      ...(places.length === 1 ? {} : { detail: placeWords(after, one) }),
    })),
    { id: 'stay', label: 'Keep it on the earlier version, with its words' },
  ];
  const value = decision === undefined ? null : decision === 'stay' ? 'stay' : keyOf(decision);
  return (
    <div className={styles.fate}>
      <p className={styles.sense}>
        <span className={styles.sign} data-kind={kind}>
          {KIND_WORDS[kind]}
        </span>
        {KIND_SENSE[kind]}
      </p>
      <div className={styles.sides}>
        <Passage
          title="Earlier version"
          text={old}
          start={start}
          end={start + excerpt.quote.length}
          pieces={sides.old}
          tag="del"
        />
        {place ? (
          <Passage
            title={kind === 'lost' ? 'What comes nearest' : 'Newer version'}
            text={after}
            start={place.start}
            end={place.end}
            pieces={sides.new}
            tag="ins"
          />
        ) : (
          <section className={styles.passage} aria-label="Newer version">
            <h3 className={styles.passageTitle}>Newer version</h3>
            <p className={styles.nothing}>Nothing in it is like these words.</p>
          </section>
        )}
      </div>
      <RadioGroup
        label="What becomes of it"
        items={options}
        value={value}
        onChange={(id) => {
          const chosen = places.find((one) => keyOf(one) === id);
          onDecide(chosen ?? 'stay');
        }}
      />
      {excerpt.note.trim() !== '' && <p className={styles.note}>Note: {excerpt.note}</p>}
    </div>
  );
};

const takeWords = (kind: ReviewedExcerpt['kind']): string =>
  kind === 'kept' || kind === 'moved' ? 'It goes along, with its words' : 'Take the new words';
