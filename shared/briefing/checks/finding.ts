/** What the check of a briefing says: one finding is one sentence about some words of the note, with its standard. */
import type { Marking } from '../../model/marking';

export const RULE_IDS = [
  'uncited',
  'single-origin',
  'weak-sources',
  'out-of-date',
  'circular',
  'contradicted',
  'quotation-altered',
  'stale-citation',
  'off-scale',
  'mixed-likelihood-confidence',
  'percent-contradicts',
  'double-hedge',
  'figure-unsupported',
  'date-unsupported',
  'name-spelling',
  'marking-exceeded',
  'name-withheld',
  'hypothesis-missing',
  'assumptions-missing',
  'judgement-incomplete',
  'descriptor-missing',
  'access-date',
  'source-incomplete',
  'source-summary',
  'acronym',
  'dates',
  'bottom-line',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** `error`: wrong or not to be shared; `warning`: a standard is not met; `advice`: worth a look. */
export type Severity = 'error' | 'warning' | 'advice';

/** ProseMirror positions; `to` is excluded. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What one press puts right. */
export type Fix = { readonly label: string } & (
  | { readonly kind: 'replace'; readonly from: number; readonly to: number; readonly text: string }
  /** A citation of the excerpt is put in at the position. */
  | { readonly kind: 'cite'; readonly at: number; readonly excerptId: string }
  /** The citation or quotation at `from` takes the excerpt as it is now. */
  | { readonly kind: 'recite'; readonly from: number; readonly excerptId: string }
  | { readonly kind: 'remove'; readonly from: number; readonly to: number }
  | { readonly kind: 'marking'; readonly marking: Marking }
);

export interface Finding {
  /** Rule and a print of the words it is about, not of their place: it outlives edits of the text around. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Null: the whole note. */
  readonly at: Range | null;
  /** The words marked, short. */
  readonly words: string;
  /** What is wrong and why, in one sentence. */
  readonly sentence: string;
  readonly standard: string;
  readonly fix?: Fix;
}

/** A finding as a rule makes it; the id, the rule and the standard are put on by `checkBriefing`. */
export interface Draft {
  readonly severity: Severity;
  readonly at: Range | null;
  readonly words: string;
  readonly sentence: string;
  /** The words the id is a print of: those of the sentence, or what names a fault of the whole note. */
  readonly about: string;
  readonly fix?: Fix;
}

const SHORT = 80;

/** Words on one line, cut to what a list has room for. */
export function shortWords(words: string): string {
  const line = words
    .replace(/\uFFFC/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= SHORT ? line : `${line.slice(0, SHORT - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** The words in quotation marks, short, without marks of their own. */
export const inQuotes = (words: string): string => `“${shortWords(words.trim().replace(/^[“"„«]|[”"»]$/gu, ''))}”`;

/** 32 bits of FNV-1a over UTF-16 code units. */
function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A print of words, the same however they are spaced or capitalised: 16 hex digits. Tells findings apart, proves nothing. */
export function fingerprint(words: string): string {
  const plain = words
    .replace(/[\s\uFFFC]+/gu, ' ')
    .trim()
    .toLowerCase();
  return [0x811c9dc5, 0x2f0b4c47].map((seed) => fnv(plain, seed).toString(16).padStart(8, '0')).join('');
}
