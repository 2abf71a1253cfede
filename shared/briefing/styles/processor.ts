// A compilation that includes this module only by an import has to find the types too.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./citeproc.d.ts" />
/**
 * The citation processor (citeproc-js) behind the little that is asked of it. It is large: load this module with
 * `import()`. Nothing of a page is used, and what it says of a document comes back as typed runs.
 */
import CSL from 'citeproc';
import type { CslItem } from '../../model/csl';
import { localeTag } from './locales';
import type { Locales } from './locales';
import { copyOf } from './xml';
import { RUNS_FORMAT, runsFormat } from './outputFormat';
import type { CslStyle } from './readStyle';
import { asData, parseRuns } from './runs';
import type { Runs } from './runs';

/** One document as it is cited in one place. */
export interface Cite {
  readonly documentId: string;
  /** A place CSL has a name for. */
  readonly locator?: { readonly label: 'page' | 'paragraph'; readonly value: string } | undefined;
  /** A place CSL has no name for, in words: `caption 2`. */
  readonly placeWords?: string | undefined;
}

/** Documents cited together: one bracket, or one note. */
export interface CiteGroup {
  readonly cites: readonly Cite[];
  /** Number of the note, from 1; 0 for a citation in the text. */
  readonly noteIndex: number;
}

export interface Processed {
  /** As many as groups, in their order. */
  readonly labels: readonly Runs[];
  /** In the order of the style; empty where it has no list. */
  readonly list: readonly { readonly documentId: string; readonly runs: Runs }[];
}

CSL.Output.Formats[RUNS_FORMAT] = runsFormat;

/**
 * Formats the groups and the list of what they cite (CSL 1.0.2). Every document cited must be among the items.
 * @param language BCP 47, for styles that do not fix one themselves
 * @throws where the processor cannot work with the style
 */
export function process(
  style: CslStyle,
  locales: Locales,
  language: string,
  items: ReadonlyMap<string, CslItem>,
  groups: readonly CiteGroup[],
): Processed {
  const engine = new CSL.Engine(
    {
      // The processor adds to the trees it is given.
      retrieveLocale: (tag) => copyOf(locales.byTag.get(tag) ?? locales.base),
      retrieveItem: (id) => ({ ...(dataOf(items.get(id)!) as object), id }),
    },
    copyOf(style.root),
    localeTag(locales, language),
    false,
  );
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  const citations = groups.map((group, i) => ({
    citationID: `${i}`,
    citationItems: group.cites.map(({ documentId, locator, placeWords }) => ({
      id: documentId,
      ...(locator && { label: locator.label, locator: asData(locator.value) }),
      ...(placeWords && { suffix: `, ${asData(placeWords)}` }),
    })),
    properties: { noteIndex: group.noteIndex },
  }));
  const labels = engine.rebuildProcessorState(citations, RUNS_FORMAT).map(([, , marked]) => parseRuns(marked));
  engine.setOutputFormat(RUNS_FORMAT);
  const made = engine.makeBibliography();
  if (made === false) return { labels, list: [] };
  const [{ entry_ids: ids }, entries] = made;
  return { labels, list: entries.map((marked, i) => ({ documentId: ids[i]![0]!, runs: parseRuns(marked) })) };
}

/** A copy whose texts hold nothing that the processor would read as markup. */
function dataOf(value: unknown): unknown {
  if (typeof value === 'string') return asData(value);
  if (Array.isArray(value)) return value.map(dataOf);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dataOf(inner)]));
}
