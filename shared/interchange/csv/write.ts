/** A case as tables for spreadsheets: excerpts, tags, links, and the figures that the excerpts' words hold. */
import type { BundleContents } from '../../bundle/contents';
import { placesIn } from '../../bundle/places';
import { codePointCounter } from '../webAnnotation';
import { publishedOn } from '../../model/importing';
import { figureWords } from '../../model/figure';
import { effectiveMarking } from '../../model/marking';
import { isAlive } from '../../model/record';
import { reliabilityOf } from '../../model/source';
import type { Tag } from '../../model/tag';
import { quantitiesIn } from '../../text/quantities';
import { makeReport } from '../report';
import type { ConversionReport, ReportMaker } from '../report';
import { sayUnwritten } from '../unwritten';
import { writeCsv } from './cells';
import { figuresCell } from './figures';
import { remembered } from '../remembered';

/** Between the tags of a cell; a semicolon or backslash in a name gets a backslash before it. */
const TAG_SIGN = '; ';
const escaped = (name: string): string => name.replace(/[\\;/]/g, String.raw`\$&`);

export interface CsvFile {
  /** `excerpts.csv` */
  readonly name: string;
  readonly text: string;
}

/** The tables as files, and what they leave out. Deleted records are not among them. The same case gives the same files. */
export function writeCsvFiles(contents: BundleContents): { files: readonly CsvFile[]; report: ConversionReport } {
  const report = makeReport();
  const { rows } = contents;
  const documents = new Map(rows.documents?.map((row) => [row.id, row]));
  const sources = new Map(rows.sources?.map((row) => [row.id, row]));
  const tags = new Map((rows.tags ?? []).filter(isAlive).map((row) => [row.id, row]));
  const texts = new Map(contents.texts.map((one) => [one.id, one.text]));
  const excerpts = (rows.excerpts ?? []).filter(isAlive);
  const { placeOf } = placesIn(contents);
  const counters = remembered((id) => codePointCounter(texts.get(id) ?? ''));

  const excerptRows: string[][] = [EXCERPT_HEAD];
  const figureRows: string[][] = [FIGURE_HEAD];
  for (const excerpt of excerpts) {
    const document = documents.get(excerpt.documentId);
    const source = sources.get(excerpt.sourceId ?? document?.sourceId ?? '');
    const paths = excerpt.tags.flatMap((id) => (tags.has(id) ? [pathOf(tags.get(id)!, tags)] : []));
    const title = document?.title ?? '';
    const place = placeOf(excerpt)?.short ?? '';
    const marking = effectiveMarking(excerpt.marking, document?.marking ?? 'TLP:CLEAR');
    const points = counters(excerpt.textId);
    excerptRows.push([
      excerpt.id,
      excerpt.quote,
      excerpt.note,
      paths.join(TAG_SIGN),
      title,
      source?.name ?? '',
      reliabilityOf(source) ?? '',
      excerpt.credibility === null ? '' : String(excerpt.credibility),
      excerpt.eventDate ?? '',
      figuresCell(excerpt.figures),
      marking,
      place,
      document ? publishedOn(document) : '',
      document?.csl.URL ?? '',
      String(points(excerpt.start)),
      String(points(excerpt.end)),
      excerpt.textId,
    ]);
    const tail = [excerpt.eventDate ?? '', title, place, marking];
    const row = (words: string, kept: string, cells: readonly string[]): void =>
      void figureRows.push([excerpt.id, source?.name ?? '', words, kept, ...cells, ...tail]);
    for (const { value, high, unit, counted, hedge, asOf, ...figure } of excerpt.figures) {
      const words = figureWords({ ...figure, value, high, unit, counted, hedge, asOf: '' });
      row(words, 'yes', [String(value), String(high ?? value), unit, counted, hedge, asOf]);
    }
    for (const read of quantitiesIn(excerpt.quote, document?.language || 'en')) {
      const { start, end, low, high, unit, counted, hedgeWords } = read;
      if (excerpt.figures.some((kept) => kept.value === low && (kept.high ?? kept.value) === high)) continue;
      row(excerpt.quote.slice(start, end), 'no', [String(low), String(high), unit, counted, hedgeWords, '']);
    }
  }

  const tagRows: string[][] = [TAG_HEAD];
  for (const tag of tags.values()) {
    const uses = excerpts.filter((one) => one.tags.includes(tag.id)).length;
    const aliases = tag.aliases.map(escaped).join(TAG_SIGN);
    tagRows.push([tag.id, pathOf(tag, tags), tag.name, tag.kind, aliases, tag.description, String(uses)]);
  }

  const words = new Map([
    ...excerpts.map((one) => [one.id, one.quote] as const),
    ...(rows.hypotheses ?? []).filter(isAlive).map((one) => [one.id, `${one.code}: ${one.statement}`] as const),
  ]);
  const linkRows: string[][] = [LINK_HEAD];
  for (const link of (rows.links ?? []).filter(isAlive)) {
    const [from, to] = [words.get(link.fromId), words.get(link.toId)];
    if (from === undefined || to === undefined) report.lose('A link has an end that was deleted.');
    else linkRows.push([link.id, link.fromId, from, link.type, link.toId, to, link.note]);
  }

  const files = [
    ['excerpts', excerptRows],
    ['tags', tagRows],
    ['links', linkRows],
    ['figures', figureRows],
  ] as const;
  for (const [name, table] of files) report.count(name, table.length - 1);
  lost(contents, report);
  report.notice('Figures that no excerpt keeps are read out of its words; nobody has checked them.');
  report.notice('A cell that a spreadsheet would take for a formula begins with an apostrophe.');
  return {
    files: files.map(([name, table]) => ({ name: `${name}.csv`, text: writeCsv(table) })),
    report: report.done(),
  };
}

export const EXCERPT_HEAD = [
  'id',
  'quote',
  'note',
  'tags',
  'document',
  'source',
  'reliability',
  'credibility',
  'date',
  'figures',
  'marking',
  'place',
  'published',
  'address',
  'start',
  'end',
  'text',
];
const TAG_HEAD = ['id', 'path', 'name', 'kind', 'aliases', 'description', 'excerpts'];
const LINK_HEAD = ['id', 'from id', 'from', 'type', 'to id', 'to', 'note'];
const FIGURE_HEAD = [
  'excerpt',
  'source',
  'figure',
  'kept',
  'low',
  'high',
  'unit',
  'counted',
  'hedge',
  'as of',
  'date',
  'document',
  'place',
  'marking',
];

function lost(contents: BundleContents, report: ReportMaker): void {
  const { rows, texts, originals } = contents;
  const say = (what: string, count: number): void => void (count > 0 && report.lose(what, count));
  const alive = (some: readonly { deleted: string | null }[] | undefined): number =>
    (some ?? []).filter((row) => row.deleted === null).length;
  say('The text of a document is not in a table.', texts.length);
  say('An original file is not in a table.', originals.length);
  say('A briefing is not in a table.', alive(rows.briefings));
  say('A judgement is not in a table.', alive(rows.judgements));
  say('A review comment is not in a table.', alive(rows.comments));
  sayUnwritten(contents, report, ['origins']);
}

/** Names from the root down, joined by slashes; a ring ends where it closes. */
function pathOf(tag: Tag, tags: ReadonlyMap<string, Tag>): string {
  const names: string[] = [];
  const met = new Set<string>();
  for (let at: Tag | undefined = tag; at && !met.has(at.id); at = tags.get(at.parentId ?? '')) {
    met.add(at.id);
    names.unshift(escaped(at.name));
  }
  return names.join('/');
}
