/** The formats a case comes in from and goes out to: one table, for the window's dialogs and the command line. */
import { zipSync } from 'fflate';
import type { BundleContents } from '../bundle/contents';
import { readBundle } from '../bundle/read';
import { bundleRefusalSentence } from '../bundle/refusals';
import type { BundleTools } from '../bundle/tools';
import { writeBundle } from '../bundle/write';
import { readZipEntry } from '../bundle/zipEntry';
import { readZipDirectory } from '../bundle/zipRead';
import { annotationRefusalSentence, readAnnotations } from './annotation/read';
import { writeAnnotations } from './annotation/write';
import { readCsv, csvRefusalSentence } from './csv/read';
import { writeCsvFiles } from './csv/write';
import { joplinRefusalSentence, readJoplin } from './joplin';
import type { MakingTools } from './making';
import { readVault, vaultRefusalSentence, writeVault } from './markdown';
import type { VaultFile } from './markdown';
import { readReferences, referencesRefusalSentence } from './references';
import { readRefi, refiRefusalSentence, writeQdc, writeQdpx } from './refi';
import type { ConversionReport } from './report';
import { readStix, stixRefusalSentence } from './stix/read';
import { writeStix } from './stix/write';

export interface Converted {
  readonly contents: BundleContents;
  readonly report: ConversionReport;
}

/** A case, or one sentence that says why there is none. */
export type FormatRead =
  | { readonly ok: true; readonly value: Converted }
  | { readonly ok: false; readonly sentence: string };

export interface WrittenFile {
  /** What a file is called among those of one conversion, with slashes: `excerpts.csv`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Written {
  /** One, where the format is one file; the first is the one that matters most. */
  readonly files: readonly WrittenFile[];
  readonly report: ConversionReport;
}

export type ReadTools = MakingTools & BundleTools;
export type WriteTools = BundleTools;

export interface Format {
  readonly id: string;
  readonly name: string;
  /** Without the dot, lower case; the first is what is written. */
  readonly extensions: readonly [string, ...string[]];
  readonly read?: (bytes: Uint8Array, fileName: string, tools: ReadTools) => Promise<FormatRead>;
  /** @throws BundleTooLarge where the case is larger than the format's file may be */
  readonly write?: (contents: BundleContents, tools: WriteTools) => Promise<Written>;
}

const NO_FOLDER = 'The file is no zip of a folder that can be read. Nothing was imported; pack the folder anew.';
/** The first day a zip knows: the same case gives the same bytes. */
const FIRST_DAY = '1980-01-01T00:00:00';

const NOTHING_LOST: ConversionReport = { counts: {}, losses: [], notices: [] };

const alone = (name: string, { bytes, report }: { bytes: Uint8Array; report: ConversionReport }): Written => ({
  files: [{ name, bytes }],
  report,
});

export const FORMATS: readonly Format[] = [
  {
    id: 'bundle',
    name: 'Collate bundle',
    extensions: ['collate'],
    async read(bytes, _fileName, tools) {
      const read = await readBundle(bytes, tools);
      if (!read.ok) return { ok: false, sentence: bundleRefusalSentence(read.reason, read.detail) };
      return { ok: true, value: { contents: read.value, report: NOTHING_LOST } };
    },
    write: async (contents, tools) =>
      alone('case.collate', { bytes: await writeBundle(contents, tools), report: NOTHING_LOST }),
  },
  {
    id: 'refi-project',
    name: 'REFI-QDA project',
    extensions: ['qdpx', 'qde'],
    async read(bytes, fileName, tools) {
      const read = await readRefi(bytes, fileName, tools);
      return read.ok ? read : { ok: false, sentence: refiRefusalSentence(read.reason, read.detail) };
    },
    write: async (contents, tools) => alone('case.qdpx', await writeQdpx(contents, tools)),
  },
  {
    id: 'refi-codebook',
    name: 'REFI-QDA codebook',
    extensions: ['qdc'],
    async read(bytes, fileName, tools) {
      const read = await readRefi(bytes, fileName, tools);
      return read.ok ? read : { ok: false, sentence: refiRefusalSentence(read.reason, read.detail) };
    },
    write: async (contents, tools) => alone('case.qdc', await writeQdc(contents, tools)),
  },
  {
    id: 'csv',
    name: 'Tables (CSV)',
    extensions: ['csv'],
    async read(bytes, fileName, tools) {
      const read = await readCsv(bytes, fileName, tools);
      return read.ok ? read : { ok: false, sentence: csvRefusalSentence(read.reason) };
    },
    async write(contents, tools) {
      const { files, report } = writeCsvFiles(contents);
      return { files: files.map(({ name, text }) => ({ name, bytes: tools.encode(text) })), report };
    },
  },
  {
    id: 'stix',
    name: 'STIX 2.1 bundle',
    extensions: ['stix.json', 'stix'],
    async read(bytes, fileName, tools) {
      const read = await readStix(bytes, fileName, tools);
      return read.ok ? read : { ok: false, sentence: stixRefusalSentence(read.reason) };
    },
    async write(contents, tools) {
      const { text, report } = await writeStix(contents);
      return alone('case.stix.json', { bytes: tools.encode(text), report });
    },
  },
  {
    id: 'annotation',
    name: 'Web annotations, Hypothesis export',
    extensions: ['jsonld'],
    async read(bytes, fileName, tools) {
      const read = await readAnnotations(bytes, fileName, tools);
      return read.ok ? read : { ok: false, sentence: annotationRefusalSentence(read.reason, read.detail) };
    },
    async write(contents, tools) {
      const { text, report } = writeAnnotations(contents);
      return alone('case.jsonld', { bytes: tools.encode(text), report });
    },
  },
  {
    id: 'json',
    name: 'STIX, web annotations or CSL-JSON',
    extensions: ['json'],
    // Many programs call all of these so: the content says which it is.
    async read(bytes, fileName, tools) {
      const stix = await readStix(bytes, fileName, tools);
      if (stix.ok) return stix;
      if (stix.reason !== 'not-stix') return { ok: false, sentence: stixRefusalSentence(stix.reason) };
      const annotations = await readAnnotations(bytes, fileName, tools);
      if (annotations.ok) return annotations;
      if (annotations.reason !== 'not-annotations')
        return { ok: false, sentence: annotationRefusalSentence(annotations.reason, annotations.detail) };
      const references = await readReferences(bytes, fileName, tools);
      return references.ok ? references : { ok: false, sentence: referencesRefusalSentence(references.reason) };
    },
  },
  {
    id: 'references',
    name: 'References (Zotero, RIS, BibTeX, CSL-JSON)',
    extensions: ['ris', 'bib', 'csl.json'],
    async read(bytes, fileName, tools) {
      const read = await readReferences(bytes, fileName, tools);
      return read.ok ? read : { ok: false, sentence: referencesRefusalSentence(read.reason) };
    },
  },
  {
    id: 'joplin',
    name: 'Joplin export',
    extensions: ['jex'],
    async read(bytes, fileName, tools) {
      const read = await readJoplin(bytes, fileName, tools);
      return read.ok ? read : { ok: false, sentence: joplinRefusalSentence(read.reason) };
    },
  },
  {
    id: 'markdown',
    name: 'Markdown folder (Obsidian), zipped',
    extensions: ['zip'],
    async read(bytes, fileName, tools) {
      const directory = await readZipDirectory(bytes, 'foreign');
      if (!directory.ok) return { ok: false, sentence: NO_FOLDER };
      const files: VaultFile[] = [];
      for (const [path, entry] of directory.value) {
        const content = await readZipEntry(bytes, entry, tools);
        if (!content.ok) return { ok: false, sentence: NO_FOLDER };
        files.push({ path, bytes: content.value });
      }
      const read = await readVault(files, fileName.replace(/\.zip$/i, ''), tools);
      return read.ok ? read : { ok: false, sentence: vaultRefusalSentence(read.reason) };
    },
    async write(contents, tools) {
      const { files, report } = await writeVault(contents, tools);
      const packed = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { mtime: FIRST_DAY });
      return alone('case.zip', { bytes: packed, report });
    },
  },
];

/** The format a file name ends with, of the longest extension that fits; null for one that is not known. */
export function formatOf(fileName: string): Format | null {
  const name = fileName.toLowerCase();
  let found: Format | null = null;
  let longest = 0;
  for (const format of FORMATS) {
    for (const extension of format.extensions) {
      if (extension.length <= longest || !name.endsWith(`.${extension}`)) continue;
      found = format;
      longest = extension.length;
    }
  }
  return found;
}
