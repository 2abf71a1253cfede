// Decisions about a briefing over a real store: a finding accepted and opened again, a label lowered, each with one undo.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW_BRIEFING } from '@shared/model/briefing';
import type { Briefing } from '@shared/model/briefing';
import { NEW_CASE } from '@shared/model/case';
import { yes } from '@shared/model/result';
import { briefingHandlers } from '../../../../renderer/app/commands/briefings';
import { findingHandlers } from '../../../../renderer/app/commands/findings';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { readRows } from '../../../../renderer/store/rows';
import { cite, doc, excerpt, idOf, lookupOf, paragraph, text } from '../../briefing/evidence';

let theCase: OpenCase;
let context: CommandContext;
let counter = 500;
let wall = 1_700_000_000_000;
const ID = idOf(400);
const read = async (): Promise<Briefing> => (await readRows(theCase, 'briefings', [ID]))[0]!;

beforeEach(async () => {
  const caseId = idOf((counter += 1));
  theCase = await openCase(caseId, { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  context = {
    theCase,
    options: {},
    newId: () => idOf((counter += 1)),
    now: () => new Date('2024-12-01T10:00:00Z'),
  } as unknown as CommandContext;
  await theCase.transact('Set up', (tx) => {
    tx.create('cases', caseId, { ...NEW_CASE, name: 'Port', description: '', marking: 'TLP:CLEAR', language: 'en-GB' });
    for (const number of [11, 12, 13]) {
      const { id, created: _c, clocks: _k, seen: _s, deleted: _d, ...fields } = lookupOf().document(idOf(number))!;
      tx.create('documents', id, fields);
    }
    for (const one of [
      excerpt(23, 12, 'No lights were seen.'),
      excerpt(24, 13, 'They unloaded.', { marking: 'TLP:RED' }),
    ]) {
      const { id, created: _c, clocks: _k, seen: _s, deleted: _d, ...fields } = one;
      tx.create('excerpts', id, fields);
    }
    tx.create('briefings', ID, {
      ...NEW_BRIEFING,
      title: 'Note',
      state: 'draft',
      marking: null,
      issued: '',
      cutoff: '',
      requester: '',
      author: '',
      template: 'blank',
      body: doc(paragraph(text('Dark.'), cite(23))),
    });
    return yes(null);
  });
});

afterEach(() => theCase.close());

describe('a finding', () => {
  const finding = { id: 'uncited 0a', rule: 'uncited', words: 'Dark.' };
  const accept = (reason: string, of = finding) =>
    findingHandlers['finding.accept'](context, { id: ID, finding: of, reason });

  it('is accepted with who, when and why, and one undo opens it', async () => {
    expect(await accept('Common knowledge.')).toMatchObject({ ok: true });
    expect((await read()).accepted).toEqual([
      { ...finding, reason: 'Common knowledge.', by: 'actor00001', at: '2024-12-01T10:00:00.000Z' },
    ]);
    await theCase.undo();
    expect((await read()).accepted).toEqual([]);
  });

  it('opened again goes, others stay; accepted once more it takes the newer reason', async () => {
    await accept('Once.');
    await accept('Another.', { ...finding, id: 'dates 0b' });
    await findingHandlers['finding.reopen'](context, { id: ID, findingId: finding.id });
    expect((await read()).accepted.map((one) => one.id)).toEqual(['dates 0b']);
    await accept('Twice.');
    expect((await read()).accepted.map((one) => one.reason).sort()).toEqual(['Another.', 'Twice.']);
  });

  it('is not accepted without a reason', async () => {
    expect(await accept('  ')).toMatchObject({ ok: false, reason: 'reason-missing' });
    expect((await read()).accepted).toEqual([]);
  });
});

describe('a label below what is cited', () => {
  const lower = (reason: string) =>
    findingHandlers['briefing.lower'](context, { id: ID, marking: 'TLP:CLEAR', reason });

  it('is refused by the plain way, taken with a reason, and forgotten when a fitting one is chosen', async () => {
    const update = (marking: Briefing['marking']) =>
      briefingHandlers['briefing.update'](context, { id: ID, patch: { marking } });
    expect(await update('TLP:CLEAR')).toMatchObject({ ok: false, reason: 'marking-too-low' });
    expect(await lower('')).toMatchObject({ ok: false, reason: 'reason-missing' });
    expect(await lower('Released by the coast guard.')).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({
      marking: 'TLP:CLEAR',
      lowered: { marking: 'TLP:CLEAR', passages: [idOf(23)], reason: 'Released by the coast guard.', by: 'actor00001' },
    });
    expect(await update(null)).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ marking: null, lowered: null });
    await theCase.undo();
    expect((await read()).lowered?.reason).toBe('Released by the coast guard.');
  });

  it('needs something stricter to be below of', async () => {
    const marking = 'TLP:RED';
    const done = await findingHandlers['briefing.lower'](context, { id: ID, marking, reason: 'So.' });
    expect(done).toMatchObject({ ok: false, reason: 'nothing-to-lower' });
  });
});
