/**
 * The sample case: records made out of its spec and its texts, through the same readers and plans that an analyst's own
 * import goes through. Pure: ids, time and hashes are passed in.
 */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { TABLES } from '../model/tables';
import { addBriefings, addHypotheses, addLinks } from './sampleArgument';
import { KEYED } from './sampleDraft';
import type { Draft, Ids, Sample, SampleRecords, SampleTools } from './sampleDraft';
import { addDocuments, addExcerpts } from './sampleEvidence';
import { sampleSpecSchema } from './sampleSpec';
import type { SampleSpec } from './sampleSpec';
import { addCase, addSources, addTags } from './sampleVocabulary';

export type { Sample, SampleRecords, SampleTools } from './sampleDraft';

/** An id in UUIDv8 shape (RFC 9562 §5.8) out of a key's hash: the same key gives the same id on every machine. */
export async function stableId(key: string, sha256: SampleTools['sha256']): Promise<string> {
  const hex = await sha256(key);
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]!;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/**
 * The sample's records and texts.
 * @param spec the content of case.json, not yet believed
 * @param files the documents' texts by file name
 * @returns a refusal whose detail names the key at fault: `spec-malformed`, `key-repeated`, `key-unknown`,
 *   `text-missing`, `quote-missing`, `quote-ambiguous`, or the reason a plan gave
 */
export async function buildSample(
  spec: unknown,
  files: Readonly<Record<string, string>>,
  tools: SampleTools,
): Promise<Result<Sample>> {
  const parsed = sampleSpecSchema.safeParse(spec);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return no('spec-malformed', `${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`);
  }
  const ids = await idsOf(parsed.data, tools);
  if (!ids.ok) return ids;
  const records = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as SampleRecords;
  const draft: Draft = { records, ids: ids.value, textOf: new Map() };
  for (const step of [addCase, addSources, addTags, addDocuments, addExcerpts, addHypotheses, addLinks, addBriefings]) {
    const result = await step(parsed.data, draft, tools, files);
    if (!result.ok) return result;
  }
  return yes({ records, texts: [...draft.textOf].map(([id, text]) => ({ id, text })) });
}

async function idsOf(spec: SampleSpec, tools: SampleTools): Promise<Result<Ids, 'key-repeated'>> {
  const ids = new Map<string, string>();
  for (const table of KEYED) {
    for (const { key } of spec[table]) {
      const full = `${table}/${key}`;
      const shared = table === 'hypotheses' && ids.has(`excerpts/${key}`);
      if (ids.has(full) || shared) return no('key-repeated', full);
      ids.set(full, await tools.newId(full));
    }
  }
  return yes(ids);
}
