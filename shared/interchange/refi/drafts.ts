/** What a project becomes, while its parts still gather what other parts say of them (notes, sets, cases). */
import type { Credibility } from '../../model/grading';
import type { Marking } from '../../model/marking';
import type { TagKind } from '../../model/tag';
import type { Maker } from '../making';
import type { ReportMaker } from '../report';
import type { OpenRefi } from './archive';
import type { RefiReadTools } from './tools';
import type { XmlElement } from './xml';

export interface TagDraft {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly hue: number;
  kind: TagKind;
  readonly aliases: readonly string[];
  readonly texts: string[];
  readonly lines: string[];
}

export interface DocumentDraft {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** As decoded from the file; made of the passages' names where the file was not there. */
  raw: string;
  stored: string;
  isStandIn: boolean;
  readonly isNote: boolean;
  readonly original: { readonly bytes: Uint8Array; readonly ext: string } | null;
  readonly passages: PassageDraft[];
  marking: Marking;
  readonly texts: string[];
  readonly lines: string[];
  readonly made: Maker | null;
  readonly since: Map<string, Maker>;
}

export interface PassageDraft {
  readonly guid: string;
  readonly element: XmlElement;
  /** Areas of the page that are the same passage. */
  readonly areas: XmlElement[];
  /** As the file counts; where `words` stand once in the text, those decide. */
  start: number;
  end: number;
  readonly name: string;
  readonly words: string | null;
}

export interface ExcerptDraft {
  readonly id: string;
  readonly document: DocumentDraft;
  start: number;
  end: number;
  readonly tags: Set<string>;
  marking: Marking | null;
  credibility: Credibility | null;
  readonly texts: string[];
  made: Maker | null;
  /** Who coded it, noted something or judged it, by the clock key of the field. */
  readonly since: Map<string, Maker>;
}

export interface HypothesisDraft {
  readonly id: string;
  readonly code: string;
  readonly statement: string;
  readonly note: string;
  readonly made: Maker | null;
}

export interface NoteDraft {
  readonly guid: string;
  readonly name: string;
  readonly text: string;
  readonly element: XmlElement;
  isUsed: boolean;
}

/** All of a project in the making. Keys are GUIDs as `guidOf` gives them. */
export interface Reading {
  readonly open: OpenRefi;
  readonly tools: RefiReadTools;
  readonly report: ReportMaker;
  readonly tags: Map<string, TagDraft>;
  readonly documents: Map<string, DocumentDraft>;
  /** Documents by the GUID of their text, where a PDF has one of its own. */
  readonly textsOf: Map<string, DocumentDraft>;
  readonly excerpts: Map<string, ExcerptDraft>;
  readonly notes: Map<string, NoteDraft>;
  readonly hypotheses: Map<string, HypothesisDraft>;
  /** The actor that each user of the project is. */
  readonly actors: Map<string, string>;
  /** Letters that were copied from one place of the file to several; see `afford`. */
  copied: number;
  /** Texts and lines of the case's description. */
  readonly about: string[];
}

/** Most letters that are copied: a small file could otherwise ask for one long note in a million places. */
const MOST_COPIED = 2 ** 28;

/** Whether so many letters more may be copied. */
export function afford(reading: Reading, letters: number): boolean {
  reading.copied += letters;
  if (reading.copied <= MOST_COPIED) return true;
  reading.report.lose('Something stands in so many places that not all of them were filled.');
  return false;
}

/** The words cut to a field's length, with a loss where they were longer. */
export function fitted(words: string, limit: number, what: string, report: ReportMaker): string {
  if (words.length <= limit) return words;
  report.lose(`${what} was longer than can be kept, and was cut.`);
  return cutAt(words, limit);
}

/** The first letters of the words, without half a surrogate pair at the end. */
export function cutAt(words: string, limit: number): string {
  if (words.length <= limit) return words;
  const last = words.charCodeAt(limit - 1);
  return words.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
