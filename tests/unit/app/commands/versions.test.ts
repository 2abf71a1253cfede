// Versions, comments and recovered words over a real store: one step each, nothing lost, one undo takes it back.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeClock } from '@shared/merge/clock';
import { editRow } from '@shared/merge/edit';
import { NEW_BRIEFING } from '@shared/model/briefing';
import type { BodyNode, Briefing } from '@shared/model/briefing';
import { yes } from '@shared/model/result';
import { briefingHandlers } from '../../../../renderer/app/commands/briefings';
import { commentHandlers } from '../../../../renderer/app/commands/comments';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { versionHandlers } from '../../../../renderer/app/commands/versions';
import type { Outcome } from '../../../../renderer/app/context';
import { dropDraft, keepDraft, keepDraftChange, takeDrafts } from '../../../../renderer/store/drafts';
import type { Draft } from '../../../../renderer/store/drafts';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { readWhole } from '../../../../renderer/store/whole';
import { doc, paragraph, text } from '../../briefing/evidence';

const DAY = 86_400_000;
let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
let wall = new Date(2024, 10, 4, 12).getTime();

let theCase: OpenCase;
let context: CommandContext;
let toasts: string[];
let id: string;

const say = (words: string): BodyNode => doc(paragraph(text(words)));
const marked = (words: string, commentId: string): BodyNode =>
  doc(paragraph({ ...text(words), marks: [{ type: 'comment', attrs: { commentId } }] }));

beforeEach(async () => {
  wall += DAY;
  theCase = await openCase(newId(), { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  toasts = [];
  id = newId();
  context = {
    theCase,
    options: {},
    newId,
    now: () => new Date(wall),
    analyst: { actor: 'actor00001', name: 'A', initials: 'A' },
    toast: (message: string) => void toasts.push(message),
  } as unknown as CommandContext;
  await theCase.transact('Create briefing', (tx) => {
    const fields = { title: 'Ships', state: 'draft', marking: null, issued: '', cutoff: '', requester: '' } as const;
    tx.create('briefings', id, { ...fields, author: '', template: 'blank', ...NEW_BRIEFING, body: say('One ship.') });
    return yes(null);
  });
});
afterEach(() => theCase.close());

const briefing = async (): Promise<Briefing> => (await readWhole(theCase, 'briefings')).get(id)!;
const versions = async () => [...(await readWhole(theCase, 'briefingVersions')).values()];
const comments = async () => [...(await readWhole(theCase, 'comments')).values()];
const names = async (): Promise<string[]> => (await versions()).map((one) => one.name);
const write = (words: string) => briefingHandlers['briefing.update'](context, { id, patch: { body: say(words) } });
const made = async (outcome: unknown): Promise<string> => {
  const result = (await outcome) as Outcome;
  expect(result).toMatchObject({ ok: true });
  return result.ok ? (result.value ?? '') : '';
};

describe('versions', () => {
  it('are kept under a name, renamed and deleted', async () => {
    const version = await made(versionHandlers['version.keep'](context, { briefingId: id, name: ' For the desk ' }));
    expect(await versions()).toMatchObject([{ name: 'For the desk', automatic: false, title: 'Ships' }]);
    await made(versionHandlers['version.rename'](context, { id: version, name: 'Sent' }));
    expect(await names()).toEqual(['Sent']);
    await made(versionHandlers['version.delete'](context, { id: version }));
    expect(await versions()).toEqual([]);
    await theCase.undo();
    expect(await names()).toEqual(['Sent']);
    expect(await versionHandlers['version.keep'](context, { briefingId: id, name: ' ' })).toMatchObject({
      reason: 'name-empty',
    });
  });

  it('are kept by themselves before the first change of a day, once, in the same step', async () => {
    await write('Two ships.');
    expect(await versions()).toEqual([]);
    wall += DAY;
    await write('Three ships.');
    await write('Four ships.');
    expect(await versions()).toMatchObject([{ automatic: true, body: say('Two ships.') }]);
    expect((await names())[0]).toMatch(/^Before \d+ Nov 2024$/);
    await theCase.undo();
    await theCase.undo();
    expect(await versions()).toEqual([]);
    expect((await briefing()).body).toEqual(say('Two ships.'));
  });

  it('are kept when the briefing goes into review or is finished, and not twice of one text', async () => {
    const set = (state: Briefing['state']) => briefingHandlers['briefing.update'](context, { id, patch: { state } });
    await set('in review');
    await set('finished');
    await write('Two ships.');
    await set('draft');
    await set('finished');
    expect((await names()).map((name) => name.replace(/,.*/, ''))).toEqual(['For review', 'Finished']);
  });

  it('are put back; what stood there is kept, and one undo takes it back', async () => {
    const version = await made(versionHandlers['version.keep'](context, { briefingId: id, name: 'First' }));
    await write('Two ships.');
    wall += DAY;
    await made(versionHandlers['version.restore'](context, { id: version }));
    expect((await briefing()).body).toEqual(say('One ship.'));
    expect(await versions()).toMatchObject([
      { name: 'First' },
      { name: 'Before “First” was restored', automatic: true, body: say('Two ships.') },
    ]);
    await theCase.undo();
    expect((await briefing()).body).toEqual(say('Two ships.'));
    expect(await names()).toEqual(['First']);
    await theCase.redo();
    expect(await versionHandlers['version.restore'](context, { id: version })).toMatchObject({
      reason: 'already-this-text',
    });
  });

  it('of the program’s own do not grow without end', async () => {
    for (let day = 0; day < 14; day += 1) {
      wall += DAY;
      await write(`Ships of day ${day}.`);
    }
    expect((await versions()).length).toBeLessThanOrEqual(11);
  });
});

describe('words of a window that broke', () => {
  const recover = async (words: string, over: string, window = 'zzz') =>
    versionHandlers['briefing.recover'](context, { id, body: say(words), over, window });

  it('come back into the text they were typed over, or that their window saved last', async () => {
    await made(recover('One ship and more.', (await briefing()).created));
    expect((await briefing()).body).toEqual(say('One ship and more.'));
    expect(toasts[0]).toMatch(/is back in the text/);
    await made(recover('One ship and yet more.', 'older', 'aaa'));
    expect((await briefing()).body).toEqual(say('One ship and yet more.'));
    await theCase.undo();
    expect((await briefing()).body).toEqual(say('One ship and more.'));
  });

  it('are a version where somebody changed the text since, and nothing where they were saved', async () => {
    const clock = makeClock('bbbbbbbbbb', 'www', () => wall + 1_000);
    const theirs = editRow('briefings', await briefing(), { body: say('Their words.') }, clock.tick());
    await theCase.transact('Merge', (tx) => {
      tx.putMerged('briefings', theirs);
      return yes(null);
    });
    await made(recover('My words.', (await briefing()).created));
    expect((await briefing()).body).toEqual(say('Their words.'));
    expect(await versions()).toMatchObject([{ automatic: false, body: say('My words.') }]);
    expect(toasts[0]).toMatch(/kept as the version/);
    expect(await recover('My words.', 'older')).toMatchObject({ reason: 'cancelled' });
    expect(await recover('Their words.', 'older')).toMatchObject({ reason: 'cancelled' });
    expect(await versions()).toHaveLength(1);
  });

  it('are kept while they are typed, dropped when saved, and handed over when the page is gone', async () => {
    const draft: Draft = { briefingId: id, body: say('Half a w'), over: 'x', window: 'aaa' };
    keepDraft(theCase.db, draft);
    const mine = await theCase.db.meta.where('key').startsWith('draft/').toArray();
    // The words are one text: cheap to write at every key.
    expect(mine).toMatchObject([{ value: { ...draft, body: JSON.stringify(draft.body) } }]);
    // As another page would have left it.
    await theCase.db.meta.put({ key: `draft/${id}/gone`, value: draft });
    dropDraft(theCase.db, id);
    const taken = await new Promise<Draft>((resolve) => {
      takeDrafts(theCase.db, (one) => {
        resolve(one);
        return Promise.resolve(true);
      });
    });
    expect(taken).toEqual(draft);
    await expect.poll(() => theCase.db.meta.where('key').startsWith('draft/').count()).toBe(0);
  });
});

describe('words written ahead of a long text', () => {
  const PREFIXES = ['draft/', 'draft-change/'];
  const rows = () => theCase.db.meta.where('key').startsWithAnyOf(PREFIXES).toArray();
  const block = (words: string) => say(words).content![0]!;
  const long = { ...say(''), content: ['One.', 'Two.', 'Three.'].map(block) };

  it('are the blocks that changed, over the stamp the text has by now', async () => {
    keepDraft(theCase.db, { briefingId: id, body: long, over: 'first', window: 'aaa' });
    keepDraftChange(theCase.db, id, 'first', { from: 1, count: 1, blocks: [block('Two a')] });
    keepDraftChange(theCase.db, id, 'second', { from: 1, count: 2, blocks: [block('Two and more.')] });
    for (const row of await rows()) await theCase.db.meta.put({ ...row, key: row.key.replace(/[^/]+$/, 'gone') });
    dropDraft(theCase.db, id);
    const taken = await new Promise<Draft>((resolve) => {
      takeDrafts(theCase.db, (one) => {
        resolve(one);
        return Promise.resolve(true);
      });
    });
    const body = { ...long, content: [block('One.'), block('Two and more.')] };
    expect(taken).toEqual({ briefingId: id, body, over: 'second', window: 'aaa' });
    await expect.poll(rows).toEqual([]);
  });

  it('go with a whole text that is kept anew', async () => {
    keepDraft(theCase.db, { briefingId: id, body: long, over: 'first', window: 'aaa' });
    keepDraftChange(theCase.db, id, 'first', { from: 0, count: 1, blocks: [] });
    keepDraft(theCase.db, { briefingId: id, body: long, over: 'second', window: 'aaa' });
    expect(await rows()).toHaveLength(1);
    dropDraft(theCase.db, id);
    expect(await rows()).toEqual([]);
  });
});

describe('comments', () => {
  const comment = async (words = 'Says who?'): Promise<string> => {
    const commentId = newId();
    const args = {
      id: commentId,
      briefingId: id,
      passage: 'One ship.',
      text: words,
      body: marked('One ship.', commentId),
    };
    return made(commentHandlers['comment.create'](context, args));
  };

  it('are made with the mark on their passage in one step', async () => {
    const first = await comment();
    expect(await comments()).toMatchObject([{ id: first, passage: 'One ship.', resolved: false, threadId: null }]);
    expect((await briefing()).body).toEqual(marked('One ship.', first));
    await theCase.undo();
    expect(await comments()).toEqual([]);
    expect((await briefing()).body).toEqual(say('One ship.'));
    await theCase.redo();
    expect(await comments()).toHaveLength(1);
    expect((await briefing()).body).toEqual(marked('One ship.', first));
  });

  it('are refused without words, and nothing is marked', async () => {
    const args = { id: newId(), briefingId: id, passage: 'x', text: '  ', body: say('Other.') };
    expect(await commentHandlers['comment.create'](context, args)).toMatchObject({ reason: 'comment-empty' });
    expect((await briefing()).body).toEqual(say('One ship.'));
  });

  it('are answered, resolved, opened again and changed, each under its name', async () => {
    const first = await comment();
    await made(commentHandlers['comment.answer'](context, { threadId: first, text: 'The port does.' }));
    await made(commentHandlers['comment.update'](context, { id: first, patch: { resolved: true } }));
    expect((await theCase.stepLabels()).undo).toBe('Resolve comment');
    expect((await comments()).map((one) => one.resolved)).toEqual([true, false]);
    await made(commentHandlers['comment.update'](context, { id: first, patch: { resolved: false } }));
    expect((await theCase.stepLabels()).undo).toBe('Reopen comment');
    expect(await commentHandlers['comment.answer'](context, { threadId: newId(), text: 'x' })).toMatchObject({
      reason: 'not-found',
    });
  });

  it('go with their answers, and come back with them to their passage', async () => {
    const first = await comment();
    await made(commentHandlers['comment.answer'](context, { threadId: first, text: 'The port does.' }));
    await made(commentHandlers['comment.delete'](context, { id: first }));
    expect(await comments()).toEqual([]);
    expect(toasts.at(-1)).toBe('The comment was deleted with its answer. The text is unchanged.');
    await theCase.undo();
    expect(await comments()).toHaveLength(2);
    expect((await briefing()).body).toEqual(marked('One ship.', first));
  });
});

describe('a briefing that is deleted', () => {
  it('takes its versions and comments with it, so that no bundle carries them, and one undo brings all back', async () => {
    await versionHandlers['version.keep'](context, { briefingId: id, name: 'Sent' });
    const commentId = newId();
    const body = marked('One ship.', commentId);
    const comment = { id: commentId, briefingId: id, passage: 'One ship.', text: 'Which one?', body };
    await commentHandlers['comment.create'](context, comment);
    await commentHandlers['comment.answer'](context, { threadId: commentId, text: 'The grey one.' });
    const before = [(await versions()).length, (await comments()).length];
    expect(before[0]).toBeGreaterThanOrEqual(1);
    expect(before[1]).toBe(2);
    vi.stubGlobal('location', { hash: '' });
    await briefingHandlers['briefing.delete'](context, { id });
    vi.unstubAllGlobals();
    expect([(await versions()).length, (await comments()).length]).toEqual([0, 0]);
    await theCase.undo();
    expect([(await versions()).length, (await comments()).length]).toEqual(before);
  });
});
