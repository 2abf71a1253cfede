/** Documents whose text a converter put together, and the tags and sources it names them by. */
import type { CslItem } from '../model/csl';
import { planAnchor } from '../model/excerpt';
import type { Excerpt } from '../model/excerpt';
import type { Marking } from '../model/marking';
import type { SourceKind } from '../model/source';
import { TAG_HUES } from '../model/tag';
import type { TagKind } from '../model/tag';
import { readPlainText } from '../text/plainText';
import { wordsOf } from './jsonFile';
import type { Making, MakingTools } from './making';

export interface TextDocument {
  readonly title: string;
  readonly text: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Name and version of what put the text together: `stix/1`. */
  readonly extractor: string;
  readonly csl?: Partial<CslItem>;
  readonly sourceId?: string | null;
  readonly language?: string;
  readonly marking: Marking;
  readonly note?: string;
}

export interface MadeDocument {
  readonly id: string;
  readonly textId: string;
  /** As stored: lines end in LF. */
  readonly text: string;
}

/** Adds a document with its text; null where the text has no words or is larger than a text may be. */
export async function addDocument(
  making: Making,
  tools: MakingTools,
  from: TextDocument,
): Promise<MadeDocument | null> {
  const plain = readPlainText(from.text);
  if (!plain.ok) return null;
  const { text } = plain.value;
  const textId = await making.addText(text);
  const title = wordsOf(from.title.trim(), 1_000) || plain.value.title;
  const id = making.add('documents', {
    title,
    csl: { type: 'document', ...from.csl, title },
    sourceId: from.sourceId ?? null,
    originId: null,
    language: wordsOf(from.language ?? '', 35),
    marking: from.marking,
    state: 'unread',
    note: wordsOf(from.note ?? '', 200_000),
    versions: [
      {
        textId,
        importedAt: new Date(tools.now()).toISOString(),
        fileName: wordsOf(from.fileName, 500),
        mediaType: from.mediaType,
        originalId: null,
        extractor: from.extractor,
      },
    ],
  });
  return { id, textId, text };
}

export type ExcerptFields = Partial<
  Pick<Excerpt, 'note' | 'tags' | 'credibility' | 'eventDate' | 'figures' | 'marking' | 'sourceId'>
>;

/** Adds an excerpt of a span, UTF-16 code units; null where no words stand there or too many. */
export function addExcerpt(
  making: Making,
  document: MadeDocument,
  start: number,
  end: number,
  fields: ExcerptFields = {},
): string | null {
  const anchor = planAnchor(document.text, document.textId, start, end);
  if (!anchor.ok) return null;
  return making.add('excerpts', {
    documentId: document.id,
    note: '',
    credibility: null,
    eventDate: null,
    marking: null,
    sourceId: null,
    figures: [],
    ...fields,
    tags: [...new Set(fields.tags)].slice(0, 500),
    ...anchor.value,
  });
}

const fold = (name: string): string => name.normalize('NFKC').trim().toLocaleLowerCase();

/** Tags by name, each made once; a path of names makes the tags above too. Null where no name is left. */
export function tagMaker(making: Making): (path: readonly string[], kind?: TagKind) => string | null {
  const made = new Map<string, string>();
  return (path, kind = 'topic') => {
    const names = path
      .map((name) => wordsOf(name.trim(), 200))
      .filter((name) => name !== '')
      .slice(0, 12);
    let parentId: string | null = null;
    for (const [index, name] of names.entries()) {
      const key: string = `${parentId ?? ''}/${fold(name)}`;
      const known = made.get(key);
      parentId =
        known ??
        making.add('tags', {
          name,
          kind: index === names.length - 1 ? kind : 'topic',
          parentId,
          aliases: [],
          hue: made.size % TAG_HUES,
          description: '',
          withhold: false,
        });
      made.set(key, parentId);
    }
    return parentId;
  };
}

/** Sources by name, each made once. Null where the name is empty. */
export function sourceMaker(making: Making): (name: string, kind?: SourceKind, description?: string) => string | null {
  const made = new Map<string, string>();
  return (raw, kind = 'organisation', description = '') => {
    const name = wordsOf(raw.trim(), 300);
    if (name === '') return null;
    const id =
      made.get(fold(name)) ??
      making.add('sources', {
        name,
        kind,
        aliases: [],
        description: wordsOf(description, 20_000),
        originId: null,
        gradings: [],
      });
    made.set(fold(name), id);
    return id;
  };
}
