// Key judgements over a real store: their records follow the text, one undo takes back both, and the form writes its own.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NEW_BRIEFING } from '@shared/model/briefing';
import type { BodyNode } from '@shared/model/briefing';
import type { Judgement } from '@shared/model/judgement';
import { NEW_CASE } from '@shared/model/case';
import { yes } from '@shared/model/result';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { briefingHandlers } from '../../../../renderer/app/commands/briefings';
import { judgementHandlers } from '../../../../renderer/app/commands/judgements';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { readRows } from '../../../../renderer/store/rows';
import { readWhole } from '../../../../renderer/store/whole';

vi.mock('../../../../renderer/features/briefings', () => ({
  readOwnTemplates: () => [],
  bodyFrom: (_: unknown, template: { body: BodyNode }) => ({ ok: true, value: template.body }),
  templateOf: () => ({
    id: 'with-judgements',
    name: 'With judgements',
    description: '',
    hints: {},
    body: {
      type: 'doc',
      content: [1, 2].map((n) => ({
        type: 'judgement',
        attrs: { judgementId: '' },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `Judgement ${n}` }] }],
      })),
    },
  }),
}));

let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
let wall = 1_700_000_000_000;
let theCase: OpenCase;
let context: CommandContext;
let went: unknown[];
let briefingId: string;

const text = (words: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const judgement = (judgementId: string, words: string): BodyNode => ({
  type: 'judgement',
  attrs: { judgementId },
  content: [text(words)],
});
const doc = (...content: BodyNode[]): BodyNode => ({ type: 'doc', content });
const folded = (fold: string): CommandContext => ({ ...context, options: { fold } });
const write = (body: BodyNode, where = context) =>
  briefingHandlers['briefing.update'](where, { id: briefingId, patch: { body } });
const read = async (id: string): Promise<Judgement | undefined> => (await readRows(theCase, 'judgements', [id]))[0];
const bodyNow = async (): Promise<BodyNode> => (await readRows(theCase, 'briefings', [briefingId]))[0]!.body;

beforeEach(async () => {
  const caseId = newId();
  theCase = await openCase(caseId, { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  went = [];
  context = {
    theCase,
    options: {},
    newId,
    now: () => new Date('2024-12-01T10:00:00Z'),
    toast: () => undefined,
    navigate: (route: unknown) => void went.push(route),
  } as unknown as CommandContext;
  briefingId = newId();
  await theCase.transact('Set up', (tx) => {
    tx.create('cases', caseId, {
      ...NEW_CASE,
      name: 'Port',
      description: '',
      marking: 'TLP:AMBER',
      language: 'en-GB',
    });
    tx.create('briefings', briefingId, {
      ...NEW_BRIEFING,
      title: 'Note',
      state: 'draft',
      marking: null,
      issued: '',
      cutoff: '',
      requester: '',
      author: '',
      template: 'blank',
      body: doc(text('')),
    });
    return yes(null);
  });
});

afterEach(() => theCase.close());

describe('in step with the text', () => {
  it('a judgement comes with the text that holds it, and one undo takes back both', async () => {
    const id = newId();
    await write(doc(judgement(id, 'The port is likely to reopen.')));
    expect(await read(id)).toMatchObject({
      briefingId,
      statement: 'The port is likely to reopen.',
      likelihood: 'likely',
    });
    expect(await theCase.db.journal.count()).toBe(2);
    await theCase.undo();
    expect(await read(id)).toBeUndefined();
    expect(await bodyNow()).toEqual(doc(text('')));
    await theCase.redo();
    expect(await read(id)).toMatchObject({ likelihood: 'likely' });
  });

  it('folds with the typing', async () => {
    const id = newId();
    for (const words of ['The port', 'The port is likely', 'The port is likely to reopen.'])
      await write(doc(judgement(id, words)), folded('body'));
    expect(await theCase.db.journal.count()).toBe(2);
    await theCase.undo();
    expect(await read(id)).toBeUndefined();
    expect((await theCase.redo()).ok).toBe(true);
    expect(await read(id)).toMatchObject({ statement: 'The port is likely to reopen.' });
  });

  it('comes back as it was judged when its words come back, within one pause of typing too', async () => {
    const id = newId();
    const body = doc(judgement(id, 'The port is likely to reopen.'));
    await write(body, folded('body'));
    await judgementHandlers['judgement.update'](context, {
      id,
      patch: { likelihood: 'very-likely', assumptions: 'Ice' },
    });
    await write(doc(text('Nothing')), folded('body'));
    expect(await read(id)).toBeUndefined();
    await write(body, folded('body'));
    expect(await read(id)).toMatchObject({ likelihood: 'very-likely', assumptions: 'Ice' });
    // The step that took it away and the one that brought it back stay two: no one step undoes both.
    await theCase.undo();
    expect(await read(id)).toBeUndefined();
    await theCase.undo();
    expect(await read(id)).toMatchObject({ likelihood: 'very-likely' });
    expect(await bodyNow()).toEqual(body);
  });

  it('made and taken away in one go leaves nothing for undo to bring back', async () => {
    const id = newId();
    await write(doc(text('A')), folded('body'));
    await write(doc(text('A'), judgement(id, 'B')), folded('body'));
    await write(doc(text('A')), folded('body'));
    await theCase.undo();
    expect(await read(id)).toMatchObject({ statement: 'B' });
    await theCase.undo();
    expect(await read(id)).toBeUndefined();
    expect(await bodyNow()).toEqual(doc(text('')));
  });

  it('pasted from another note it is a judgement of its own that goes on from the first', async () => {
    const first = newId();
    await write(doc(judgement(first, 'The port is likely to reopen.')));
    const made = await briefingHandlers['briefing.create'](context, { title: 'Second', template: 'x' });
    briefingId = made.ok ? made.value! : '';
    await write(doc(judgement(first, 'The port is likely to reopen.')));
    const [node] = (await bodyNow()).content!;
    const copy = String(node!.attrs!['judgementId']);
    expect(copy).not.toBe(first);
    expect(await read(copy)).toMatchObject({ briefingId, earlierId: first });
    expect(await read(first)).toMatchObject({ earlierId: null });
  });

  it('two notes from one template share no judgement', async () => {
    for (const title of ['One', 'Two']) await briefingHandlers['briefing.create'](context, { title, template: 'x' });
    const all = [...(await readWhole(theCase, 'judgements')).values()];
    expect(all.map((one) => one.statement).sort()).toEqual([
      'Judgement 1',
      'Judgement 1',
      'Judgement 2',
      'Judgement 2',
    ]);
    expect(new Set(all.map((one) => one.briefingId)).size).toBe(2);
  });

  it('goes with its briefing and comes back with it', async () => {
    const id = newId();
    await write(doc(judgement(id, 'The port reopens.')));
    vi.stubGlobal('location', { hash: '' });
    await briefingHandlers['briefing.delete'](context, { id: briefingId });
    vi.unstubAllGlobals();
    expect(await read(id)).toBeUndefined();
    await theCase.undo();
    expect(await read(id)).toMatchObject({ statement: 'The port reopens.' });
  });
});

describe('by hand', () => {
  it('is judged, named for undo, and dated when something came of it', async () => {
    const id = newId();
    await write(doc(judgement(id, 'The port reopens.')));
    const update = (patch: Parameters<(typeof judgementHandlers)['judgement.update']>[1]['patch']) =>
      judgementHandlers['judgement.update'](context, { id, patch });
    await update({ likelihood: 'unlikely' });
    expect((await theCase.stepLabels()).undo).toBe('Judge likelihood');
    expect(await update({ likelihood: 'highly-likely' })).toMatchObject({ reason: 'term-unknown' });
    await update({ outcome: 'happened' });
    expect((await theCase.stepLabels()).undo).toBe('Record outcome');
    expect(await read(id)).toMatchObject({ likelihood: 'unlikely', outcome: 'happened', outcomeDate: '2024-12-01' });
    await theCase.undo();
    expect(await read(id)).toMatchObject({ outcome: 'open', outcomeDate: '' });
    expect(await judgementHandlers['judgement.show'](context, { id })).toEqual(yes(id));
    expect(went).toEqual([{ view: 'briefing', caseId: theCase.id, briefingId, judgementId: id }]);
  });
});
