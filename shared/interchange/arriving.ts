/** What the analyst says of a file of another program before it comes in: its label, and who it is from. */
import { citedExcerptIds } from '../briefing/references';
import { makeClock } from '../merge/clock';
import { createRow } from '../merge/edit';
import { strictest } from '../model/marking';
import type { Marking } from '../model/marking';
import type { BundleContents } from '../bundle/contents';
import type { Converted } from './formats';
import { wordsOf } from './jsonFile';
import type { MakingTools } from './making';

export interface ArrivalWishes {
  /** What comes in bears it (TLP 2.0). */
  readonly marking: Marking;
  /** A label that the file itself gives holds; else it is raised to `marking` where it is freer. */
  readonly keepLabels: boolean;
  /** Who publishes the documents for which the file names nobody; empty: nobody. */
  readonly source: string;
  /** Who wrote the documents for which the file names nobody; empty: nobody. */
  readonly author: string;
}

/**
 * What a converter read, as the analyst wishes it to come in. The converter has put what the file gives no label
 * under `marking` already, as `MakingTools` asks of it; excerpts without a label of their own bear their document's.
 */
export function arrivingAs(
  { contents, report }: Converted,
  { marking, keepLabels, source, author }: ArrivalWishes,
  tools: Pick<MakingTools, 'newId' | 'now' | 'actor'>,
): Converted {
  const publisher = publisherFor(contents, source, tools);
  const writer = wordsOf(author.trim(), 300);
  let [stricter, published, written] = [0, 0, 0];
  const raised = (own: Marking): Marking => {
    const label = keepLabels ? own : strictest([own, marking]);
    if (label !== own) stricter += 1;
    return label;
  };
  const documents = (contents.rows.documents ?? []).map((document) => {
    const sourceId = document.sourceId ?? publisher?.id ?? null;
    if (sourceId !== document.sourceId) published += 1;
    const isUnsigned = writer !== '' && (document.csl.author ?? []).length === 0;
    if (isUnsigned) written += 1;
    const csl = isUnsigned ? { ...document.csl, author: [{ literal: writer }] } : document.csl;
    return { ...document, sourceId, csl, marking: raised(document.marking) };
  });
  const briefings = (contents.rows.briefings ?? []).map((one) => ({
    ...one,
    // A note without a label of its own has that of what it cites: of nothing, that would be none.
    marking:
      one.marking === null
        ? keepLabels && citedExcerptIds(one.body).length > 0
          ? null
          : marking
        : raised(one.marking),
  }));
  const record = { ...contents.case, marking: raised(contents.case.marking) };
  const sources = contents.rows.sources ?? [];
  const all = publisher && published > 0 && !sources.includes(publisher) ? [...sources, publisher] : sources;
  const notices = [
    ...(stricter > 0
      ? [
          `${stricter === 1 ? 'One label of the file was' : `${stricter} labels of the file were`} freer than ${marking} and ${stricter === 1 ? 'was' : 'were'} raised to it.`,
        ]
      : []),
    ...(published > 0
      ? [`The file names no publisher for ${documentWords(published)}: “${publisher!.name}” was set.`]
      : []),
    ...(written > 0 ? [`The file names no author for ${documentWords(written)}: “${writer}” was set.`] : []),
  ];
  return {
    contents: {
      ...contents,
      case: record,
      rows: { ...contents.rows, documents, briefings, sources: all.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
    },
    report: { ...report, notices: [...report.notices, ...notices] },
  };
}

const documentWords = (count: number): string => (count === 1 ? 'one document' : `${count} documents`);

/** The source of that name: the file's own where it has one, else a new one; null where none is wished. */
function publisherFor(
  { rows }: BundleContents,
  wanted: string,
  { newId, now, actor }: Pick<MakingTools, 'newId' | 'now' | 'actor'>,
) {
  const name = wordsOf(wanted.trim(), 300);
  if (name === '') return null;
  const known = rows.sources?.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const fields = { name, kind: 'organisation' as const, aliases: [], description: '', originId: null, gradings: [] };
  return known ?? createRow('sources', newId(), fields, makeClock(actor, '001', now).tick());
}
