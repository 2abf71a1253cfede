/** One edit through the store, journal and clocks included, beside a plain Dexie put of the same row. */
import type { Table } from 'dexie';
import { openCase } from '../../renderer/store/openCase';
import { readRows, walkRows } from '../../renderer/store/rows';
import type { AnyRow, RowOf } from '../../shared/model/tables';
import { yes } from '../../shared/model/result';
import { randomFrom } from './generate';
import { bareDexie, FOUR_INDEXES } from './rawRows';

type Excerpt = RowOf<'excerpts'>;
type Edit = (step: number) => Promise<() => Promise<unknown>>;

const noteOf = (step: number): string => `Looked at again, the ${step}th time; the count agrees with the other report.`;

/**
 * Times of single edits, variants in turn with a rotating first. As in the program, the row was shown before it is
 * edited. Milliseconds, by variant: `collate-<n>`, `dexie-<n>` (no index, as durable), and of the largest size also
 * `indexed` (four indexes, as durable) and `relaxed` (four indexes, Dexie's default durability).
 */
export async function measureEdits(
  cases: readonly { caseId: string; excerpts: number }[],
  edits: number,
): Promise<Record<string, number[]>> {
  const random = randomFrom(7);
  const variants: [string, Edit][] = [];
  const endings: (() => unknown)[] = [];
  const last = cases.at(-1)!;
  for (const { caseId, excerpts } of cases) {
    const open = await openCase(caseId, { actor: 'benchmark0', window: 'bem', now: () => Date.now() });
    endings.push(() => open.close());
    const rows: Excerpt[] = [];
    await walkRows(open, 'excerpts', (chunk) => {
      for (const row of chunk) rows.push(row);
    });
    const idAt = (): string => rows[Math.floor(random() * rows.length)]!.id;
    variants.push([
      `collate-${excerpts}`,
      async (step) => {
        const id = idAt();
        await readRows(open, 'excerpts', [id]);
        return () =>
          open.transact('Edit note', async (tx) => {
            await tx.get('excerpts', id);
            tx.update('excerpts', id, { note: noteOf(step) });
            return yes(null);
          });
      },
    ]);
    const plain = async (name: string, schema: string, durability: 'strict' | 'relaxed'): Promise<void> => {
      const bare = await bareDexie(rows, schema, durability);
      endings.push(bare.drop);
      variants.push([name, editOf(bare.table, rows, random)]);
    };
    await plain(`dexie-${excerpts}`, 'id', 'strict');
    if (excerpts !== last.excerpts) continue;
    await plain('indexed', FOUR_INDEXES, 'strict');
    await plain('relaxed', FOUR_INDEXES, 'relaxed');
  }
  const times: Record<string, number[]> = Object.fromEntries(variants.map(([name]) => [name, []]));
  const warm = 10;
  for (let step = 0; step < edits + warm; step++) {
    for (let i = 0; i < variants.length; i++) {
      const [name, edit] = variants[(i + step) % variants.length]!;
      const run = await edit(step);
      const start = performance.now();
      await run();
      if (step >= warm) times[name]!.push(performance.now() - start);
    }
  }
  for (const end of endings) await end();
  return times;
}

function editOf(table: Table<AnyRow, string>, rows: readonly Excerpt[], random: () => number): Edit {
  return async (step) => {
    const row = { ...rows[Math.floor(random() * rows.length)]!, note: noteOf(step) };
    await table.get(row.id);
    return () => table.put(row);
  };
}
