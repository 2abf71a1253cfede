// Many documents as one step, over a real store: written, undone and done again together.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeptDocument } from '@shared/model/arriving';
import { importingHandlers } from '../../../../renderer/app/commands/importing';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { dropFiles, keepNamed } from '../../../../renderer/store/texts';
import { readWhole } from '../../../../renderer/store/whole';

// Reading files needs a page.
vi.mock('../../../../renderer/features/library', () => ({}));

let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
const hash = (number: number): string => String(number).padStart(64, '0');
let wall = 1_700_000_000_000;
let theCase: OpenCase;
let context: CommandContext;

beforeEach(async () => {
  theCase = await openCase(newId(), { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  context = { theCase, options: {}, newId, now: () => new Date(wall) } as unknown as CommandContext;
});
afterEach(() => theCase.close());

const kept = (number: number, more: Partial<KeptDocument> = {}): KeptDocument => ({
  id: newId(),
  title: `Paper ${number}`,
  textId: hash(number),
  originalId: null,
  fileName: `paper ${number}.txt`,
  mediaType: 'text/plain',
  extractor: 'plain/1',
  csl: { type: 'report', publisher: 'NIS' },
  language: 'en',
  note: '',
  layout: { textId: hash(number), blocks: [['paragraph', 0, 5, 0]], pages: [] },
  ...more,
});

it('brings many in as one step, leaves out a text that is here, and takes all of it back', async () => {
  const many = Array.from({ length: 450 }, (_, i) => kept(i));
  const done = await importingHandlers['document.addKept'](context, { documents: [...many, kept(7)] });
  expect(done).toEqual({ ok: true, value: many[0]!.id });
  const documents = await readWhole(theCase, 'documents');
  expect(documents.size).toBe(450);
  expect(documents.get(many[3]!.id)).toMatchObject({ title: 'Paper 3', language: 'en', csl: { type: 'report' } });
  expect((await readWhole(theCase, 'layouts')).size).toBe(450);
  expect((await theCase.stepLabels()).undo).toBe('Import 451 documents');
  await theCase.undo();
  expect((await readWhole(theCase, 'documents')).size).toBe(0);
  await theCase.redo();
  expect((await readWhole(theCase, 'documents')).size).toBe(450);
  expect(await importingHandlers['document.addKept'](context, { documents: [kept(7)] })).toMatchObject({
    ok: false,
    reason: 'already-here',
  });
});

it('completes and makes documents of references as one step', async () => {
  const [one] = [kept(1, { csl: { type: 'document' }, language: '' })];
  await importingHandlers['document.addKept'](context, { documents: [one] });
  const reference = { type: 'report', title: 'Elsewhere', number: '7', language: 'uk' } as const;
  const made = kept(2);
  const taken = { completions: [{ id: one.id, csl: reference }], replaces: false, made: [made] };
  await importingHandlers['document.takeReferences'](context, taken);
  const documents = await readWhole(theCase, 'documents');
  expect(documents.get(one.id)).toMatchObject({
    title: 'Paper 1',
    language: 'uk',
    csl: { type: 'report', number: '7' },
  });
  expect(documents.get(made.id)?.title).toBe('Paper 2');
  await theCase.undo();
  const before = await readWhole(theCase, 'documents');
  expect([...before.keys()]).toEqual([one.id]);
  expect(before.get(one.id)).toMatchObject({ language: '', csl: { type: 'document' } });
});

it('keeps a text and its file once, and lets go of what only an import that was stopped had', async () => {
  const file = { textId: hash(1), text: 'Words', originalId: hash(2), bytes: Uint8Array.of(1), fileName: 'a.txt' };
  expect(await keepNamed(theCase, file)).toEqual({ isNewText: true, isNewOriginal: true });
  expect(await keepNamed(theCase, { ...file, originalId: hash(3) })).toEqual({ isNewText: false, isNewOriginal: true });
  await dropFiles(theCase, { texts: [], originals: [hash(3)] });
  expect(await theCase.db.originals.toCollection().primaryKeys()).toEqual([hash(2)]);
  expect((await theCase.db.texts.get(hash(1)))?.text).toBe('Words');
});
