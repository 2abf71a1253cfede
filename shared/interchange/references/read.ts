/** Reads references of Zotero and its like: each becomes a document whose text is its title, abstract and notes. */
import type { BundleContents } from '../../bundle/contents';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { readJson, wordsOf } from '../jsonFile';
import { makeCase } from '../making';
import type { MakingTools } from '../making';
import { decodeText } from '../markdown/decodeText';
import { firstLineOf, makePassages } from '../markdown/passages';
import { makeReport } from '../report';
import type { ConversionReport } from '../report';
import { addDocument, tagMaker } from '../textDocument';
import { bibtexEntries, isBibtex } from './bibtex';
import { cslEntries } from './cslJson';
import { textOf } from './entry';
import type { ReferenceEntry } from './entry';
import type { ReferencesRefusal } from './refusals';
import { isRis, risEntries } from './ris';

export const LARGEST_FILE = 64 * 1024 ** 2;
export const MOST_REFERENCES = 50_000;
/** Recorded with the texts made of references. */
export const REFERENCE_EXTRACTOR = 'reference/1';

export interface ReferenceFile {
  readonly name: string;
  readonly mediaType: string;
  readonly entries: readonly ReferenceEntry[];
  readonly broken: number;
}

/** The references of a file as they stand in it; which format it is, the content says. */
export function readReferenceEntries(
  bytes: Uint8Array,
): Result<ReferenceFile & { readonly encoding: string }, ReferencesRefusal> {
  if (bytes.length > LARGEST_FILE) return no('too-large');
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') return no('empty');
  const format = formatOf(text);
  if (!format) return no('not-references');
  if (format.entries.length === 0) return no('empty');
  if (format.entries.length > MOST_REFERENCES) return no('too-many');
  return yes({ ...format, encoding });
}

/**
 * The references as a case of its own; which format it is, the content says.
 * @param fileName names the case
 */
export async function readReferences(
  bytes: Uint8Array,
  fileName: string,
  tools: MakingTools,
): Promise<Result<{ contents: BundleContents; report: ConversionReport }, ReferencesRefusal>> {
  const read = readReferenceEntries(bytes);
  if (!read.ok) return read;
  const { encoding, ...format } = read.value;
  const report = makeReport();
  const name = wordsOf(fileName.replace(/^.*[\\/]/, ''), 500);
  const making = makeCase(name.replace(/\.[a-z0-9]{1,8}$/i, ''), tools, `References from ${format.name}.`);
  const tag = tagMaker(making);
  const passages = makePassages(making);
  for (const entry of format.entries) {
    const document = await addDocument(making, tools, {
      title: entry.csl.title ?? '',
      text: textOf(entry),
      fileName: name,
      mediaType: format.mediaType,
      extractor: REFERENCE_EXTRACTOR,
      csl: entry.csl,
      language: entry.csl.language ?? '',
      marking: tools.marking,
    });
    if (!document) {
      report.lose('References larger than a text may be are not taken over.');
      continue;
    }
    report.count('documents');
    if (entry.abstract.trim() !== '') report.count('abstracts');
    report.count('notes', entry.notes.length);
    if (entry.attachments.length > 0)
      report.lose(
        'Attached files are not taken over; the text of their document names them.',
        entry.attachments.length,
      );
    const ids = entry.keywords.map((keyword) => tag([keyword])).filter((id) => id !== null);
    const { start, end } = firstLineOf(document.text);
    if (ids.length > 0) for (const id of ids) passages.span(document, start, end)?.tags.add(id);
  }
  const { excerpts } = passages.finish();
  const contents = making.contents();
  report.count('tags', contents.rows.tags?.length ?? 0);
  report.count('excerpts', excerpts);
  if (format.broken > 0) report.lose('Entries that do not close are not read.', format.broken);
  if (encoding === 'windows-1252')
    report.notice('The file does not say its encoding and is not UTF-8; it was read as Western European.');
  if (excerpts > 0) report.notice('Keywords became tags; they stand at an excerpt of the title.');
  report.notice('Bibliographic fields that documents do not have stand in the text, under Details.');
  return yes({ contents, report: report.done() });
}

function formatOf(text: string): ReferenceFile | null {
  if (/^\s{0,1000}[[{]/.test(text)) {
    // Read again from the words: the bytes may have been UTF-16.
    const json = readJson(new Uint8Array(1), () => text);
    const entries = json.ok ? cslEntries(json.value) : null;
    return entries && { name: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', entries, broken: 0 };
  }
  if (isRis(text))
    return { name: 'RIS', mediaType: 'application/x-research-info-systems', entries: risEntries(text), broken: 0 };
  return isBibtex(text) ? { name: 'BibTeX', mediaType: 'application/x-bibtex', ...bibtexEntries(text) } : null;
}
