/** The sample's documents, read as any imported text is, and the excerpts found in them. */
import { createRow } from '../merge/edit';
import { cslDateOf } from '../model/csl';
import { planAnchor } from '../model/excerpt';
import { planDocument } from '../model/importing';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { readPlainText } from '../text/plainText';
import { at, done, idOf, unknown } from './sampleDraft';
import type { Draft, SampleTools, Step } from './sampleDraft';
import type { SampleSpec } from './sampleSpec';

export async function addDocuments(
  spec: SampleSpec,
  draft: Draft,
  tools: SampleTools,
  files: Readonly<Record<string, string>>,
): Promise<Step> {
  const rows = draft.records.documents;
  for (const { key, file, sourceKey, language, marking, state, note, csl } of spec.documents) {
    const where = `documents/${key}`;
    const raw = files[file];
    if (raw === undefined) return no('text-missing', `${where}: ${file}`);
    const read = readPlainText(raw);
    if (!read.ok) return at(where, read);
    const { text, title, extractor } = read.value;
    const textId = await tools.sha256(text);
    const from = { fileName: file, mediaType: 'text/plain', originalId: null, extractor };
    const arrived = { title, textId, ...from, csl: {}, language };
    const planned = planDocument(arrived, marking, rows, tools.now);
    if (!planned.ok) return at(where, planned);
    const sourceId = idOf(draft, 'sources', sourceKey);
    if (sourceId === undefined) return unknown(where, `sources/${sourceKey}`);
    const { issued, ...rest } = csl;
    const date = cslDateOf(issued);
    if (!date) return no('date-unclear', `${where}: ${issued}`);
    const fields = {
      ...planned.value,
      csl: { ...rest, title, issued: date, language },
      sourceId,
      state,
      note,
    };
    rows.push(createRow('documents', draft.ids.get(where)!, fields, tools.stamp));
    draft.textOf.set(textId, text);
  }
  return done;
}

/** Where the wanted occurrence of a quote starts, in UTF-16 code units. */
function placeOf(
  text: string,
  quote: string,
  occurrence?: number,
): Result<number, 'quote-missing' | 'quote-ambiguous'> {
  let start = text.indexOf(quote);
  for (let count = 1; start >= 0 && count < (occurrence ?? 1); count += 1) start = text.indexOf(quote, start + 1);
  if (start < 0) return no('quote-missing');
  return occurrence === undefined && text.includes(quote, start + 1) ? no('quote-ambiguous') : yes(start);
}

export function addExcerpts(spec: SampleSpec, draft: Draft, tools: SampleTools): Step {
  for (const { key, documentKey, quote, occurrence, marking, sourceKey, tagKeys, ...fields } of spec.excerpts) {
    const where = `excerpts/${key}`;
    const document = draft.records.documents.find((row) => row.id === draft.ids.get(`documents/${documentKey}`));
    if (!document) return unknown(where, `documents/${documentKey}`);
    const textId = document.versions[0]!.textId;
    const text = draft.textOf.get(textId)!;
    const start = placeOf(text, quote, occurrence);
    if (!start.ok) return at(where, start);
    const anchor = planAnchor(text, textId, start.value, start.value + quote.length);
    if (!anchor.ok) return at(where, anchor);
    const sourceId = idOf(draft, 'sources', sourceKey);
    if (sourceId === undefined) return unknown(where, `sources/${sourceKey}`);
    const tags: string[] = [];
    for (const tagKey of tagKeys) {
      const tagId = draft.ids.get(`tags/${tagKey}`);
      if (tagId === undefined) return unknown(where, `tags/${tagKey}`);
      tags.push(tagId);
    }
    const held = { documentId: document.id, tags, marking: marking ?? null, sourceId, figures: [] };
    const row = { ...fields, ...anchor.value, ...held };
    draft.records.excerpts.push(createRow('excerpts', draft.ids.get(where)!, row, tools.stamp));
  }
  return done;
}
