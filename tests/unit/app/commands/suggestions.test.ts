// Taking a suggestion over a real store: the excerpt's field with the tag or source it needs, in one step of undo.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { planDocument } from '@shared/model/importing';
import { yes } from '@shared/model/result';
import type { Offer } from '@shared/suggest/offers';
import { excerptHandlers } from '../../../../renderer/app/commands/excerpts';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { suggestionHandlers } from '../../../../renderer/app/commands/suggestions';
import { clearSelection, getSelection } from '../../../../renderer/app/selection';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { readRows } from '../../../../renderer/store/rows';
import { keepText } from '../../../../renderer/store/texts';
import { readWhole } from '../../../../renderer/store/whole';

const TEXT = 'According to Wi, about 1,500 soldiers reached Kursk.';
let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
let wall = 1_700_000_000_000;
let theCase: OpenCase;
let context: CommandContext;
let excerptId: string;

beforeEach(async () => {
  clearSelection();
  theCase = await openCase(newId(), { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  const textId = await keepText(theCase, TEXT);
  const documentId = newId();
  const arrived = {
    title: 'Soldiers',
    textId,
    fileName: '',
    mediaType: 'text/plain',
    originalId: null,
    extractor: 'plain/1',
    csl: {},
    language: 'en',
  };
  await theCase.transact('Import document', (tx) => {
    const plan = planDocument(arrived, 'TLP:AMBER', [], '2024-11-04T10:00:00Z');
    if (plan.ok) tx.create('documents', documentId, plan.value);
    return yes(null);
  });
  context = {
    theCase,
    options: {},
    newId,
    get selection() {
      return getSelection();
    },
  } as unknown as CommandContext;
  const made = await excerptHandlers['excerpt.create'](context, { documentId, textId, start: 0, end: TEXT.length });
  excerptId = made.ok ? made.value! : '';
});
afterEach(() => theCase.close());

const take = (offer: Offer) => suggestionHandlers['suggestion.accept'](context, { excerptId, offer });
const excerpt = async () => (await readRows(theCase, 'excerpts', [excerptId]))[0]!;
const undoLabel = async (): Promise<string | null> => (await theCase.stepLabels()).undo;
const KURSK: Offer = { key: 'name:kursk', kind: 'tag', id: null, name: 'Kursk', tagKind: 'place' };
const WI: Offer = { key: 'attribution:wi', kind: 'source', id: null, name: 'Wi', isPerson: true };

it('makes a tag and gives it in one step, once', async () => {
  expect(await take(KURSK)).toMatchObject({ ok: true });
  const [tag] = [...(await readWhole(theCase, 'tags')).values()];
  expect(tag).toMatchObject({ name: 'Kursk', kind: 'place' });
  expect((await excerpt()).tags).toEqual([tag!.id]);
  expect(await undoLabel()).toBe('Tag excerpt');
  await take(KURSK);
  expect((await readWhole(theCase, 'tags')).size).toBe(1);
  await theCase.undo();
  expect((await readWhole(theCase, 'tags')).size).toBe(0);
  expect((await excerpt()).tags).toEqual([]);
});

it('names a source, makes it where it is new, and finds it again by its name', async () => {
  expect(await take(WI)).toMatchObject({ ok: true });
  const [source] = [...(await readWhole(theCase, 'sources')).values()];
  expect(source).toMatchObject({ name: 'Wi', kind: 'person', gradings: [] });
  expect((await excerpt()).sourceId).toBe(source!.id);
  expect(await undoLabel()).toBe('Name the source');
  expect(await take({ ...WI, name: ' wi ' })).toMatchObject({ ok: true });
  expect((await readWhole(theCase, 'sources')).size).toBe(1);
});

it('keeps a date and figures', async () => {
  await take({ key: 'd', kind: 'date', value: '2024-10' });
  const value = { value: 1500, high: null, unit: '', counted: 'soldiers', hedge: 'about' };
  await take({ key: 'f', kind: 'figure', value });
  expect(await excerpt()).toMatchObject({ eventDate: '2024-10', figures: [{ ...value, asOf: '' }] });
  await theCase.undo();
  expect((await excerpt()).figures).toEqual([]);
});

it('refuses what is gone, and what is no date', async () => {
  expect(await take({ ...KURSK, id: newId() })).toMatchObject({ ok: false, reason: 'not-found' });
  expect(await take({ ...WI, id: newId() })).toMatchObject({ ok: false, reason: 'not-found' });
  expect(await take({ key: 'd', kind: 'date', value: 'soon' })).toMatchObject({ ok: false, reason: 'date-unclear' });
  const gone = await suggestionHandlers['suggestion.accept'](context, { excerptId: newId(), offer: KURSK });
  expect(gone).toMatchObject({ ok: false, reason: 'not-found' });
  expect((await readWhole(theCase, 'tags')).size).toBe(0);
});
