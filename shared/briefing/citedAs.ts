/**
 * The ledger of a citation: the excerpt's words, grade and marking as they were when it was cited. When one of them
 * changes, whoever wrote the sentence looks at it again.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Excerpt } from '../model/excerpt';
import { gradeCode } from '../model/grading';
import { effectiveMarking } from '../model/marking';
import { reliabilityOf } from '../model/source';
import { cleanCitedAs, NOT_KEPT } from './bodyMarks';
import type { CitedAs } from './bodyMarks';
import type { EvidenceLookup } from './references';

/** SHA-256 of the words in UTF-8, hex. */
export const wordsHash = (words: string): string => bytesToHex(sha256(utf8ToBytes(words)));

/** Of a row that is shown, the hash is asked for at every key. */
const hashes = new WeakMap<Excerpt, string>();

function hashOf(excerpt: Excerpt): string {
  const known = hashes.get(excerpt);
  if (known !== undefined) return known;
  const made = wordsHash(excerpt.quote);
  hashes.set(excerpt, made);
  return made;
}

/** What a citation made now keeps of its excerpt; nothing where the document is not at hand. */
export function citedAs(excerpt: Excerpt, lookup: Pick<EvidenceLookup, 'document' | 'source'>): CitedAs {
  const document = lookup.document(excerpt.documentId);
  if (!document) return NOT_KEPT;
  const sourceId = excerpt.sourceId ?? document.sourceId;
  const reliability = reliabilityOf(sourceId ? lookup.source(sourceId) : undefined);
  return {
    words: hashOf(excerpt),
    grade: gradeCode(reliability, excerpt.credibility) ?? '',
    marking: effectiveMarking(excerpt.marking, document.marking),
  };
}

export const STALE_REASONS = ['deleted', 'words', 'grade', 'marking'] as const;
export type StaleReason = (typeof STALE_REASONS)[number];

/**
 * What of the excerpt is no longer as the citation kept it; empty where all is, or where nothing was kept.
 * @param attrs attributes of a citation or quotation of a clean body
 */
export function staleSince(attrs: Readonly<Record<string, unknown>>, lookup: EvidenceLookup): StaleReason[] {
  const excerpt = lookup.excerpt(attrs['excerptId'] as string);
  if (!excerpt || !lookup.document(excerpt.documentId)) return ['deleted'];
  const kept = cleanCitedAs(attrs);
  if (kept.words === '') return [];
  const now = citedAs(excerpt, lookup);
  return (['words', 'grade', 'marking'] as const).filter((part) => kept[part] !== now[part]);
}
