/** Documents put inside a Word document as they are (altChunk): read as files of their own, and written in their place. */
import type { Extracted } from '../extracted';
import type { Sink } from '../sink';
import type { Parts, Target } from './parts';

/** What is inside may be a web page, saved mail, RTF or text; a zip inside a zip could hold itself. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const MOST_CHUNKS = 200;

/** The texts of inner documents by the id of their relationship; what cannot be read is not there. */
export async function readChunks(parts: Parts, targets: ReadonlyMap<string, Target>): Promise<Map<string, Extracted>> {
  const chunks = new Map<string, Extracted>();
  for (const [id, { type, part }] of targets) {
    if (type !== 'aFChunk' || part === null || chunks.size >= MOST_CHUNKS) continue;
    const bytes = await parts.bytes(part);
    if (!bytes.ok || bytes.value === null || isZip(bytes.value)) continue;
    const { extract } = await import('../extract');
    const extracted = await extract(part, bytes.value);
    if (extracted.ok) chunks.set(id, extracted.value);
  }
  return chunks;
}

/** Writes the blocks of an inner document. */
export function writeChunk({ text, blocks }: Extracted, sink: Sink): void {
  if (blocks === null) {
    for (const part of text.split(/\n{2,}/)) sink.block('paragraph', part);
    return;
  }
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) sink.table(rows);
    rows = [];
  };
  for (const [kind, start, end, level] of blocks) {
    const words = text.slice(start, end);
    if (kind === 'table-row') rows.push(words.split('\t'));
    else {
      endTable();
      sink.block(kind, words, level);
    }
  }
  endTable();
}
