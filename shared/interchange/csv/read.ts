/** Excerpts out of a table of comma-separated values: rows of one document become one text made of their quotes. */
import type { BundleContents } from '../../bundle/contents';
import type { BundleTools } from '../../bundle/tools';
import { isEventDate } from '../../model/eventDate';
import { LONGEST_QUOTE } from '../../model/excerpt';
import type { Figure } from '../../model/figure';
import { MARKINGS, strictest } from '../../model/marking';
import type { Marking } from '../../model/marking';
import type { Credibility } from '../../model/grading';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { LARGEST_JSON, wordsOf } from '../jsonFile';
import { makeCase } from '../making';
import type { MakingTools } from '../making';
import { makeReport } from '../report';
import type { ConversionReport, ReportMaker } from '../report';
import { addDocument, addExcerpt, sourceMaker, tagMaker } from '../textDocument';
import { parseCsv } from './cells';
import { figuresFrom } from './figures';

export type CsvRefusal = 'empty' | 'too-large' | 'not-utf-8' | 'no-quote-column' | 'no-rows';

const refusals: Readonly<Record<CsvRefusal, string>> = {
  empty: 'The table is empty. Nothing was imported. Export it again from the program it came from.',
  'too-large': 'The table is larger than can be read. Nothing was imported. Split it into smaller ones.',
  'not-utf-8': 'The table is not written in UTF-8. Nothing was imported. Save it again as “CSV UTF-8”.',
  'no-quote-column':
    'No column of the table is called “quote”. Nothing was imported. Name the columns in the first row.',
  'no-rows': 'No row of the table has a quote. Nothing was imported. Fill the column “quote” and import it again.',
};

/** What happened, what is unchanged, what to do. */
export const csvRefusalSentence = (reason: CsvRefusal): string => refusals[reason];

export type CsvReadTools = MakingTools & Pick<BundleTools, 'decode'>;

const COLUMNS = ['quote', 'note', 'tags', 'document', 'source', 'credibility', 'date', 'figures', 'marking'] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, string>>;

/**
 * A case of the excerpts in a table. Columns are known by the names in the first row, upper or lower case; only `quote`
 * has to be there. The texts the quotes are from are not in a table, so each document is made of its quotes.
 */
export async function readCsv(
  bytes: Uint8Array,
  fileName: string,
  tools: CsvReadTools,
): Promise<Result<{ contents: BundleContents; report: ConversionReport }, CsvRefusal>> {
  const report = makeReport();
  const rows = rowsOf(bytes, tools.decode, report);
  if (!rows.ok) return rows;
  const making = makeCase(fileName.replace(/\.[^.]*$/, ''), tools);
  const tagOf = tagMaker(making);
  const sourceOf = sourceMaker(making);
  const byDocument = new Map<string, Row[]>();
  for (const row of rows.value) {
    const title = row.document.trim();
    const same = byDocument.get(title);
    if (same) same.push(row);
    else byDocument.set(title, [row]);
  }
  for (const [title, some] of byDocument) {
    const name = title === '' ? fileName : title;
    const names = new Set(some.map((row) => row.source.trim()).filter((one) => one !== ''));
    const publisher = names.size === 1 ? [...names][0]! : null;
    const quotes = some.map((row) => wordsOf(row.quote, LONGEST_QUOTE).replace(/\r\n?/g, '\n').trim());
    const starts: number[] = [];
    let text = '';
    for (const quote of quotes) {
      starts.push(text.length);
      text += `${quote}\n\n`;
    }
    const markings = some.map((row) => markingOf(row.marking, report));
    const document = await addDocument(making, tools, {
      title: name,
      text,
      fileName,
      mediaType: 'text/csv',
      extractor: 'csv/1',
      sourceId: publisher === null ? null : sourceOf(publisher),
      marking: strictest(markings.map((one) => one ?? tools.marking)),
    });
    if (!document) {
      report.lose('A document’s quotes are more than a text may hold.', some.length);
      continue;
    }
    report.count('documents');
    for (const [index, row] of some.entries()) {
      const { length } = quotes[index]!;
      const tags = namesIn(row.tags)
        .map((path) => tagOf(path))
        .filter((id) => id !== null);
      if (row.quote.length > LONGEST_QUOTE) report.lose('A quote was longer than 20,000 characters and was cut.');
      const sourceName = row.source.trim();
      const made = addExcerpt(making, document, starts[index]!, starts[index]! + length, {
        note: wordsOf(row.note, 200_000),
        tags,
        credibility: credibilityOf(row.credibility, report),
        eventDate: dateOf(row.date, report),
        figures: figuresOf(row.figures, tools.newId, report),
        marking: markings[index]!,
        sourceId: publisher === null ? sourceOf(sourceName) : null,
      });
      if (made === null) report.lose('A row has no words in its quote.');
      else report.count('excerpts');
    }
  }
  const contents = making.contents();
  report.count('tags', contents.rows.tags?.length ?? 0);
  report.count('sources', contents.rows.sources?.length ?? 0);
  report.notice('The texts the quotes are from are not in the table: each document is made of its quotes.');
  return yes({ contents, report: report.done() });
}

function rowsOf(bytes: Uint8Array, decode: BundleTools['decode'], report: ReportMaker): Result<Row[], CsvRefusal> {
  if (bytes.length > LARGEST_JSON) return no('too-large');
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    return no('not-utf-8');
  }
  const table = parseCsv(text);
  if (table === null) return no('too-large');
  const [head, ...body] = table;
  if (!head) return no('empty');
  const places = head.map((name) => name.trim().toLowerCase());
  const at = Object.fromEntries(COLUMNS.map((column) => [column, places.indexOf(column)])) as Record<Column, number>;
  if (at.quote < 0) return no('no-quote-column');
  for (const [index, name] of places.entries()) {
    if (name !== '' && at[name as Column] !== index) report.notice(`The column “${wordsOf(name, 60)}” was not read.`);
  }
  const rows: Row[] = [];
  for (const cells of body) {
    const row = Object.fromEntries(COLUMNS.map((column) => [column, cells[at[column]] ?? ''])) as Record<
      Column,
      string
    >;
    if (row.quote.trim() === '') report.lose('A row has no words in its quote.');
    else rows.push(row);
  }
  return rows.length === 0 ? no('no-rows') : yes(rows);
}

/** `a/b; c` as paths of names; a backslash takes the meaning of the sign after it. */
export function namesIn(cell: string): string[][] {
  const paths: string[][] = [];
  let path: string[] = [];
  let name = '';
  const endName = (): void => {
    if (name.trim() !== '') path.push(name.trim());
    name = '';
  };
  const endPath = (): void => {
    endName();
    if (path.length > 0) paths.push(path);
    path = [];
  };
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell[at]!;
    if (sign === '\\' && at + 1 < cell.length) name += cell[(at += 1)]!;
    else if (sign === '/') endName();
    else if (sign === ';') endPath();
    else name += sign;
  }
  endPath();
  return paths;
}

function markingOf(cell: string, report: ReportMaker): Marking | null {
  const wanted = cell
    .trim()
    .toUpperCase()
    .replace(/^(?!TLP:)(?=.)/, 'TLP:')
    .replace('TLP:WHITE', 'TLP:CLEAR');
  if (wanted === '') return null;
  const marking = MARKINGS.find((one) => one === wanted);
  if (!marking) report.lose('A marking is no label of TLP 2.0; the row is under the strictest, TLP:RED.');
  return marking ?? 'TLP:RED';
}

function credibilityOf(cell: string, report: ReportMaker): Credibility | null {
  const match = /^[A-F]?([1-6])$/i.exec(cell.trim());
  if (!match && cell.trim() !== '') report.lose('A credibility is no number from 1 to 6.');
  return match ? (Number(match[1]) as Credibility) : null;
}

function figuresOf(cell: string, newId: () => string, report: ReportMaker): Figure[] {
  const { figures, unread } = figuresFrom(cell, newId);
  if (unread > 0) report.lose('A figure has no number that can be read.', unread);
  return figures;
}

function dateOf(cell: string, report: ReportMaker): string | null {
  const date = cell.trim();
  if (date === '') return null;
  if (date.length <= 40 && isEventDate(date)) return date;
  report.lose('A date is not written as 2024-11-04, 2024-11, 2024 or a span of them.');
  return null;
}
