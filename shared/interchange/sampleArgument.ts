/** What the sample makes of its evidence: hypotheses, links and briefings. */
import { cleanBody } from '../briefing/bodySchema';
import { judgementsIn } from '../briefing/judgements';
import type { JudgementInText } from '../briefing/judgements';
import { derivedMarking, planBriefingMarking } from '../briefing/marking';
import { NEW_BRIEFING } from '../model/briefing';
import { citedExcerptIds } from '../briefing/references';
import { createRow } from '../merge/edit';
import { NEW_CASE } from '../model/case';
import { planLink } from '../model/link';
import type { Link } from '../model/link';
import { sampleBody } from './sampleBody';
import { at, done, unknown } from './sampleDraft';
import type { Draft, SampleTools, Step } from './sampleDraft';
import type { SampleSpec } from './sampleSpec';

export function addHypotheses(spec: SampleSpec, draft: Draft, tools: SampleTools): Step {
  for (const { key, ...fields } of spec.hypotheses) {
    draft.records.hypotheses.push(createRow('hypotheses', draft.ids.get(`hypotheses/${key}`)!, fields, tools.stamp));
  }
  return done;
}

export async function addLinks(spec: SampleSpec, draft: Draft, tools: SampleTools): Promise<Step> {
  const rows = draft.records.links;
  const endOf = (key: string): Pick<Link, 'toTable' | 'toId'> | null => {
    for (const toTable of ['excerpts', 'hypotheses'] as const) {
      const toId = draft.ids.get(`${toTable}/${key}`);
      if (toId !== undefined) return { toTable, toId };
    }
    return null;
  };
  for (const { fromKey, toKey, type, note } of spec.links) {
    const where = `links/${fromKey}/${type}/${toKey}`;
    const from = endOf(fromKey);
    const to = endOf(toKey);
    if (!from || !to) return unknown(where, from ? toKey : fromKey);
    const planned = planLink({ fromTable: from.toTable, fromId: from.toId, ...to, type, note }, rows);
    if (!planned.ok) return at(where, planned);
    rows.push(createRow('links', await tools.newId(where), planned.value, tools.stamp));
  }
  return done;
}

export function addBriefings(spec: SampleSpec, draft: Draft, tools: SampleTools): Step {
  const { excerpts, documents, sources, briefings } = draft.records;
  const find =
    <Row extends { id: string }>(rows: readonly Row[]) =>
    (id: string) =>
      rows.find((row) => row.id === id);
  const { scale } = NEW_CASE;
  const lookup = { excerpt: find(excerpts), document: find(documents), source: find(sources), placeOf: () => null };
  for (const { key, body: blocks, ...fields } of spec.briefings) {
    const where = `briefings/${key}`;
    const long = sampleBody(blocks, {
      excerpt: (cited) => lookup.excerpt(draft.ids.get(`excerpts/${cited}`) ?? ''),
      judgementId: (named) => draft.ids.get(`judgements/${named}`),
      scale,
    });
    if (!long.ok) return at(where, long);
    const body = cleanBody(long.value);
    const marking = planBriefingMarking(fields.marking, derivedMarking(citedExcerptIds(body), lookup));
    if (!marking.ok) return at(where, marking);
    briefings.push(
      createRow(
        'briefings',
        draft.ids.get(where)!,
        { ...NEW_BRIEFING, ...fields, marking: marking.value, body },
        tools.stamp,
      ),
    );
    for (const said of judgementsIn(body, scale)) {
      const judged = addJudgement(said, draft.ids.get(where)!, spec, draft, tools);
      if (!judged.ok) return judged;
    }
  }
  return done;
}

/** The record of a judgement: what its text says, and how the spec says it is held. */
function addJudgement(
  said: JudgementInText,
  briefingId: string,
  spec: SampleSpec,
  { ids, records }: Draft,
  tools: SampleTools,
): Step {
  const { key, earlierKey, ...held } = spec.judgements.find(
    (one) => ids.get(`judgements/${one.key}`) === said.judgementId,
  )!;
  const earlierId = earlierKey === null ? null : ids.get(`judgements/${earlierKey}`);
  if (earlierId === undefined) return unknown(`judgements/${key}`, `judgements/${earlierKey}`);
  const { judgementId, basis, ...words } = said;
  const fields = { ...held, ...words, basis: [...basis], briefingId, earlierId, scale: NEW_CASE.scale };
  records.judgements.push(createRow('judgements', judgementId, fields, tools.stamp));
  return done;
}
