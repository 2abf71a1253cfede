/** What a bundle carries, and the rules that hold between its parts: whoever reads one may rely on them. */
import { picturesIn } from '../briefing/pictures';
import type { Case } from '../model/case';
import { fitsText, layoutIdOf } from '../model/layout';
import type { Layout } from '../model/layout';
import { isAlive } from '../model/record';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { RowOf } from '../model/tables';
import type { RecordTable } from './names';
import type { BundleRefusal } from './refusals';
import type { Bytes } from './source';

export interface BundleText {
  /** SHA-256 of the text in UTF-8, hex. */
  readonly id: string;
  readonly text: string;
}

export interface BundleOriginal {
  /** SHA-256 of the bytes, hex. */
  readonly id: string;
  /** File extension without the dot. */
  readonly ext: string;
  /** Read when they are needed: all of a bundle's together may be more than the memory holds. */
  readonly bytes: Bytes;
}

export type BundleRows = { readonly [Table in RecordTable]?: readonly RowOf<Table>[] };

/** A case as a bundle carries it. Rows are ordered by id; deleted ones are among them, since they carry deletions. */
export interface BundleContents {
  readonly case: Case;
  readonly rows: BundleRows;
  readonly texts: readonly BundleText[];
  readonly originals: readonly BundleOriginal[];
  /** What was left out on purpose, by kind; not there for a whole case. */
  readonly withheld?: Readonly<Record<string, number>>;
}

export interface Mentioned {
  readonly texts: ReadonlySet<string>;
  readonly originals: ReadonlySet<string>;
}

/** The texts and original files that the documents name, and the pictures that briefings and their versions show. */
export function mentionedIn(rows: Pick<BundleRows, 'documents' | 'briefings' | 'briefingVersions'>): Mentioned {
  const texts = new Set<string>();
  const originals = new Set<string>();
  for (const document of rows.documents ?? []) {
    for (const version of document.versions) {
      texts.add(version.textId);
      if (version.originalId !== null) originals.add(version.originalId);
    }
  }
  for (const { body } of [...(rows.briefings ?? []), ...(rows.briefingVersions ?? [])])
    for (const { originalId } of picturesIn(body)) originals.add(originalId);
  return { texts, originals };
}

/**
 * Says whether excerpts stand where they say: each in a document that is there, its quote letter for letter at its
 * offsets in a text that is there. Of a deleted excerpt the text may be gone.
 */
export function checkExcerpts(contents: BundleContents): Result<null, BundleRefusal> {
  const texts = new Map(contents.texts.map((text) => [text.id, text.text]));
  const documents = new Set(contents.rows.documents?.map((document) => document.id));
  for (const excerpt of contents.rows.excerpts ?? []) {
    if (!documents.has(excerpt.documentId)) return no('reference-missing', `excerpt ${excerpt.id}`);
    const text = texts.get(excerpt.textId);
    if (text === undefined) {
      if (isAlive(excerpt)) return no('reference-missing', `excerpt ${excerpt.id}`);
      continue;
    }
    const { start, end, quote } = excerpt;
    if (end - start !== quote.length || end > text.length || !text.startsWith(quote, start))
      return no('quote-altered', `excerpt ${excerpt.id}`);
  }
  return yes(null);
}

/** The layouts of texts that go: a layout goes where its text goes. */
export function layoutsOf(rows: Pick<BundleRows, 'layouts'>, texts: Iterable<{ readonly id: string }>): Layout[] {
  const going = new Set(Array.from(texts, ({ id }) => id));
  return (rows.layouts ?? []).filter(({ textId }) => going.has(textId));
}

/**
 * Says whether layouts are those of texts that are there: each under the id of its text, its blocks and pages inside it.
 */
export function checkLayouts(contents: BundleContents): Result<null, BundleRefusal> {
  const lengths = new Map(contents.texts.map(({ id, text }) => [id, text.length]));
  for (const layout of contents.rows.layouts ?? []) {
    const length = lengths.get(layout.textId);
    if (length === undefined) return no('reference-missing', `layout ${layout.id}`);
    if (layout.id !== layoutIdOf(layout.textId) || !fitsText(layout, length))
      return no('record-broken', `layout ${layout.id}`);
  }
  return yes(null);
}

/** Says whether no text and no original file is there that no document names and no briefing shows. */
export function checkMentions(
  contents: Pick<BundleContents, 'rows'> & {
    readonly texts: readonly { readonly id: string }[];
    readonly originals: readonly Pick<BundleOriginal, 'id' | 'ext'>[];
  },
): Result<null, BundleRefusal> {
  const mentioned = mentionedIn(contents.rows);
  const text = contents.texts.find((one) => !mentioned.texts.has(one.id));
  if (text) return no('file-unexpected', `${text.id}.txt`);
  const original = contents.originals.find((one) => !mentioned.originals.has(one.id));
  return original ? no('file-unexpected', `${original.id}.${original.ext}`) : yes(null);
}
