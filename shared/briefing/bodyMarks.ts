/** The marks that words of a briefing may carry: how they look, and what is said of them. */
import { MARKINGS } from '../model/marking';
import { idSchema, sha256Schema } from '../model/record';
import { isWebAddress } from './address';

/** How words look. */
export const BODY_MARKS = ['bold', 'italic', 'underline', 'strike', 'code'] as const;
export type BodyMark = (typeof BODY_MARKS)[number];

/**
 * What is said of words: where they lead, that they are a term of likelihood of a scale, a level of confidence, or a
 * passage somebody comments on.
 */
export const MEANING_MARKS = ['link', 'term', 'confidence', 'comment'] as const;
export type MeaningMark = (typeof MEANING_MARKS)[number];

type Attrs = Readonly<Record<string, unknown>>;
export type MarkJson = { readonly type: string; readonly attrs?: Attrs };

export const isId = (value: unknown): value is string => idSchema.safeParse(value).success;
const isWord = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value);

/** Addresses a link may have: the web, mail, and a record of the case (`collate:documents/<id>`). */
export const isLinkTarget = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 2_000 &&
  (isWebAddress(value) ||
    /^mailto:[^\s<>"]+$/i.test(value) ||
    /^collate:(?:documents|excerpts|tags|sources|briefings)\/[0-9a-f-]{36}$/.test(value));

/** Each meaning's attributes made safe; null where the mark says nothing. */
const MEANINGS: Readonly<Record<MeaningMark, (attrs: Attrs) => Attrs | null>> = {
  link: ({ href }) => (isLinkTarget(href) ? { href } : null),
  term: ({ scale, term }) => (isWord(scale) && isWord(term) ? { scale, term } : null),
  confidence: ({ level }) => (isWord(level) ? { level } : null),
  comment: ({ commentId }) => (isId(commentId) ? { commentId } : null),
};

/** The marks in the one order that equal bodies share, without those that are unknown. Code stands alone. */
export function cleanMarks(marks: readonly MarkJson[]): MarkJson[] {
  const named = new Set(marks.map((mark) => mark.type));
  if (named.has('code')) return [{ type: 'code' }];
  const clean: MarkJson[] = BODY_MARKS.filter((name) => named.has(name)).map((type) => ({ type }));
  for (const type of MEANING_MARKS) {
    const all = marks.filter((mark) => mark.type === type).map((mark) => MEANINGS[type](mark.attrs ?? {}));
    const said = all.filter((attrs) => attrs !== null);
    // Several people may comment on the same words; anything else is said of them once.
    const kept = type === 'comment' ? distinct(said) : said.slice(0, 1);
    for (const attrs of kept) clean.push({ type, attrs });
  }
  return clean;
}

const distinct = (all: readonly Attrs[]): Attrs[] =>
  [...new Map(all.map((attrs) => [JSON.stringify(attrs), attrs])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, attrs]) => attrs);

/** What a citation keeps of its excerpt as it was when it was cited; each part empty where it is not known. */
export interface CitedAs {
  /** SHA-256 of the quote in UTF-8, hex. */
  readonly words: string;
  /** Admiralty grade: `B2`. */
  readonly grade: string;
  readonly marking: string;
}

export const NOT_KEPT: CitedAs = { words: '', grade: '', marking: '' };

export function cleanCitedAs(attrs: Attrs): CitedAs {
  const { words, grade, marking } = attrs;
  return {
    words: sha256Schema.safeParse(words).success ? (words as string) : '',
    grade: typeof grade === 'string' && /^[A-F·][1-6·]$/u.test(grade) ? grade : '',
    marking: (MARKINGS as readonly unknown[]).includes(marking) ? (marking as string) : '',
  };
}
