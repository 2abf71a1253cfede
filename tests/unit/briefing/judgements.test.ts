import { describe, expect, it } from 'vitest';
import { cleanBody } from '@shared/briefing/bodySchema';
import { judgementsIn, planJudgements, termInWords, withFreshJudgements } from '@shared/briefing/judgements';
import type { ScaleId } from '@shared/model/estimative';
import type { BodyNode } from '@shared/model/briefing';
import type { Judgement } from '@shared/model/judgement';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const text = (words: string, ...marks: NonNullable<BodyNode['marks']>): BodyNode =>
  marks.length > 0 ? { type: 'text', marks, text: words } : { type: 'text', text: words };
const cite = (n: number): BodyNode => ({ type: 'citation', attrs: { excerptId: id(n) } });
const paragraph = (...content: (BodyNode | string)[]): BodyNode => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
});
const judgement = (n: number, ...blocks: BodyNode[]): BodyNode => ({
  type: 'judgement',
  attrs: { judgementId: id(n) },
  content: blocks,
});
const doc = (...content: BodyNode[]): BodyNode => cleanBody({ type: 'doc', content });
const one = (words: string, scale: ScaleId = 'icd203-1') =>
  judgementsIn(doc(judgement(1, paragraph(words))), scale)[0]!;

describe('judgements in a text', () => {
  it('have plain words and what they cite, each once and in order', () => {
    const footnote: BodyNode = { type: 'footnote', content: [text('By rail. It is almost certain.')] };
    const body = doc(
      paragraph('Before', cite(9)),
      judgement(1, paragraph('The port reopens', cite(12), footnote, '.'), paragraph('Soon', cite(11), cite(12), '.')),
      judgement(2),
    );
    expect(judgementsIn(body, 'icd203-1')).toEqual([
      {
        judgementId: id(1),
        statement: 'The port reopens. Soon.',
        basis: [id(12), id(11)],
        likelihood: null,
        confidence: null,
      },
      { judgementId: id(2), statement: '', basis: [], likelihood: null, confidence: null },
    ]);
  });

  it.each([
    ['It is very unlikely to pass.', 'very-unlikely'],
    ['Unlikely, then likely.', 'unlikely'],
    ['It will ALMOST CERTAINLY pass.', 'almost-certain'],
    ['A roughly even chance.', 'roughly-even-chance'],
    ['This is highly unlikely.', null],
    ['This is not likely.', null],
    ['Likelihood is hard to say.', null],
    ['More likely than not, it passes.', null],
    ['It is likelier.', null],
    ['He says “it is likely”. That is unlikely.', 'unlikely'],
    ['It is probable.', null],
  ])('are as likely as “%s”', (words, likelihood) => {
    expect(one(words).likelihood).toBe(likelihood);
  });

  it('read the words by the scale of the case', () => {
    expect(one('It is highly unlikely.', 'phia').likelihood).toBe('highly-unlikely');
    expect(one('There is a realistic possibility of it.', 'phia').likelihood).toBe('realistic-possibility');
    expect(one('It is highly improbable.', 'icd203-2').likelihood).toBe('very-unlikely');
    expect(one('It is probable.', 'icd203-2').likelihood).toBe('likely');
    expect(one('It is likely.', 'icd203-2').likelihood).toBeNull();
  });

  it.each([
    ['We have moderate confidence in this.', 'moderate'],
    ['Our confidence in this judgement is low: one origin.', 'low'],
    ['Confidence: high.', 'high'],
    ['We have low to moderate confidence.', null],
    ['With high analytic confidence.', 'high'],
    ['Confidence in the currency fell. The tide is high.', null],
  ])('are held with the confidence of “%s”', (words, confidence) => {
    expect(one(words).confidence).toBe(confidence);
  });

  it('follow the marks before the words', () => {
    const marked = doc(
      judgement(
        1,
        paragraph(
          'It is likely, or rather ',
          text('very likely', { type: 'term', attrs: { scale: 'icd203-1', term: 'very-likely' } }),
          '. We are ',
          text('sure', { type: 'confidence', attrs: { level: 'high' } }),
        ),
      ),
    );
    expect(judgementsIn(marked, 'icd203-1')[0]).toMatchObject({ likelihood: 'very-likely', confidence: 'high' });
    // A mark of another scale says nothing here.
    expect(judgementsIn(marked, 'phia')[0]).toMatchObject({ likelihood: 'likely' });
  });

  it('say where the word stands', () => {
    expect(termInWords('It is very  likely.', 'icd203-1')).toEqual({ term: 'very-likely', start: 6, end: 18 });
  });
});

const STAMP = '0lozk8g00000-aaa-actor00001';
const row = (n: number, patch: Partial<Judgement> = {}): Judgement => ({
  id: id(n),
  created: STAMP,
  clocks: {},
  seen: {},
  deleted: null,
  briefingId: id(90),
  statement: '',
  scale: 'icd203-1',
  likelihood: null,
  confidence: null,
  confidenceReason: '',
  basis: [],
  assumptions: '',
  wouldChange: '',
  reviewDate: '',
  earlierId: null,
  outcome: 'open',
  outcomeDate: '',
  outcomeNote: '',
  ...patch,
});
const plan = (body: BodyNode, rows: Judgement[], before: BodyNode | null = null, scale: ScaleId = 'icd203-1') =>
  planJudgements({
    briefingId: id(90),
    scale,
    before,
    body,
    rows,
    isAlive: (one) => one.deleted === null,
    newIds: [id(71), id(72)],
  });
const NOTHING = { create: [], update: [], remove: [], restore: [] };

describe('the records of a text', () => {
  const likely = doc(judgement(1, paragraph('It is likely', cite(11), '. Our confidence is low.')));
  const statement = 'It is likely. Our confidence is low.';

  it('come with the text, filled from its words', () => {
    const steps = plan(likely, []);
    expect(steps).toMatchObject({ ...NOTHING, create: [{ id: id(1) }] });
    expect(steps.create[0]!.fields).toMatchObject({
      briefingId: id(90),
      statement,
      basis: [id(11)],
      scale: 'icd203-1',
      likelihood: 'likely',
      confidence: 'low',
      outcome: 'open',
    });
    expect(steps.body).toBe(likely);
  });

  it('need nothing where they say what the text says', () => {
    const known = row(1, { statement, basis: [id(11)], likelihood: 'likely', confidence: 'low' });
    expect(plan(likely, [known], likely)).toMatchObject(NOTHING);
  });

  it('keep what the form set, until the text names another', () => {
    const set = row(1, { statement, basis: [id(11)], likelihood: 'very-likely', confidence: 'high' });
    expect(plan(likely, [set], likely).update).toEqual([]);
    const longer = doc(judgement(1, paragraph('It is likely', cite(11), '. Our confidence is low. So far.')));
    expect(plan(longer, [set], likely).update).toEqual([{ id: id(1), patch: { statement: `${statement} So far.` } }]);
    const other = doc(judgement(1, paragraph('It is unlikely', cite(12), '. Our confidence is low.')));
    expect(plan(other, [set], likely).update).toEqual([
      {
        id: id(1),
        patch: {
          statement: 'It is unlikely. Our confidence is low.',
          basis: [id(12)],
          likelihood: 'unlikely',
          scale: 'icd203-1',
        },
      },
    ]);
    const silent = doc(judgement(1, paragraph('It passes', cite(11), '.')));
    expect(plan(silent, [set], likely).update).toEqual([{ id: id(1), patch: { statement: 'It passes.' } }]);
  });

  it('take the scale of the case with its word', () => {
    const set = row(1, { statement: 'It is likely.', likelihood: 'likely' });
    const now = doc(judgement(1, paragraph('It is highly likely.')));
    expect(plan(now, [set], doc(judgement(1, paragraph('It is likely.'))), 'phia').update[0]!.patch).toMatchObject({
      scale: 'phia',
      likelihood: 'highly-likely',
    });
  });

  it('go and come back with the text', () => {
    const known = row(1, { statement, basis: [id(11)], likelihood: 'very-likely', confidence: 'low' });
    expect(plan(doc(), [known], likely)).toMatchObject({ ...NOTHING, remove: [id(1)] });
    const gone = { ...known, deleted: STAMP };
    expect(plan(doc(), [gone], doc())).toMatchObject(NOTHING);
    expect(plan(likely, [gone], doc())).toMatchObject({ ...NOTHING, restore: [{ id: id(1), patch: {} }] });
    expect(plan(doc(), [row(2, { briefingId: id(91) })], likely)).toMatchObject(NOTHING);
  });

  it('are the copy’s own where a judgement was copied', () => {
    const known = row(1, { statement, basis: [id(11)], likelihood: 'likely', confidence: 'low', assumptions: 'Ice' });
    const twice = doc(...likely.content!, ...likely.content!);
    const steps = plan(twice, [known], likely);
    expect(judgementsIn(steps.body, 'icd203-1').map((said) => said.judgementId)).toEqual([id(1), id(71)]);
    expect(steps.create).toMatchObject([{ id: id(71), fields: { assumptions: 'Ice', earlierId: null } }]);
    const elsewhere = { ...known, briefingId: id(91), outcome: 'happened' as const };
    const pasted = plan(likely, [elsewhere], null);
    expect(pasted).toMatchObject({ update: [], remove: [], restore: [] });
    expect(pasted.create).toMatchObject([{ id: id(71), fields: { earlierId: id(1), outcome: 'open' } }]);
  });

  it('are new for each note from one template', () => {
    const template = doc(judgement(1), paragraph('Between'), judgement(2));
    const made = withFreshJudgements(template, [id(81), id(82)]);
    expect(judgementsIn(made, 'icd203-1').map((said) => said.judgementId)).toEqual([id(81), id(82)]);
    expect(withFreshJudgements(doc(paragraph('None')), [])).toEqual(doc(paragraph('None')));
  });
});
