/** Runs the rules beside the page, so that no key waits for them. */
import { cleanBody } from '@shared/briefing/bodySchema';
import { checkBriefing, RULES } from '@shared/briefing/checks';
import type { CheckInput } from '@shared/briefing/checks/context';
import type { RuleId } from '@shared/briefing/checks/finding';
import type { CheckAnswer, CheckGround, CheckQuestion } from './checkMessages';

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const rules = Object.fromEntries(Object.entries(RULES).map(([id, { title }]) => [id, title])) as Record<RuleId, string>;

type Ground = Omit<CheckInput, 'briefing' | 'tags'> & { readonly briefing: CheckGround['briefing'] };

function groundOf({ excerpts, documents, sources, places, ...rest }: Omit<CheckGround, 'tags'>): Ground {
  const [excerptOf, documentOf, sourceOf] = [byId(excerpts), byId(documents), byId(sources)];
  const placeOf = new Map(places);
  return {
    ...rest,
    lookup: {
      excerpt: (id) => excerptOf.get(id),
      document: (id) => documentOf.get(id),
      source: (id) => sourceOf.get(id),
      placeOf: (excerpt) => placeOf.get(excerpt.id) ?? null,
    },
  };
}

let ground: Ground | null = null;
let tags: CheckInput['tags'] = new Map();

/** Null where a rule fails over the text: "nothing found" must not be said then. */
function found(on: Ground, body: CheckInput['briefing']['body']): CheckAnswer['findings'] {
  try {
    return checkBriefing({ ...on, tags, briefing: { ...on.briefing, body: cleanBody(body) } });
  } catch {
    return null;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<CheckQuestion>) => {
  if (data.tags) tags = byId(data.tags);
  if (data.ground) ground = groundOf(data.ground);
  if (!ground) return;
  const answer: CheckAnswer = { number: data.number, findings: found(ground, data.body), rules };
  self.postMessage(answer);
});
