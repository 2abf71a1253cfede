/**
 * Briefings as somebody may have them who may see so much and no more, with their judgements. Comments and kept
 * versions never go: they speak of what was withheld, and carry no label.
 */
import { cleanBody } from '../../briefing/bodySchema';
import { closedWays, withoutWays } from '../../briefing/outgoing/release';
import { withholdAbove } from '../../briefing/outgoing/withhold';
import { wordsHash } from '../../briefing/citedAs';
import { lookupIn } from '../../briefing/lookupIn';
import { strictest } from '../../model/marking';
import type { Marking } from '../../model/marking';
import type { BodyNode } from '../../model/briefing';
import { living } from '../../model/record';
import type { RowOf } from '../../model/tables';
import type { BundleContents } from '../contents';
import { isWithin } from './kept';
import type { Kept } from './kept';

interface RedactedBriefings {
  readonly briefings: readonly RowOf<'briefings'>[];
  readonly judgements: readonly RowOf<'judgements'>[];
  /** Passages of theirs that were withheld. */
  readonly passages: number;
}

/**
 * A briefing whose own label is stricter does not go at all: its title and what cites nothing are marked by that alone.
 * Of the others each passage that rests on something stricter becomes `[withheld: TLP:…]`.
 */
export function redactBriefings(contents: BundleContents, kept: Kept, ceiling: Marking): RedactedBriefings {
  const { rows } = contents;
  // Deleted evidence too: its label still counts.
  const lookup = lookupIn(rows);
  const ofPicture = (originalId: string): Marking | null => {
    const its = (rows.documents ?? []).filter(({ versions }) => versions.some((one) => one.originalId === originalId));
    return its.length === 0 ? null : strictest(its.map(({ marking }) => marking));
  };
  const briefings: RowOf<'briefings'>[] = [];
  const whole = new Set<string>();
  const gone = new Set<string>();
  let passages = 0;
  for (const briefing of living(rows.briefings)) {
    const label = briefing.marking ?? contents.case.marking;
    if (!isWithin(label, ceiling)) continue;
    const clean = cleanBody(briefing.body);
    const { body, withheld } = withholdAbove(clean, ceiling, { lookup, ofPicture });
    passages += withheld.length;
    // A citation of a deleted excerpt keeps no words, and one of an excerpt that does not go stood in a passage withheld.
    const open = withoutComments(withoutWays(body, closedWays(clean, lookup, ceiling)));
    const isWhole = withheld.length === 0;
    if (isWhole) whole.add(briefing.id);
    for (const id of judgementsIn(clean)) if (!judgementsIn(open).has(id)) gone.add(id);
    briefings.push({ ...briefing, body: open, accepted: [], lowered: null });
  }
  const ids = new Set(briefings.map(({ id }) => id));
  const judgements = living(rows.judgements).filter(
    ({ id, briefingId, basis }) =>
      ids.has(briefingId) &&
      !gone.has(id) &&
      basis.every((one) => kept.excerpts.has(one)) &&
      (kept.unlabelled || whole.has(briefingId)),
  );
  return { briefings, judgements, passages };
}

/** Ids of the key judgements that still say something: withheld ones stand there without a word. */
function judgementsIn(body: BodyNode): Set<string> {
  const ids = new Set<string>();
  const walk = (node: BodyNode): void => {
    const id = node.type === 'judgement' ? node.attrs?.['judgementId'] : null;
    if (typeof id === 'string' && !/^\[withheld: [^\]]*\]$/.test(wordsIn(node))) ids.add(id);
    node.content?.forEach(walk);
  };
  walk(body);
  return ids;
}

const wordsIn = (node: BodyNode): string => (node.text ?? '') + (node.content ?? []).map(wordsIn).join('');

function withoutComments(node: BodyNode): BodyNode {
  const { marks, content, ...plain } = node;
  const kept = marks?.filter(({ type }) => type !== 'comment');
  return {
    ...plain,
    ...(kept && kept.length > 0 ? { marks: kept } : {}),
    ...(content ? { content: content.map(withoutComments) } : {}),
  };
}

/** Citations and quotations of excerpts whose words were changed, as if made of them now: no word is left of the old. */
export function inStep<Briefing extends { readonly body: BodyNode }>(
  briefing: Briefing,
  excerpts: readonly RowOf<'excerpts'>[],
): Briefing {
  const byId = new Map(excerpts.map((excerpt) => [excerpt.id, excerpt]));
  const walk = (node: BodyNode): BodyNode => {
    const excerpt = byId.get(String(node.attrs?.['excerptId']));
    const content = node.content ? { content: node.content.map(walk) } : {};
    if (!excerpt) return { ...node, ...content };
    const words = { words: wordsHash(excerpt.quote) };
    const text = node.type === 'quotation' ? { text: excerpt.quote } : {};
    return { ...node, attrs: { ...node.attrs, ...words, ...text }, ...content };
  };
  return { ...briefing, body: walk(briefing.body) };
}
