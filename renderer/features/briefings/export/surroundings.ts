/** The text around cited passages, with the other passages that reach into it: these may be stricter. */
import { SURROUNDINGS_LENGTH } from '@shared/briefing/outgoing';
import type { Surroundings } from '@shared/briefing/outgoing';
import type { Document } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import { effectiveMarking } from '@shared/model/marking';
import { isAlive } from '@shared/model/record';
import type { OpenCase } from '../../../store/openCase';
import { walkRows } from '../../../store/rows';
import { readText } from '../../../store/texts';

/**
 * By excerpt id. Every excerpt of the case is read, not asked of the index: one made a moment ago must not be missed
 * where its marking decides what may leave.
 */
export async function readSurroundings(
  open: OpenCase,
  cited: readonly Excerpt[],
  documents: ReadonlyMap<string, Document>,
): Promise<ReadonlyMap<string, Surroundings>> {
  const wanted = new Set(cited.map((one) => one.textId));
  const texts = new Map(await Promise.all([...wanted].map(async (id) => [id, await readText(open, id)] as const)));
  const neighbours = new Map<string, Excerpt[]>([...wanted].map((id) => [id, []]));
  await walkRows(open, 'excerpts', (rows) => {
    for (const row of rows) if (isAlive(row)) neighbours.get(row.textId)?.push(row);
  });
  const found = new Map<string, Surroundings>();
  for (const { id, textId, start, end } of cited) {
    const text = texts.get(textId);
    if (text === undefined) continue;
    const from = Math.max(0, start - SURROUNDINGS_LENGTH);
    const to = Math.min(text.length, end + SURROUNDINGS_LENGTH);
    found.set(id, {
      start,
      end,
      before: text.slice(from, start),
      words: text.slice(start, end),
      after: text.slice(end, to),
      neighbours: neighbours
        .get(textId)!
        .filter((one) => one.id !== id && one.start < to && one.end > from)
        .map((one) => ({
          start: one.start,
          end: one.end,
          marking: effectiveMarking(one.marking, documents.get(one.documentId)?.marking ?? 'TLP:RED'),
        })),
    });
  }
  return found;
}
