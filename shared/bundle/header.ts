/** `data/case.json`: what the bundle is, in a few lines that can be read without the rest. */
import { z } from 'zod';
import { caseSchema } from '../model/case';
import { markingSchema, strictest } from '../model/marking';
import type { Marking } from '../model/marking';
import { isAlive } from '../model/record';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { MODEL_VERSION } from '../model/tables';
import { upgradeRow } from '../migrations';
import type { OldRow } from '../migrations';
import { canonicalJson, isCanonical } from './canonicalJson';
import type { BundleContents } from './contents';
import { FORMAT, FORMAT_VERSION, LATEST_STAMP } from './limits';
import { RECORD_TABLES } from './names';
import type { BundleRefusal } from './refusals';

const count = z.number().int().min(0);

const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  /** Version of the model its rows were written by. */
  modelVersion: z.number().int().min(1).max(MODEL_VERSION),
  case: caseSchema,
  /** Living records of each table that has a file, texts and original files. */
  counts: z.record(z.string().max(40), count),
  /** The strictest label in it, deleted records included: their words travel too. */
  marking: markingSchema,
  /** What was left out on purpose, by kind. */
  withheld: z.record(z.string().max(60), count),
});
export type BundleHeader = z.infer<typeof headerSchema>;

/** The header of these contents. */
export function headerOf(contents: BundleContents): BundleHeader {
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    modelVersion: MODEL_VERSION,
    case: contents.case,
    counts: countsOf(contents),
    marking: markingOf(contents),
    withheld: { ...contents.withheld },
  };
}

export const headerText = (header: BundleHeader): string => canonicalJson(header);

/** Living records of each table, texts and originals. Tables without a row have no count, as they have no file. */
export function countsOf(contents: BundleContents): Record<string, number> {
  const counts: Record<string, number> = { originals: contents.originals.length, texts: contents.texts.length };
  for (const table of RECORD_TABLES) {
    const rows = contents.rows[table] ?? [];
    if (rows.length > 0) counts[table] = rows.reduce((sum: number, row) => sum + (isAlive(row) ? 1 : 0), 0);
  }
  return counts;
}

/** The strictest label of documents, excerpts and briefings; the case's own where none of them is there. */
export function markingOf({ case: record, rows }: BundleContents): Marking {
  const labels: (Marking | null)[] = [];
  for (const row of rows.documents ?? []) labels.push(row.marking);
  for (const row of rows.excerpts ?? []) labels.push(row.marking);
  for (const row of rows.briefings ?? []) labels.push(row.marking);
  return labels.some((label) => label !== null) ? strictest(labels) : record.marking;
}

/** The header as `data/case.json` has it; the case's row is upgraded to this program's model. */
export function readHeader(text: string): Result<BundleHeader, BundleRefusal> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return no('header-broken');
  }
  if (typeof raw !== 'object' || raw === null || !('format' in raw) || raw.format !== FORMAT)
    return no('header-broken');
  const { formatVersion, modelVersion, case: row } = raw as Record<string, unknown>;
  // A newer header may have any shape: its version is read before anything else is asked of it.
  if (typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION) return no('newer-format');
  if (typeof modelVersion === 'number' && modelVersion > MODEL_VERSION) return no('newer-format');
  if (!isCanonical(text, raw) || typeof row !== 'object' || row === null) return no('header-broken');
  const version = typeof modelVersion === 'number' ? modelVersion : MODEL_VERSION;
  const parsed = headerSchema.safeParse({ ...raw, case: upgradeRow('cases', row as OldRow, version) });
  if (!parsed.success || hasWildStamp(parsed.data.case)) return no('header-broken');
  return yes(parsed.data);
}

/** True where a stamp of the row lies so far ahead that the clock of whoever merges it would run off. */
export function hasWildStamp(row: {
  created: string;
  deleted: string | null;
  clocks: Readonly<Record<string, string>>;
  seen: Readonly<Record<string, string>>;
}): boolean {
  if (row.created > LATEST_STAMP || (row.deleted !== null && row.deleted > LATEST_STAMP)) return true;
  for (const key in row.clocks) if (row.clocks[key]! > LATEST_STAMP) return true;
  for (const key in row.seen) if (row.seen[key]! > LATEST_STAMP) return true;
  return false;
}
