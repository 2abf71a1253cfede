/** What every record has: an id, and the clocks that let any number of offline copies be merged. */
import { z } from 'zod';
import { ACTOR_PATTERN, STAMP_PATTERN } from '../merge/clock';
import type { ActorId, Stamp } from '../merge/clock';

/** A UUIDv7, lower case (RFC 9562). */
export type Id = string;

export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const stampSchema = z.string().regex(STAMP_PATTERN);
export const actorSchema = z.string().regex(ACTOR_PATTERN);
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export interface RecordBase {
  readonly id: Id;
  /** Who made the record and when. The stamp of every field that was never changed since. */
  readonly created: Stamp;
  /** Field name to the stamp of its last change; for an element of a set, `field/element`. */
  readonly clocks: Readonly<Record<string, Stamp>>;
  /** The newest stamp of each actor whose edits this copy has seen: a version vector. */
  readonly seen: Readonly<Record<ActorId, Stamp>>;
  /** When the record was deleted; a later edit brings it back. */
  readonly deleted: Stamp | null;
}

/** Keys of RecordBase, which edits never name. */
export const BASE_FIELDS = ['id', 'created', 'clocks', 'seen', 'deleted'] as const;

export const baseShape = {
  id: idSchema,
  created: stampSchema,
  clocks: z.record(z.string().max(400), stampSchema),
  seen: z.record(actorSchema, stampSchema),
  deleted: stampSchema.nullable(),
};

/** The fields of a record that an analyst can set. */
export type FieldsOf<Row extends RecordBase> = Omit<Row, (typeof BASE_FIELDS)[number]>;

/** A record is alive unless its deletion is later than its last edit. */
export function isAlive(record: RecordBase): boolean {
  if (record.deleted === null) return true;
  for (const key in record.clocks) if (record.clocks[key]! > record.deleted) return true;
  return false;
}

/** The rows that are not deleted, in the order given; none where there are none. */
export const living = <Row extends Parameters<typeof isAlive>[0]>(rows: readonly Row[] | undefined): Row[] =>
  (rows ?? []).filter(isAlive);
