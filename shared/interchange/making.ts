/** Makes the records of an import, as if the analyst at the keyboard had made each: one stamp after another. */
import type { BundleContents, BundleOriginal, BundleText } from '../bundle/contents';
import { RECORD_TABLES } from '../bundle/names';
import type { RecordTable } from '../bundle/names';
import { later, makeClock } from '../merge/clock';
import type { ActorId, Stamp } from '../merge/clock';
import { createRow } from '../merge/edit';
import { NEW_CASE } from '../model/case';
import type { Marking } from '../model/marking';
import type { FieldsOf } from '../model/record';
import type { AnyRow, RowOf } from '../model/tables';

/** What a converter needs from its host. */
export interface MakingTools {
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The actor whose work the import is. */
  readonly actor: ActorId;
  /** UTF-8; lone surrogates become U+FFFD. */
  readonly encode: (text: string) => Uint8Array;
  /** SHA-256 in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  /** The label what comes in is put under, where the format names none. */
  readonly marking: Marking;
}

/** Who made something, and when (milliseconds since 1970), where the file says so. */
export interface Maker {
  readonly actor: ActorId;
  readonly at: number;
}

/** What a file says of the making of a record. */
export interface Made {
  readonly by: Maker | null;
  /** Who set a field later, or put an element into a set, by its clock key. */
  readonly since?: ReadonlyMap<string, Maker>;
}

/** A case in the making. */
export interface Making {
  /** Adds a record and returns its id; a given id is kept. It is the import's own where nothing is said of its making. */
  readonly add: <Table extends RecordTable>(
    table: Table,
    fields: FieldsOf<RowOf<Table>>,
    id?: string,
    made?: Made,
  ) => string;
  /** Keeps a document's text; returns its SHA-256. */
  readonly addText: (text: string) => Promise<string>;
  /** Keeps an original file; returns the SHA-256 of its bytes. */
  readonly addOriginal: (bytes: Uint8Array, ext: string) => Promise<string>;
  /** What was made, ordered as bundles are. */
  readonly contents: () => BundleContents;
}

const stampOf = ({ actor, at }: Maker): Stamp => makeClock(actor, '000', () => at).tick();

/** The record with the fields that somebody set after it was made. What is said to be older than the record is not. */
function setSince(row: AnyRow, since: ReadonlyMap<string, Maker>): AnyRow {
  const [clocks, seen] = [{ ...row.clocks }, { ...row.seen }];
  for (const [key, maker] of since) {
    const stamp = stampOf(maker);
    if (stamp <= row.created) continue;
    clocks[key] = stamp;
    seen[maker.actor] = later(seen[maker.actor] ?? stamp, stamp);
  }
  return { ...row, clocks, seen };
}

/** Starts a case that an import fills. */
export function makeCase(name: string, tools: MakingTools, description = ''): Making {
  const clock = makeClock(tools.actor, '000', tools.now);
  const rows = new Map<RecordTable, AnyRow[]>(RECORD_TABLES.map((table) => [table, []]));
  const texts = new Map<string, BundleText>();
  const originals = new Map<string, BundleOriginal>();
  const fields = { name: name.trim().slice(0, 200) || 'Imported case', description, marking: tools.marking };
  const record = createRow('cases', tools.newId(), { ...fields, language: 'en', ...NEW_CASE }, clock.tick());
  return {
    add(table, given, id = tools.newId(), made) {
      const row = createRow(table, id, given, made?.by ? stampOf(made.by) : clock.tick()) as AnyRow;
      rows.get(table)!.push(made?.since ? setSince(row, made.since) : row);
      return id;
    },
    async addText(text) {
      const id = await tools.sha256(tools.encode(text));
      texts.set(id, { id, text });
      return id;
    },
    async addOriginal(bytes, ext) {
      const id = await tools.sha256(bytes);
      originals.set(id, { id, ext, bytes });
      return id;
    },
    contents: () => ({
      case: record,
      rows: Object.fromEntries(
        [...rows].map(([table, some]) => [table, some.toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
      ) as BundleContents['rows'],
      texts: [...texts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      originals: [...originals.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }),
  };
}
