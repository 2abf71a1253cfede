/** Records that may be the same thing, made apart: tags of one name or alias, sources of one name or alias. */

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly created: string;
}

/** Two records that share a name; the first is the older, which the other would be joined with. */
export interface DuplicatePair<Row extends Named> {
  readonly into: Row;
  readonly from: Row;
  /** The name they share, as the older one has it. */
  readonly name: string;
}

const fold = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase();

/** The pairs, each record joined at most once at a time; the oldest of several is what the others are joined with. */
export function findDuplicates<Row extends Named>(rows: Iterable<Row>): DuplicatePair<Row>[] {
  const oldest = new Map<string, Row>();
  const pairs: DuplicatePair<Row>[] = [];
  for (const row of [...rows].sort((a, b) =>
    a.created < b.created || (a.created === b.created && a.id < b.id) ? -1 : 1,
  )) {
    const names = [row.name, ...row.aliases].filter((name) => fold(name) !== '');
    const shared = names.find((name) => oldest.has(fold(name)));
    if (shared !== undefined) {
      pairs.push({ into: oldest.get(fold(shared))!, from: row, name: shared });
      continue;
    }
    for (const name of names) oldest.set(fold(name), row);
  }
  return pairs;
}
