/** Notes that this program wrote, back to the records they were written from. Whatever was edited since is taken as edited. */
import { DOCUMENT_STATES } from '../../model/document';
import { isEventDate } from '../../model/eventDate';
import { CREDIBILITIES, RELIABILITIES } from '../../model/grading';
import { LINK_TYPES } from '../../model/link';
import { SOURCE_KINDS } from '../../model/source';
import type { Grading } from '../../model/source';
import { TAG_HUES, TAG_KINDS } from '../../model/tag';
import { cleanExtension } from '../../bundle/names';
import { readPlainText } from '../../text/plainText';
import { wordsOf } from '../jsonFile';
import type { Making, MakingTools } from '../making';
import type { ReportMaker } from '../report';
import type { MadeDocument } from '../textDocument';
import { bibliographyOf } from './bibliography';
import { END_OF_TEXT, readBlocks } from './excerptBlock';
import type { ListItem } from './excerptBlock';
import { word, words } from './frontMatter';
import type { Properties } from './frontMatter';
import { firstLineOf } from './passages';
import type { Passage, Passages } from './passages';
import { markingOf, pathKey, propertyTags } from './vaultNotes';
import type { VaultFile, VaultNote } from './vaultNotes';
import type { VaultTags } from './vaultTags';

interface Ground {
  readonly notes: readonly VaultNote[];
  readonly files: readonly VaultFile[];
  readonly making: Making;
  readonly tools: MakingTools;
  readonly tags: VaultTags;
  readonly passages: Passages;
  readonly report: ReportMaker;
}

const LINK = /^\[\[([^[\]|]{1,1000})(?:\|[^[\]]{0,500})?\]\] ?/;
const targetOf = (value: string): string => LINK.exec(value)?.[1] ?? '';
/** Paths of originals are looked up among the files given and nowhere else. */
const oneOf = <Value extends string>(list: readonly Value[], value: string): Value | undefined =>
  list.find((one) => one === value);

/** Makes the records of our own notes; `used` are the originals that documents name. */
export async function readOwn(ground: Ground): Promise<{ documents: number; used: ReadonlySet<string> }> {
  const { notes, files, making, tools, tags, passages, report } = ground;
  const of = (kind: string) =>
    notes.filter((note) => note.kind === kind).map((note) => ({ note, properties: note.properties as Properties }));
  const depth = (properties: Properties): number => word(properties, 'tag').split('/').length;
  for (const { note, properties } of of('tag').toSorted((a, b) => depth(a.properties) - depth(b.properties))) {
    const hue = Number(word(properties, 'hue'));
    tags.own(word(properties, 'tag') || note.name, {
      name: wordsOf(word(properties, 'name').trim() || note.name, 200),
      kind: oneOf(TAG_KINDS, word(properties, 'kind')) ?? 'topic',
      aliases: [...new Set(words(properties, 'aliases').map((alias) => wordsOf(alias, 200)))].slice(0, 200),
      hue: Number.isInteger(hue) && hue >= 0 && hue < TAG_HUES ? hue : 0,
      description: wordsOf(word(properties, 'description'), 20_000),
      withhold: word(properties, 'withhold') === 'true',
    });
  }
  const sources = readSources(of('source'), ground);
  const hypotheses = new Map<string, string>();
  const waiting: { from: Passage | string; item: ListItem }[] = [];
  for (const { note, properties } of of('hypothesis')) {
    const statement = wordsOf(word(properties, 'statement').trim() || note.name, 2_000);
    const code = wordsOf(word(properties, 'code').trim(), 12) || `H${hypotheses.size + 1}`;
    const id = making.add('hypotheses', { code, statement, note: wordsOf(word(properties, 'note'), 20_000) });
    hypotheses.set(pathKey(note.path), id);
    for (const item of readBlocks(note.body).items) waiting.push({ from: id, item });
  }
  const fileAt = new Map(files.map((file) => [pathKey(file.path), file]));
  const used = new Set<string>();
  const passageOf = new Map<string, Passage>();
  let documents = 0;
  for (const { note, properties } of of('document')) {
    const document = await addOwn(note, properties);
    if (!document) {
      report.lose('Notes without words, or too large, are not taken over.');
      continue;
    }
    documents += 1;
    readExcerpts(document.made, document.after, properties);
  }
  for (const { from, item } of waiting) {
    const type = LINK_TYPES.find((known) => known === item.label.toLowerCase());
    const found = LINK.exec(item.value);
    if (!type || !found) continue;
    const [path = '', block = ''] = found[1]!.split('#^');
    const to = block === '' ? hypotheses.get(pathKey(path)) : passageOf.get(block);
    if (to === undefined) report.lose('Links to what is not in the folder are not taken over.');
    else passages.relate({ from, to, type, note: wordsOf(item.value.slice(found[0].length).trim(), 20_000) });
  }
  report.count('sources', sources.size);
  report.count('hypotheses', hypotheses.size);
  const briefings = of('briefing').length;
  if (briefings > 0)
    report.lose('Briefings are written as words to read, and are not taken back from them.', briefings);
  return { documents, used };

  async function addOwn(
    note: VaultNote,
    properties: Properties,
  ): Promise<{ made: MadeDocument; after: string } | null> {
    const { body } = note;
    const length = Number(word(properties, 'text-length'));
    const stated = body.slice(0, Number.isInteger(length) && length > 0 ? length : 0);
    const isWhole = stated !== '' && (await tools.sha256(tools.encode(stated))) === word(properties, 'text-sha256');
    const mark = body.lastIndexOf(END_OF_TEXT);
    const edited = mark < 0 ? body : body.slice(0, mark).replace(/\r?\n$/, '');
    const plain = readPlainText(isWhole ? stated : edited);
    if (!plain.ok) return null;
    if (!isWhole)
      report.notice('Texts that were edited in the notes came back as edited; their excerpts were found again.');
    const text = isWhole ? stated : plain.value.text;
    const textId = await making.addText(text);
    const original = fileAt.get(pathKey(targetOf(word(properties, 'original'))));
    const originalId = original
      ? await making.addOriginal(original.bytes, cleanExtension(/\.([^.]*)$/.exec(original.path)?.[1] ?? ''))
      : null;
    if (original) used.add(pathKey(original.path));
    const title = wordsOf(word(properties, 'title').trim() || note.name, 1_000);
    const id = making.add('documents', {
      title,
      csl: { ...bibliographyOf(properties), title },
      sourceId: sources.get(pathKey(targetOf(word(properties, 'published-by')))) ?? null,
      originId: null,
      language: wordsOf(word(properties, 'text-language'), 35),
      marking: markingOf(word(properties, 'marking')) ?? tools.marking,
      state: oneOf(DOCUMENT_STATES, word(properties, 'state')) ?? 'unread',
      note: wordsOf(word(properties, 'note'), 200_000),
      versions: [
        {
          textId,
          importedAt: wordsOf(word(properties, 'imported'), 40) || new Date(tools.now()).toISOString(),
          fileName: wordsOf(word(properties, 'file-name'), 500),
          mediaType: wordsOf(word(properties, 'media-type'), 120) || 'text/plain',
          originalId,
          extractor: wordsOf(word(properties, 'extractor'), 60) || 'markdown/1',
        },
      ],
    });
    return {
      made: { id, textId, text },
      after: isWhole ? body.slice(stated.length) : mark < 0 ? '' : body.slice(mark),
    };
  }

  function readExcerpts(document: MadeDocument, after: string, properties: Properties): void {
    const seen = new Set<string>();
    for (const { id, quote, items } of readBlocks(after).blocks) {
      const value = (label: string): string => items.find((item) => item.label === label)?.value ?? '';
      const place = Number(/^\d{1,9}/.exec(value('Place'))?.[0] ?? 0);
      const start = document.text.startsWith(quote, place) ? place : document.text.indexOf(quote);
      if (start < 0 || quote === '') {
        report.lose('Excerpts whose words are no longer in their text are not taken over.');
        continue;
      }
      const slugs = value('Tags')
        .split(/\s+/)
        .map((slug) => slug.replace(/^#/, ''))
        .filter((slug) => slug !== '');
      for (const slug of slugs) seen.add(slug.toLowerCase());
      const eventDate = value('Event date');
      const passage = passages.own(document, start, start + quote.length, {
        note: wordsOf(value('Note'), 200_000),
        tags: slugs.map((slug) => tags.of(slug)).filter((tag) => tag !== null),
        credibility: CREDIBILITIES.find((one) => String(one) === value('Credibility')) ?? null,
        eventDate: eventDate !== '' && eventDate.length <= 40 && isEventDate(eventDate) ? eventDate : null,
        marking: markingOf(value('Marking')),
        sourceId: sources.get(pathKey(targetOf(value('According to')))) ?? null,
      });
      if (!passage) continue;
      passageOf.set(id, passage);
      for (const item of items) waiting.push({ from: passage, item });
    }
    // Tags that were added to the note's properties since.
    const { start, end } = firstLineOf(document.text);
    for (const tag of propertyTags(properties)) {
      const id = seen.has(tag.toLowerCase()) ? null : tags.of(tag);
      if (id !== null) passages.span(document, start, end)?.tags.add(id);
    }
  }
}

function readSources(
  notes: readonly { note: VaultNote; properties: Properties }[],
  { making, tools }: Ground,
): Map<string, string> {
  const ids = new Map(notes.map(({ note }) => [pathKey(note.path), tools.newId()]));
  const done = new Set<string>();
  for (const { note, properties } of notes) {
    const key = pathKey(note.path);
    if (done.has(key)) continue;
    done.add(key);
    const origin = pathKey(targetOf(word(properties, 'origin')));
    const gradings = words(properties, 'gradings').flatMap((said): Grading[] => {
      const match = /^([A-F]) (\S{1,40}) ?([^]{0,2000})/.exec(said);
      const reliability = match && oneOf(RELIABILITIES, match[1]!);
      return reliability ? [{ id: tools.newId(), reliability, at: match[2]!, reason: match[3]!, by: tools.actor }] : [];
    });
    making.add(
      'sources',
      {
        name: wordsOf(word(properties, 'name').trim() || note.name, 300),
        kind: oneOf(SOURCE_KINDS, word(properties, 'kind')) ?? 'organisation',
        aliases: [...new Set(words(properties, 'aliases').map((alias) => wordsOf(alias, 300)))].slice(0, 100),
        description: wordsOf(word(properties, 'description'), 20_000),
        originId: origin === key ? null : (ids.get(origin) ?? null),
        gradings: gradings.slice(0, 1_000),
      },
      ids.get(key)!,
    );
  }
  return ids;
}
