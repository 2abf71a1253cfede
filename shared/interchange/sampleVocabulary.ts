/** The sample's case, sources and tags: what its evidence is sorted by. */
import { actorOf } from '../merge/clock';
import { createRow } from '../merge/edit';
import { NEW_CASE, planCaseName } from '../model/case';
import { planOrigin } from '../model/source';
import { planTagName } from '../model/tag';
import { at, done, idOf, unknown } from './sampleDraft';
import type { Draft, SampleTools, Step } from './sampleDraft';
import type { SampleSpec } from './sampleSpec';

export async function addCase({ case: fields }: SampleSpec, { records }: Draft, tools: SampleTools): Promise<Step> {
  const name = planCaseName(fields.name);
  if (!name.ok) return at('case', name);
  const row = { ...NEW_CASE, ...fields, name: name.value };
  records.cases.push(createRow('cases', await tools.newId('case'), row, tools.stamp));
  return done;
}

export async function addSources(spec: SampleSpec, draft: Draft, tools: SampleTools): Promise<Step> {
  const rows = draft.records.sources;
  const byId = (id: string) => rows.find((row) => row.id === id);
  for (const { key, originKey, gradings, ...fields } of spec.sources) {
    const where = `sources/${key}`;
    const graded = [];
    for (const [index, grading] of gradings.entries()) {
      graded.push({ id: await tools.newId(`gradings/${key}/${index + 1}`), ...grading, by: actorOf(tools.stamp) });
    }
    const ungrounded = { ...fields, originId: null, gradings: graded };
    const row = createRow('sources', draft.ids.get(where)!, ungrounded, tools.stamp);
    const origin = originKey === null ? null : byId(draft.ids.get(`sources/${originKey}`) ?? '');
    if (origin === undefined) return unknown(where, `sources/${originKey}`);
    const originId = planOrigin(row, origin, byId);
    if (!originId.ok) return at(where, originId);
    rows.push({ ...row, originId: originId.value });
  }
  return done;
}

export function addTags(spec: SampleSpec, draft: Draft, tools: SampleTools): Step {
  const rows = draft.records.tags;
  for (const { key, parentKey, ...fields } of spec.tags) {
    const where = `tags/${key}`;
    const parentId = idOf(draft, 'tags', parentKey);
    if (parentId === undefined || (parentId !== null && !rows.some((row) => row.id === parentId))) {
      return unknown(where, `tags/${parentKey}`);
    }
    const name = planTagName(fields.name, parentId, rows);
    if (!name.ok) return at(where, name);
    rows.push(
      createRow('tags', draft.ids.get(where)!, { ...fields, withhold: false, name: name.value, parentId }, tools.stamp),
    );
  }
  return done;
}
