/** Counts of what a list of excerpts holds: by tag, source, document, grade, marking. */
import { CREDIBILITIES, RELIABILITIES } from '@shared/model/grading';
import type { Credibility, Reliability } from '@shared/model/grading';
import { MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import type { CaseTables } from './caseTables';
import { CREDIBILITY_CODES, MARKING_CODES, RELIABILITY_CODES } from './conditions';
import type { IdSpace } from './idSpace';

export interface TagCount {
  /** Excerpts with the tag itself. */
  readonly own: number;
  /** Excerpts with the tag or anything below it, each once. */
  readonly below: number;
}

export interface Facets {
  readonly total: number;
  readonly tags: ReadonlyMap<string, TagCount>;
  /** By source in force; under the empty string those without one. */
  readonly sources: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<string, number>;
  /** Under null those not graded, here and below. */
  readonly reliabilities: ReadonlyMap<Reliability | null, number>;
  readonly credibilities: ReadonlyMap<Credibility | null, number>;
  /** Effective markings. */
  readonly markings: ReadonlyMap<Marking, number>;
}

/** Counts per code, for keys that have any. */
function tally<Key>(counts: Uint32Array, keyOf: (code: number) => Key | undefined): Map<Key, number> {
  const map = new Map<Key, number>();
  counts.forEach((count, code) => {
    const key = keyOf(code);
    if (count > 0 && key !== undefined) map.set(key, count);
  });
  return map;
}

function byId(counts: Uint32Array, ids: IdSpace): Map<string, number> {
  return tally(counts, (code) => (code === 0 ? '' : ids.id(code - 1)));
}

function countTags(tables: CaseTables, ordinals: Uint32Array): Map<string, TagCount> {
  const { tagAt, tagCount } = tables.excerpts.columns.all;
  const { tags } = tables.excerpts;
  const { parents } = tables.tagTree;
  const size = tables.tags.ids.size;
  const [own, below] = [new Uint32Array(size), new Uint32Array(size)];
  /** The excerpt (+ 1) that each tag was last counted for. */
  const counted = new Uint32Array(size);
  for (let i = 0; i < ordinals.length; i += 1) {
    const o = ordinals[i]!;
    for (let at = tagAt[o]!, end = at + tagCount[o]!; at < end; at += 1) {
      let tag = tags[at]!;
      own[tag] = own[tag]! + 1;
      while (counted[tag] !== o + 1) {
        counted[tag] = o + 1;
        below[tag] = below[tag]! + 1;
        if (parents[tag] === 0) break;
        tag = parents[tag]! - 1;
      }
    }
  }
  const counts = new Map<string, TagCount>();
  for (let tag = 0; tag < size; tag += 1) {
    if (below[tag]! > 0 && tables.tags.lives(tag))
      counts.set(tables.tags.ids.id(tag), { own: own[tag]!, below: below[tag]! });
  }
  return counts;
}

/** What the excerpts of a list hold. */
export function countFacets(tables: CaseTables, ordinals: Uint32Array): Facets {
  const { document, source, marking, credibility } = tables.excerpts.columns.all;
  const publisher = tables.documents.columns.all.source;
  const ofDocument = tables.documents.columns.all.marking;
  const { reliability } = tables.sources.columns.all;
  const sources = new Uint32Array(tables.sources.ids.size + 1);
  const documents = new Uint32Array(tables.documents.ids.size + 1);
  const reliabilities = new Uint32Array(RELIABILITY_CODES);
  const credibilities = new Uint32Array(CREDIBILITY_CODES);
  const markings = new Uint32Array(MARKING_CODES);
  for (let i = 0; i < ordinals.length; i += 1) {
    const o = ordinals[i]!;
    const d = document[o]!;
    const from = source[o]! || (d === 0 ? 0 : publisher[d - 1]!);
    const letter = from === 0 ? 0 : reliability[from - 1]!;
    const strict = Math.max(1, marking[o]!, d === 0 ? 0 : ofDocument[d - 1]!);
    documents[d] = documents[d]! + 1;
    sources[from] = sources[from]! + 1;
    reliabilities[letter] = reliabilities[letter]! + 1;
    credibilities[credibility[o]!] = credibilities[credibility[o]!]! + 1;
    markings[strict] = markings[strict]! + 1;
  }
  return {
    total: ordinals.length,
    tags: countTags(tables, ordinals),
    sources: byId(sources, tables.sources.ids),
    documents: byId(documents, tables.documents.ids),
    reliabilities: tally<Reliability | null>(reliabilities, (code) => (code === 0 ? null : RELIABILITIES[code - 1])),
    credibilities: tally<Credibility | null>(credibilities, (code) => (code === 0 ? null : CREDIBILITIES[code - 1])),
    markings: tally(markings, (code) => MARKINGS[code - 1]),
  };
}
