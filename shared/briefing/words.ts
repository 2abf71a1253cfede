/** The words that stand around a briefing and its evidence: all that is neither the author's nor a document's. */
import { gradeWords, RELIABILITY_WORDS } from '../model/grading';
import type { Credibility, Reliability } from '../model/grading';
import { MARKING_SENSE } from '../model/marking';
import type { Marking } from '../model/marking';

/** What is said of a document and of a passage of it. */
export interface EvidenceWords {
  /** In place of a date that is not known. */
  readonly noDate: string;
  readonly accessed: (date: string) => string;
  readonly andOthers: string;
  readonly number: (number: string) => string;
  /** @param many it names more than one page */
  readonly pages: (pages: string, many: boolean) => string;
  readonly source: string;
  /** Inside a sentence. */
  readonly reliability: Readonly<Record<Reliability, string>>;
  readonly grade: (reliability: Reliability | null, credibility: Credibility | null) => string;
  readonly passage: string;
}

export interface BriefingWords extends EvidenceWords {
  readonly marking: string;
  readonly markingSense: Readonly<Record<Marking, string>>;
  /** The rows of the header, by their English label. */
  readonly header: Readonly<Record<string, string>>;
  readonly judgement: (number: number) => string;
  readonly done: string;
  readonly toDo: string;
  readonly pictureAbsent: string;
  readonly figure: (number: number) => string;
  readonly notes: string;
  readonly note: (number: number) => string;
  readonly backToNote: (number: number) => string;
  readonly likelihood: string;
  readonly probability: string;
  readonly confidence: string;
  readonly references: string;
  readonly reference: (number: number) => string;
  readonly backToCitation: (number: number) => string;
  readonly cited: string;
  readonly accordingTo: (who: string) => string;
  /** How many of the excerpts cited here are gone. */
  readonly deleted: (count: number) => string;
}

const lowered = <Key extends string>(words: Readonly<Record<Key, string>>): Readonly<Record<Key, string>> =>
  Object.fromEntries(Object.entries<string>(words).map(([key, word]) => [key, word.toLowerCase()])) as Record<
    Key,
    string
  >;

export const ENGLISH: BriefingWords = {
  noDate: 'n.d.',
  accessed: (date) => `accessed ${date}`,
  andOthers: 'et al.',
  number: (number) => `no. ${number}`,
  pages: (pages, many) => `${many ? 'pp.' : 'p.'} ${pages}`,
  source: 'Source',
  reliability: lowered(RELIABILITY_WORDS),
  grade: gradeWords,
  passage: 'passage',
  marking: 'Marking',
  markingSense: MARKING_SENSE,
  header: {},
  judgement: (number) => `Key judgement ${number}`,
  done: 'done',
  toDo: 'to do',
  pictureAbsent: 'The picture is not in this file.',
  figure: (number) => `Figure ${number}`,
  notes: 'Notes',
  note: (number) => `Note ${number}`,
  backToNote: (number) => `Back to note ${number} in the text`,
  likelihood: 'Words of likelihood',
  probability: 'Probability',
  confidence: 'Confidence (low, moderate, high) says how good the basis of a judgement is, not how likely the event.',
  references: 'References',
  reference: (number) => `Reference ${number}`,
  backToCitation: (number) => `Back to the first citation of ${number}`,
  cited: 'Cited',
  accordingTo: (who) => `according to ${who}`,
  deleted: (count) => (count === 1 ? 'excerpt deleted' : `${count} excerpts deleted`),
};
