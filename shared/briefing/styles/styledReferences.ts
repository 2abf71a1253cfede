/**
 * The citations and references of a briefing in a reference style: what to ask the citation processor, and what to make
 * of its answer. The processor itself is elsewhere, so this may be loaded with a page.
 */
import type { BodyNode } from '../../model/briefing';
import type { CslItem } from '../../model/csl';
import { entryOfRuns } from '../entry';
import { citationLabel } from '../references';
import type { EvidenceLookup, Reference, References } from '../references';
import { citedItem } from './citedItem';
import { noteEvents } from './groups';
import { joinedCites, locatorOf } from './locator';
import type { Cite, CiteGroup, Processed } from './processor';
import { dropStart, runsText } from './runs';
import type { Runs } from './runs';
import type { StyleKind } from './styleList';

/** A style as far as it is known without its XML. */
export interface StyleName {
  readonly id: string;
  readonly kind: StyleKind;
}

export interface AskedGroup extends CiteGroup {
  /** The excerpts cited together. */
  readonly ids: readonly string[];
  /** It stands in a footnote of the author's, and needs no note of its own. */
  readonly inFootnote: boolean;
}

/** What the processor is asked; plain data, so that it can go to a worker. */
export interface StyleRequest {
  readonly items: ReadonlyMap<string, CslItem>;
  /** Groups of which something is left, in the order of the text. */
  readonly groups: readonly AskedGroup[];
  /** Numbers of the author's own footnotes, in their order: they share one count with the notes of citations. */
  readonly footnotes: readonly number[];
}

export interface StyledLabel {
  /** The excerpts cited together. */
  readonly ids: readonly string[];
  /** In the text; for a note style the words of the note. */
  readonly runs: Runs;
  /** Number of the note, from 1; null where the label itself stands in the text or in a footnote of the author's. */
  readonly note: number | null;
}

export interface StyledReferences {
  readonly styleId: string;
  readonly kind: StyleKind;
  /** Every label is made of the numbers in the order of first citation alone: `[2, 5–7]`. */
  readonly isNumbersAlone: boolean;
  /** In the order of the text. */
  readonly labels: readonly StyledLabel[];
  /** The same by `groupKey`, in the order of the text. */
  readonly byKey: ReadonlyMap<string, readonly StyledLabel[]>;
  /** Numbers of the author's own footnotes, in their order. */
  readonly footnotes: readonly number[];
  /** In the order of the style, their entries as the style writes them where it has a list. */
  readonly references: References;
}

/**
 * What to ask for a briefing. Groups of which nothing is left get no label and no note.
 * @param references as `numberReferences` gives them for the same body and lookup
 */
export function styleRequest(
  references: References,
  body: BodyNode,
  kind: StyleKind,
  lookup: EvidenceLookup,
): StyleRequest {
  const groups: AskedGroup[] = [];
  const footnotes: number[] = [];
  let last = 0;
  for (const event of noteEvents(body)) {
    if (event.kind === 'footnote') footnotes.push((last += 1));
    else {
      const { ids, inFootnote } = event;
      const cites = citesOf(ids, lookup, kind === 'numeric');
      if (cites.length === 0) continue;
      if (kind === 'note' && !inFootnote) last += 1;
      groups.push({ ids, cites, inFootnote, noteIndex: kind === 'note' ? last : 0 });
    }
  }
  return { items: itemsOf(references, lookup), groups, footnotes };
}

/** The labels and references of an answer. Numbers of the references follow the order of the style. */
export function styledFrom(
  references: References,
  style: StyleName,
  { groups, footnotes }: StyleRequest,
  processed: Processed,
): StyledReferences {
  const labels = groups.map(({ ids, noteIndex, inFootnote }, i): StyledLabel => ({
    ids,
    runs: processed.labels[i]!,
    note: noteIndex === 0 || inFootnote ? null : noteIndex,
  }));
  const byKey = new Map<string, StyledLabel[]>();
  for (const label of labels) {
    const same = byKey.get(groupKey(label.ids));
    if (same) same.push(label);
    else byKey.set(groupKey(label.ids), [label]);
  }
  const ordered = inOrder(references, processed.list, style.kind);
  const isNumbersAlone = labels.every(({ ids, runs }) => runsText(runs) === numbersLabel(ids, references));
  return { styleId: style.id, kind: style.kind, isNumbersAlone, labels, byKey, footnotes, references: ordered };
}

const numbersLabel = (ids: readonly string[], { numberOf }: References): string =>
  citationLabel(ids.map((id) => numberOf.get(id)).filter((number) => number !== undefined));

/** What a group of citations is found by, together with how many of the same came before it. */
export const groupKey = (ids: readonly string[]): string => ids.join(' ');

/** Gives out the labels of groups as they come by in the order of the text. */
export function labelReader(styled: StyledReferences): (ids: readonly string[]) => StyledLabel | undefined {
  const seen = new Map<string, number>();
  return (ids) => {
    const key = groupKey(ids);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return styled.byKey.get(key)?.[nth];
  };
}

function itemsOf(references: References, lookup: EvidenceLookup): Map<string, CslItem> {
  const items = new Map<string, CslItem>();
  for (const { documentId } of references.list) {
    const document = lookup.document(documentId)!;
    items.set(documentId, citedItem(document, document.sourceId ? lookup.source(document.sourceId) : undefined));
  }
  return items;
}

/** Numbers alone stand in the brackets of a numeric style where a place has no locator of CSL. */
function citesOf(ids: readonly string[], lookup: EvidenceLookup, isNumeric: boolean): Cite[] {
  const cites: Cite[] = [];
  for (const id of new Set(ids)) {
    const excerpt = lookup.excerpt(id);
    if (!excerpt || !lookup.document(excerpt.documentId)) continue;
    const { locator, placeWords } = locatorOf(lookup.placeOf(excerpt));
    cites.push({ documentId: excerpt.documentId, locator, placeWords: isNumeric ? undefined : placeWords });
  }
  return joinedCites(cites);
}

function inOrder(
  references: References,
  list: readonly { documentId: string; runs: Runs }[],
  kind: StyleKind,
): References {
  const place = new Map(list.map(({ documentId }, i) => [documentId, i]));
  const runs = new Map(list.map((entry) => [entry.documentId, entry.runs]));
  const placeOf = (one: Reference): number => place.get(one.documentId) ?? list.length + one.number;
  const ordered = references.list.toSorted((a, b) => placeOf(a) - placeOf(b));
  const newNumber = new Map<number, number>();
  const renumbered = ordered.map((one, i): Reference => {
    newNumber.set(one.number, i + 1);
    const own = runs.get(one.documentId);
    return {
      ...one,
      number: i + 1,
      ...(own && {
        entry: [...entryOfRuns(kind === 'numeric' ? withoutNumber(own, i + 1) : own), ...one.descriptor],
      }),
    };
  });
  const numberOf = new Map([...references.numberOf].map(([id, number]) => [id, newNumber.get(number)!]));
  return { ...references, list: renumbered, numberOf };
}

/** The list prints the number itself, so the one that the style writes before an entry is taken off. */
function withoutNumber(runs: Runs, number: number): Runs {
  const start = new RegExp(`^[[(]?${number}[\\])]?\\.?\\s+`, 'u').exec(runsText(runs));
  return start ? dropStart(runs, start[0].length) : runs;
}
