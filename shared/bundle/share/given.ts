/**
 * What somebody has of a case already: noted when a bundle was written for them, asked when the next one is. When in
 * doubt they have nothing: a bundle that is too large is a nuisance, one that lacks something is a loss.
 */
import { isRedacted } from './recipient';
import type { Given, Recipient } from './recipient';

/** The journal that notes are made against: which it is, its newest entry, and up to where its entries are gone. */
export interface JournalEnds {
  readonly journal: string;
  readonly last: number;
  readonly thinnedTo: number;
}

/** What is wished of a bundle, as far as it says what whoever gets it has afterwards. */
export interface Giving extends Pick<Recipient, 'ceiling' | 'pseudonyms' | 'privateNotes' | 'originals'> {
  /** `case` and `since` carry everything; any other part does not. */
  readonly part: string;
}

/** The recipient, without what the journal can no longer tell or never told. */
export function knownOf(recipient: Recipient, caseId: string, ends: JournalEnds): Recipient {
  const { [caseId]: given, ...has } = recipient.has;
  const holds = given && given.journal === ends.journal && given.seq >= ends.thinnedTo && given.seq <= ends.last;
  return holds || !given ? recipient : { ...recipient, has };
}

/** Why "everything since" cannot be given; null where it can. */
export function whyNotSince(
  given: Given | undefined,
  wishes: Giving,
): 'redacted' | 'nothing-given' | 'originals' | null {
  if (isRedacted(wishes)) return 'redacted';
  if (!given) return 'nothing-given';
  // Files of documents that did not change since would never come to them.
  return wishes.originals && !given.originals ? 'originals' : null;
}

/**
 * The recipient after a bundle was written for them. A part or a redacted copy leaves what is noted as it is.
 * @param ends read before the case was: what is written meanwhile goes with the next bundle
 * @param at ISO 8601 instant
 */
export function afterGiving(
  recipient: Recipient,
  giving: Giving,
  caseId: string,
  { journal, last }: JournalEnds,
  at: string,
): Recipient {
  const isWhole = (giving.part === 'case' || giving.part === 'since') && !isRedacted(giving);
  if (!isWhole) return recipient;
  const before = giving.part === 'since' ? (recipient.has[caseId]?.originals ?? false) : true;
  const given: Given = { journal, seq: last, at, originals: giving.originals && before };
  return { ...recipient, has: { ...recipient.has, [caseId]: given } };
}
