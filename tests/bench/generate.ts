/**
 * A seeded generator of cases: N excerpts over N/40 documents whose texts hold every quote at its offsets, with sources,
 * 500 tags, links, dates, grades and markings. The same seed gives the same case on every machine.
 */
import { createRow } from '../../shared/merge/edit';
import { makeClock } from '../../shared/merge/clock';
import { MARKINGS } from '../../shared/model/marking';
import { NEW_CASE } from '../../shared/model/case';
import { TAG_KINDS } from '../../shared/model/tag';
import { LINK_TYPES } from '../../shared/model/link';
import type { FieldsOf } from '../../shared/model/record';
import type { AnyRow, RowOf, TableName } from '../../shared/model/tables';
import type { CaseContents } from '../../renderer/store/contents';

/** mulberry32: 32 bits of state, the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'ka lo mi ren dor vash tel un gor pi sa nek zu ber al om ti yev hwa jin sok rad mor len'.split(' ');
const HEDGES = ['about', 'around', 'up to', 'at least', 'allegedly', 'reportedly'];
const UNITS = ['soldiers', 'shells', 'containers', 'howitzers', 'trucks', 'engineers', 'launchers', 'tons of rice'];
const VERBS = ['moved', 'arrived', 'were seen', 'were delivered', 'trained', 'were counted', 'left'];
const MONTHS = ['January', 'March', 'May', 'July', 'October', 'November'];

/** The words of every generated text, the common ones first. */
export const vocabulary = (): string[] =>
  Array.from({ length: 30_000 }, (_, i) => {
    let word = '';
    for (let n = i + 24; n > 0; n = Math.floor(n / SYLLABLES.length)) word += SYLLABLES[n % SYLLABLES.length];
    return word;
  });

export interface GenerateOptions {
  readonly excerpts: number;
  readonly seed?: number;
  /** SHA-256 in hex of a text's UTF-8 bytes. */
  readonly sha256: (text: string) => Promise<string>;
  readonly caseId?: string;
}

const PER_DOCUMENT = 40;
const TAGS = 500;

export async function generateCase(options: GenerateOptions): Promise<CaseContents> {
  const random = randomFrom(options.seed ?? 1);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  // Zipf-like: low ranks come often.
  const rank = (size: number): number => Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size))) - 1);
  let idCount = 0;
  const start = 0x018b_cfe5_6800;
  const newId = (): string => {
    const time = (start + idCount).toString(16).padStart(12, '0');
    const tail = (idCount++).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
  };
  let wall = 1_700_000_000_000;
  const clock = makeClock('generator0', 'gen', () => (wall += 1));
  const make = <Table extends TableName>(table: Table, id: string, fields: FieldsOf<RowOf<Table>>): RowOf<Table> =>
    createRow(table, id, fields, clock.tick());

  const words = vocabulary();
  const sentence = (): string => {
    const parts: string[] = [];
    for (let i = 0; i < 22; i++) parts.push(words[rank(words.length)]!);
    parts.splice(6, 0, pick(HEDGES), String(Math.floor(random() * 9_000) + 100), pick(UNITS), pick(VERBS));
    const text = parts.join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)} in ${pick(MONTHS)} 2024.`;
  };

  const sources: AnyRow[] = Array.from({ length: Math.max(8, Math.ceil(options.excerpts / 400)) }, (_, i) =>
    make('sources', newId(), {
      name: `${words[i + 40]!} agency ${i}`,
      kind: 'agency',
      aliases: [],
      description: '',
      originId: null,
      gradings: [
        {
          id: newId(),
          reliability: pick(['A', 'B', 'C', 'D', 'E', 'F'] as const),
          reason: 'generated',
          by: 'generator0',
          at: '2024-11-01T00:00:00.000Z',
        },
      ],
    }),
  );
  const tags: AnyRow[] = [];
  for (let i = 0; i < TAGS; i++) {
    tags.push(
      make('tags', newId(), {
        name: `${words[i + 900]!} ${i}`,
        kind: TAG_KINDS[i % TAG_KINDS.length]!,
        parentId: i < 20 ? null : tags[Math.floor(random() * Math.min(i, 60))]!.id,
        aliases: i % 7 === 0 ? [`${words[i + 2000]!}`] : [],
        hue: i % 12,
        description: '',
        withhold: false,
      }),
    );
  }
  const documents: AnyRow[] = [];
  const excerpts: AnyRow[] = [];
  const texts: { id: string; text: string }[] = [];
  for (let d = 0; excerpts.length < options.excerpts; d++) {
    const title = `Report ${d + 1}: ${words[rank(2_000)]!} and ${words[rank(2_000)]!}`;
    const count = Math.min(PER_DOCUMENT, options.excerpts - excerpts.length);
    const quotes = Array.from({ length: count }, sentence);
    const text = [title, ...quotes].join('\n\n');
    const textId = await options.sha256(text);
    const day = String((d % 28) + 1).padStart(2, '0');
    const documentId = newId();
    texts.push({ id: textId, text });
    documents.push(
      make('documents', documentId, {
        title,
        csl: { type: 'report', title, issued: { 'date-parts': [[2024, 11, (d % 28) + 1]] } },
        sourceId: pick(sources).id,
        originId: null,
        language: 'en',
        marking: MARKINGS[rank(MARKINGS.length)]!,
        state: 'excerpted',
        note: '',
        versions: [
          {
            textId,
            importedAt: `2024-11-${day}T09:00:00.000Z`,
            fileName: `report-${d + 1}.txt`,
            mediaType: 'text/plain',
            originalId: null,
            extractor: 'plain/1',
          },
        ],
      }),
    );
    let at = title.length + 2;
    for (const quote of quotes) {
      const tagIds = new Set([tags[rank(TAGS)]!.id, tags[rank(TAGS)]!.id, tags[rank(TAGS)]!.id]);
      excerpts.push(
        make('excerpts', newId(), {
          documentId,
          textId,
          start: at,
          end: at + quote.length,
          quote,
          prefix: text.slice(Math.max(0, at - 32), at),
          suffix: text.slice(at + quote.length, at + quote.length + 32),
          note: random() < 0.5 ? `${words[rank(5_000)]!} ${words[rank(5_000)]!} to be checked.` : '',
          tags: [...tagIds],
          credibility: pick([null, 1, 2, 3, 4, 5, 6] as const),
          eventDate: pick([null, '2024-10', '2024-10-25', '2024', `2024-11-${day}`, '2024-10-01/2024-10-31']),
          marking: random() < 0.1 ? pick(MARKINGS) : null,
          sourceId: random() < 0.3 ? pick(sources).id : null,
          figures: [],
        }),
      );
      at += quote.length + 2;
    }
  }
  const links: AnyRow[] = [];
  for (let i = 0; i < Math.floor(options.excerpts * 0.5); i++) {
    const from = pick(excerpts).id;
    const to = pick(excerpts).id;
    if (from === to) continue;
    links.push(
      make('links', newId(), {
        fromTable: 'excerpts',
        fromId: from,
        toTable: 'excerpts',
        toId: to,
        type: pick(LINK_TYPES),
        note: '',
      }),
    );
  }
  const caseId = options.caseId ?? newId();
  return {
    case: make('cases', caseId, {
      name: `Generated, ${options.excerpts.toLocaleString('en')} excerpts`,
      description: 'Made by a seeded generator.',
      marking: 'TLP:GREEN',
      language: 'en',
      ...NEW_CASE,
    }),
    rows: { documents, excerpts, links, sources, tags, analysts: [], briefings: [], conflicts: [], hypotheses: [] },
    texts: texts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    originals: [],
  };
}
