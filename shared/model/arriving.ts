/** Documents that arrive many at once: their texts are kept already, and what is left is to plan their records. */
import { cslItemSchema } from './csl';
import type { CslItem } from './csl';
import type { Document } from './document';
import { planDocument } from './importing';
import type { Arrived } from './importing';
import type { Layout } from './layout';
import type { Marking } from './marking';
import type { FieldsOf } from './record';
import type { Source } from './source';

export interface KeptDocument extends Arrived {
  readonly id: string;
  readonly note: string;
  readonly layout: FieldsOf<Layout> | null;
}

const fold = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase();

/** What a file says of itself, without what no record may hold: a date of 13 months, a title of a million letters. */
export function plausibleCsl(said: Partial<CslItem>): Partial<CslItem> {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(said)) {
    if (value === undefined || value === '') continue;
    if (cslItemSchema.partial().safeParse({ [field]: value }).success) kept[field] = value;
  }
  return kept;
}

/**
 * Tells the source that publishes what says so of itself: by its name or an alias, as the case has it; null where none
 * is. Made once for many.
 */
export function publishersOf(sources: Iterable<Source>): (csl: Partial<CslItem>) => string | null {
  const byName = new Map<string, string>();
  for (const { id, name, aliases } of sources)
    for (const one of [name, ...aliases]) if (!byName.has(fold(one))) byName.set(fold(one), id);
  return (csl) => {
    for (const name of [csl['container-title'], csl.publisher]) {
      const id = name === undefined ? undefined : byName.get(fold(name));
      if (id !== undefined) return id;
    }
    return null;
  };
}

/**
 * The fields of a document whose text is known to be new to the case.
 * @param now ISO 8601 instant of the import
 */
export function planKept(
  kept: KeptDocument,
  marking: Marking,
  sourceId: string | null,
  now: string,
): FieldsOf<Document> {
  const plan = planDocument(kept, marking, [], now);
  if (!plan.ok) throw new RangeError('A text cannot be here already where there is none');
  return { ...plan.value, note: kept.note, sourceId };
}
