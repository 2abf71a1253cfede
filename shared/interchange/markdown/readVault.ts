/** Reads a folder of Markdown notes as a case: anybody's notes as documents, our own as what they were written from. */
import type { BundleContents } from '../../bundle/contents';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { wordsOf } from '../jsonFile';
import { makeCase } from '../making';
import type { MakingTools } from '../making';
import { makeReport } from '../report';
import type { ConversionReport } from '../report';
import { addDocument } from '../textDocument';
import type { MadeDocument } from '../textDocument';
import { bibliographyOf, READ_PROPERTIES } from './bibliography';
import { KIND, word } from './frontMatter';
import type { Properties } from './frontMatter';
import { firstLineOf, lineFinder, makePassages } from './passages';
import type { Passage } from './passages';
import { markdownLinksIn, tagsIn, wikilinksIn, withoutCode } from './prose';
import { readOwn } from './readOwn';
import type { VaultRefusal } from './refusals';
import { isHidden, isNote, markingOf, notesOf, pathKey, propertyTags } from './vaultNotes';
import type { VaultFile, VaultNote } from './vaultNotes';
import { vaultTags } from './vaultTags';

export const MOST_FILES = 100_000;
export const LARGEST_VAULT = 512 * 1024 ** 2;
const NOTE_EXTRACTOR = 'markdown/1';
const OWN_READ: ReadonlySet<unknown> = new Set(['title', 'tags', 'tag', 'marking', 'tlp', 'text-language', KIND]);

/**
 * The notes as a case. Files that are no notes are counted, not read.
 * @param name names the case where no note of ours does
 */
export async function readVault(
  files: readonly VaultFile[],
  name: string,
  tools: MakingTools,
): Promise<Result<{ contents: BundleContents; report: ConversionReport }, VaultRefusal>> {
  if (files.length > MOST_FILES) return no('too-many');
  if (files.reduce((sum, file) => sum + file.bytes.length, 0) > LARGEST_VAULT) return no('too-large');
  const report = makeReport();
  const notes = notesOf(files);
  if (notes.length === 0) return no('empty');
  const home = notes.find((note) => note.kind === 'case')?.properties ?? new Map();
  const making = makeCase(
    wordsOf(word(home, 'name') || name, 200),
    { ...tools, marking: markingOf(word(home, 'marking')) ?? tools.marking },
    wordsOf(word(home, 'description'), 20_000),
  );
  const tags = vaultTags(making);
  const passages = makePassages(making);
  const own = await readOwn({ notes, files, making, tools, tags, passages, report });
  const made = new Map<VaultNote, MadeDocument>();
  for (const note of notes) {
    if (note.kind !== '') continue;
    const document = await addNote(note);
    if (document) made.set(note, document);
    else report.lose('Notes without words, or too large, are not taken over.');
  }
  const find = noteFinder([...made.keys()]);
  for (const [note, document] of made) {
    const prose = withoutCode(document.text);
    const lineAt = lineFinder(document.text);
    const lineOf = (at: number): Passage | null => {
      const { start, end } = lineAt(at);
      return passages.span(document, start, end);
    };
    for (const tag of tagsIn(prose)) {
      const id = tags.of(tag.words);
      if (id !== null) lineOf(tag.at)?.tags.add(id);
    }
    for (const link of wikilinksIn(prose)) relate(note, link.words, () => lineOf(link.at), link.isEmbed);
    for (const link of markdownLinksIn(prose))
      if (/\.md(?:#|$)/i.test(link.words) && !/^[a-z][a-z0-9+.-]*:/i.test(link.words))
        relate(note, link.words, () => lineOf(link.at), link.isEmbed);
  }
  const done = passages.finish();
  const contents = making.contents();
  report.count('documents', made.size + own.documents);
  report.count('tags', contents.rows.tags?.length ?? 0);
  report.count('excerpts', done.excerpts);
  report.count('links', done.links);
  if (done.lost > 0) report.lose('Passages that are too long for one excerpt lose their tags and links.', done.lost);
  if (made.size > 0 && done.excerpts > 0)
    report.notice(
      'Tags of a whole note stand at an excerpt of its first line, tags and links inside it at the line they are in.',
    );
  for (const file of files) {
    if (isHidden(file.path)) report.lose('Settings and hidden files are not read.');
    else if (!isNote(file.path) && !own.used.has(pathKey(file.path)))
      report.lose('Files that are not notes are not taken over; notes still name them.');
  }
  return yes({ contents, report: report.done() });

  async function addNote(note: VaultNote): Promise<MadeDocument | null> {
    const properties = note.properties ?? new Map();
    if (note.isBroken) report.lose('Properties that cannot be read stay in the text of their note.');
    // A note of properties alone is all text: there is nothing else to quote.
    const text = note.body.trim() === '' ? note.whole : note.body;
    const document = await addDocument(making, tools, {
      title: word(properties, 'title') || note.name,
      text,
      fileName: `${note.path}.md`,
      mediaType: 'text/markdown',
      extractor: NOTE_EXTRACTOR,
      csl: bibliographyOf(properties),
      language: word(properties, 'language', 'lang'),
      marking: markingOf(word(properties, 'marking', 'tlp')) ?? tools.marking,
      note: text === note.whole ? '' : leftOver(properties, note.raw),
    });
    if (!document) return null;
    const { start, end } = firstLineOf(document.text);
    for (const tag of propertyTags(properties)) {
      const id = tags.of(tag);
      if (id !== null) passages.span(document, start, end)?.tags.add(id);
    }
    return document;
  }

  function relate(note: VaultNote, words_: string, from: () => Passage | null, isEmbed: boolean): void {
    const target = find(note, words_);
    if (!target) {
      if (!isEmbed && !words_.startsWith('#'))
        report.lose('Links to notes that are not in the folder stay words only.');
      return;
    }
    const document = made.get(target)!;
    const { start, end } = placeIn(document.text, /#(.*)$/s.exec(words_)?.[1] ?? '');
    const [a, b] = [from(), passages.span(document, start, end)];
    if (a && b && target !== note) passages.relate({ from: a, to: b, type: 'relates to', note: '' });
  }
}

/** The line a link points at: of a block id, of a heading, else the first. */
function placeIn(text: string, part: string): { start: number; end: number } {
  if (part.startsWith('^')) {
    const at = text.indexOf(` ${part}`);
    if (at > 0) return lineFinder(text)(at);
  } else if (part !== '') {
    const wanted = part.split('#').at(-1)!.trim().toLowerCase();
    for (const heading of text.matchAll(/^#{1,6} (.{1,500})$/gm))
      if (heading[1]!.trim().toLowerCase() === wanted) return lineFinder(text)(heading.index);
  }
  return firstLineOf(text);
}

/** The properties as they are written, where one of them has no field. */
function leftOver(properties: Properties, raw: string): string {
  const isAllRead = [...properties].every(
    ([key, value]) => value === null || OWN_READ.has(key) || READ_PROPERTIES.has(key),
  );
  return isAllRead ? '' : `Properties of the note:\n${raw.trimEnd()}`;
}

/** Finds the note a link means: its path, else the shortest path that ends in its name. */
function noteFinder(notes: readonly VaultNote[]): (from: VaultNote, target: string) => VaultNote | undefined {
  const byPath = new Map<string, VaultNote>();
  const byName = new Map<string, VaultNote>();
  for (const note of notes.toSorted((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))) {
    const key = pathKey(note.path);
    if (!byPath.has(key)) byPath.set(key, note);
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (!byName.has(name)) byName.set(name, note);
  }
  return (from, target) => {
    const bare = pathKey(target.replace(/#.*$/s, '').replace(/\.md$/i, '').trim());
    if (bare === '') return undefined;
    const folder = pathKey(from.path).replace(/[^/]*$/, '');
    return byPath.get(bare) ?? byPath.get(folder + bare) ?? byName.get(bare.slice(bare.lastIndexOf('/') + 1));
  };
}
