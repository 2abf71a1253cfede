/** The analysts whose work goes, under their names or under letters. */
import type { Pseudonym } from '../../briefing/outgoing';
import { letterOf } from '../../briefing/outgoing/pseudonyms';
import { actorOf } from '../../merge/clock';
import { living } from '../../model/record';
import type { AnyRow, RowOf } from '../../model/tables';
import type { BundleContents, BundleRows } from '../contents';
import { RECORD_TABLES } from '../names';

/** What stands for each analyst's name, by actor: lettered in one order, whoever of them is in what goes. */
export function analystNames({ rows }: BundleContents): Map<string, Pseudonym> {
  const inOrder = (rows.analysts ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(
    inOrder.map(({ id, actor, name }, i) => [actor, { tagId: id, names: [name], pseudonym: `Analyst ${letterOf(i)}` }]),
  );
}

/** Those who made or changed something that goes, as their records stand. */
export function makersOf({ rows: all }: BundleContents, rows: BundleRows): RowOf<'analysts'>[] {
  const actors = new Set(
    RECORD_TABLES.flatMap((table) =>
      ((rows[table] ?? []) as readonly AnyRow[]).flatMap((row) => [...Object.keys(row.seen), actorOf(row.created)]),
    ),
  );
  return living(all.analysts).filter(({ actor }) => actors.has(actor));
}

/** The same, without what is gone of them, and under letters where names are to be withheld. */
export function analystsFor(
  contents: BundleContents,
  rows: BundleRows,
  names: ReadonlyMap<string, Pseudonym> | null,
): RowOf<'analysts'>[] {
  return makersOf(contents, rows).map((analyst) => {
    const pseudonym = names?.get(analyst.actor)?.pseudonym;
    const clocks = Object.fromEntries(Object.entries(analyst.clocks).filter(([key]) => Object.hasOwn(analyst, key)));
    if (pseudonym === undefined) return { ...analyst, clocks, deleted: null };
    return { ...analyst, name: pseudonym, initials: pseudonym.slice('Analyst '.length), clocks, deleted: null };
  });
}
