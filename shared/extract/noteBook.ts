/** Footnotes and endnotes: their marks stand in the text as `[1]` and `[i]`, their words behind the text in that order. */
import { numeral } from './numerals';

export type NoteKind = 'footnote' | 'endnote';

export interface Note<Body> {
  readonly kind: NoteKind;
  /** As it stands in the text; empty where the note brings a mark of its own. */
  readonly mark: string;
  readonly body: Body;
}

export interface NoteBook<Body> {
  /** Takes a note in where the text refers to it and gives its mark: counted, or the one it is given. */
  refer(kind: NoteKind, body: Body, mark?: string): string;
  /** The notes not taken yet, footnotes before endnotes; reading them may refer to more. */
  take(): readonly Note<Body>[];
}

/** An empty book; `formats` are OOXML number formats. */
export function startNoteBook<Body>(formats: Readonly<Record<NoteKind, string>>): NoteBook<Body> {
  const counts: Record<NoteKind, number> = { footnote: 0, endnote: 0 };
  let waiting: Note<Body>[] = [];
  /** A note that is referred to again keeps its mark and is not told twice; equal words are not the same note. */
  const told = new Map<Body, string>();
  return {
    refer(kind, body, given) {
      const before = typeof body === 'object' ? told.get(body) : undefined;
      if (before !== undefined) return before;
      if (given === undefined) counts[kind] += 1;
      const mark = given ?? `[${numeral(counts[kind], formats[kind])}]`;
      waiting.push({ kind, mark, body });
      told.set(body, mark);
      return mark;
    },
    take() {
      const taken = waiting;
      waiting = [];
      return [...taken.filter(({ kind }) => kind === 'footnote'), ...taken.filter(({ kind }) => kind === 'endnote')];
    },
  };
}
