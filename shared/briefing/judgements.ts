/**
 * The key judgements of a note as its text has them, and what that asks of their records. The text owns the statement
 * and the basis; likelihood and confidence it sets when it names them, and the form sets them otherwise.
 */
import { CONFIDENCES, SCALES, termById } from '../model/estimative';
import type { Confidence, ScaleId } from '../model/estimative';
import type { BodyNode } from '../model/briefing';
import type { Judgement } from '../model/judgement';
import type { FieldsOf } from '../model/record';
import { wordsOf } from './bodySchema';
import { citedExcerptIds } from './references';

export interface JudgementInText {
  readonly judgementId: string;
  /** Plain words, without footnotes; empty while nothing is written. */
  readonly statement: string;
  /** Excerpts cited inside, each once, in the order of their first place. */
  readonly basis: readonly string[];
  /** Id of a term of the scale; null where the text names none. */
  readonly likelihood: string | null;
  readonly confidence: Confidence | null;
}

const LONGEST_STATEMENT = 20_000;
const MOST_BASIS = 1_000;

/** Every judgement of a body in the order of the text. A body that was not cleaned may name an id twice. */
export function judgementsIn(body: BodyNode, scale: ScaleId): JudgementInText[] {
  return judgementNodes(body).map((node) => {
    const own = withoutFootnotes(node);
    const statement = wordsOf(own).slice(0, LONGEST_STATEMENT);
    return {
      judgementId: idOf(node),
      statement,
      basis: citedExcerptIds(node).slice(0, MOST_BASIS),
      likelihood: markedTerm(own, scale) ?? likelihoodInWords(statement, scale),
      confidence: markedConfidence(own) ?? confidenceInWords(statement),
    };
  });
}

const idOf = (node: BodyNode): string => {
  const id = node.attrs?.['judgementId'];
  return typeof id === 'string' ? id : '';
};

function judgementNodes(body: BodyNode): BodyNode[] {
  if (body.type === 'judgement') return [body];
  return (body.content ?? []).flatMap(judgementNodes);
}

const withoutFootnotes = (node: BodyNode): BodyNode =>
  node.content
    ? { ...node, content: node.content.filter((one) => one.type !== 'footnote').map(withoutFootnotes) }
    : node;

function* marksIn(node: BodyNode): Generator<{ type: string; attrs: Readonly<Record<string, unknown>> }> {
  for (const { type, attrs = {} } of node.marks ?? []) yield { type, attrs };
  for (const inside of node.content ?? []) yield* marksIn(inside);
}

function markedTerm(node: BodyNode, scale: ScaleId): string | null {
  for (const { type, attrs } of marksIn(node)) {
    const { term } = attrs;
    if (type !== 'term' || attrs['scale'] !== scale || typeof term !== 'string') continue;
    if (termById(scale, term)) return term;
  }
  return null;
}

function markedConfidence(node: BodyNode): Confidence | null {
  for (const { type, attrs } of marksIn(node)) {
    const level = CONFIDENCES.find((one) => type === 'confidence' && one === attrs['level']);
    if (level) return level;
  }
  return null;
}

/** What others are quoted as saying is not this note's judgement. */
const QUOTED = /“[^”]*”|"[^"]*"|«[^»]*»/gu;
const unquoted = (words: string): string => words.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));

/** A word that makes another term, or none, out of the one behind it: `highly unlikely` is none of ICD 203's. */
const TURNS =
  /(?:\b(?:not|hardly|scarcely|more|less|most|least|very|highly|quite|rather|fairly|extremely|how|so|as|too)|n[’']t)\s+$/iu;
const COMPARES = /^\s+than\b/iu;

/** The place in words where a term of the scale is named first, the longest form there; null where none is. */
export function termInWords(words: string, scale: ScaleId): { term: string; start: number; end: number } | null {
  const forms = SCALES[scale].terms.flatMap((term) =>
    [term.words, ...term.also].map((form) => [form, term.id] as const),
  );
  const idOfForm = new Map(forms);
  const longestFirst = forms.map(([form]) => form).sort((a, b) => b.length - a.length);
  const anyForm = new RegExp(`(?<![\\p{L}-])(?:${longestFirst.join('|').replaceAll(' ', '\\s+')})(?![\\p{L}-])`, 'giu');
  const own = unquoted(words);
  for (const match of own.matchAll(anyForm)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (TURNS.test(own.slice(0, start)) || COMPARES.test(own.slice(end))) continue;
    return { term: idOfForm.get(match[0].toLowerCase().replace(/\s+/gu, ' '))!, start, end };
  }
  return null;
}

const likelihoodInWords = (words: string, scale: ScaleId): string | null => termInWords(words, scale)?.term ?? null;

/** `moderate confidence`, `our confidence in this is low`; `low to moderate` is two levels and so none. */
const CONFIDENCE =
  /(?<!\bto\s|-)\b(low|moderate|high)\s+(?:analytic(?:al)?\s+)?confidence\b|\bconfidence\b[^.;:!?]{0,80}?(?:\bis|\bremains|:)\s+(low|moderate|high)\b(?!\s*(?:-|to\b))/iu;

const confidenceInWords = (words: string): Confidence | null => levelInWords(words)?.level ?? null;

/** The place in words where a level of confidence is named first, the level's own word; null where none is. */
export function levelInWords(words: string): { level: Confidence; start: number; end: number } | null {
  const match = CONFIDENCE.exec(unquoted(words));
  const word = match?.[1] ?? match?.[2];
  const level = CONFIDENCES.find((one) => one === word?.toLowerCase());
  if (!match || !word || !level) return null;
  const start = match.index + match[0].toLowerCase().lastIndexOf(level, match[1] ? 0 : undefined);
  return { level, start, end: start + word.length };
}

/** Ids of the judgements of a body in the order of the text; an id as often as it stands there. */
export const judgementIdsIn = (body: BodyNode): string[] => judgementNodes(body).map(idOf);

/** The body with every judgement under a new id: two notes from one template must not share a record. */
export function withFreshJudgements(body: BodyNode, newIds: readonly string[]): BodyNode {
  let next = 0;
  return renamed(body, () => newIds[next++]!);
}

function renamed(node: BodyNode, nameOf: (id: string) => string): BodyNode {
  if (node.type === 'judgement') {
    const judgementId = nameOf(idOf(node));
    return judgementId === idOf(node) ? node : { ...node, attrs: { ...node.attrs, judgementId } };
  }
  if (!node.content) return node;
  const content = node.content.map((inside) => renamed(inside, nameOf));
  return content.every((inside, i) => inside === node.content![i]) ? node : { ...node, content };
}

export interface JudgementsBefore {
  readonly briefingId: string;
  /** The words of likelihood of the case. */
  readonly scale: ScaleId;
  /** The text as it was; null where the note is new. */
  readonly before: BodyNode | null;
  /** The text as it is going to be. */
  readonly body: BodyNode;
  /** This briefing's records, and every record that the text names; deleted ones too. */
  readonly rows: readonly Judgement[];
  /** Which of the rows live. */
  readonly isAlive: (row: Judgement) => boolean;
  /** Ids nobody has, as many as the text has judgements. */
  readonly newIds: readonly string[];
}

export interface JudgementSteps {
  /** The text to write: a judgement copied here from elsewhere stands for a record of its own. */
  readonly body: BodyNode;
  readonly create: readonly { readonly id: string; readonly fields: FieldsOf<Judgement> }[];
  readonly update: readonly { readonly id: string; readonly patch: Partial<FieldsOf<Judgement>> }[];
  readonly remove: readonly string[];
  /** Those that came back, with what the text now says of them. */
  readonly restore: readonly { readonly id: string; readonly patch: Partial<FieldsOf<Judgement>> }[];
}

/** What the records need so that they say what the text says. Pure. */
export function planJudgements({
  briefingId,
  scale,
  before,
  body: wanted,
  rows,
  isAlive,
  newIds,
}: JudgementsBefore): JudgementSteps {
  const known = new Map(rows.map((row) => [row.id, row]));
  const named = new Set<string>();
  const copies = new Map<string, Judgement | undefined>();
  let next = 0;
  const body = renamed(wanted, (id) => {
    const row = known.get(id);
    if (!named.has(id) && (!row || row.briefingId === briefingId)) {
      named.add(id);
      return id;
    }
    const fresh = newIds[next++]!;
    copies.set(fresh, row);
    named.add(fresh);
    return fresh;
  });
  const was = new Map((before ? judgementsIn(before, scale) : []).map((one) => [one.judgementId, one]));
  const steps = { create: [] as JudgementSteps['create'][number][], update: [] as JudgementSteps['update'][number][] };
  const restore: JudgementSteps['restore'][number][] = [];
  for (const said of judgementsIn(body, scale)) {
    const row = known.get(said.judgementId);
    if (!row) {
      const fields = newFields(said, briefingId, scale, copies.get(said.judgementId));
      steps.create.push({ id: said.judgementId, fields });
      continue;
    }
    const patch = patchFor(row, said, was.get(said.judgementId) ?? saidBefore(row, scale), scale);
    if (!isAlive(row)) restore.push({ id: row.id, patch });
    else if (Object.keys(patch).length > 0) steps.update.push({ id: row.id, patch });
  }
  const remove = rows.filter((row) => row.briefingId === briefingId && isAlive(row) && !named.has(row.id));
  return { body, ...steps, remove: remove.map((row) => row.id), restore };
}

/** A new record; a copy keeps how the first was judged and, from another note, goes on from it. */
function newFields(
  said: JudgementInText,
  briefingId: string,
  scale: ScaleId,
  copied: Judgement | undefined,
): FieldsOf<Judgement> {
  const isOfScale = copied?.scale === scale;
  return {
    briefingId,
    statement: said.statement,
    basis: [...said.basis],
    scale,
    likelihood: said.likelihood ?? (isOfScale ? copied.likelihood : null),
    confidence: said.confidence ?? copied?.confidence ?? null,
    confidenceReason: copied?.confidenceReason ?? '',
    assumptions: copied?.assumptions ?? '',
    wouldChange: copied?.wouldChange ?? '',
    reviewDate: copied?.reviewDate ?? '',
    earlierId: copied && copied.briefingId !== briefingId ? copied.id : (copied?.earlierId ?? null),
    outcome: 'open',
    outcomeDate: '',
    outcomeNote: '',
  };
}

/** What the text named when the judgement last stood in it. */
const saidBefore = ({ statement }: Judgement, scale: ScaleId): Pick<JudgementInText, 'likelihood' | 'confidence'> => ({
  likelihood: likelihoodInWords(statement, scale),
  confidence: confidenceInWords(statement),
});

/**
 * Likelihood and confidence are taken over only where the text's own words for them changed: what somebody set in the
 * form against the text must not go with the next key.
 */
function patchFor(
  row: Judgement,
  said: JudgementInText,
  was: Pick<JudgementInText, 'likelihood' | 'confidence'>,
  scale: ScaleId,
): Partial<FieldsOf<Judgement>> {
  const isNew = (key: 'likelihood' | 'confidence'): boolean => said[key] !== null && said[key] !== was[key];
  const basis = [...said.basis].sort();
  return {
    ...(said.statement === row.statement ? {} : { statement: said.statement }),
    ...(basis.join() === [...row.basis].sort().join() ? {} : { basis }),
    ...(isNew('likelihood') && (said.likelihood !== row.likelihood || row.scale !== scale)
      ? { likelihood: said.likelihood, scale }
      : {}),
    ...(isNew('confidence') && said.confidence !== row.confidence ? { confidence: said.confidence } : {}),
  };
}
