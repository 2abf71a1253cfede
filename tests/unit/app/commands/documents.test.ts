// Adding and deleting documents over a real store: a text's layout comes with it, goes with undo, and outlives deletion.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CommandArgs } from '@shared/commandArgs';
import { documentHandlers } from '../../../../renderer/app/commands/documents';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import type { Outcome } from '../../../../renderer/app/context';
import { readContents } from '../../../../renderer/store/contents';
import { readLayout } from '../../../../renderer/store/layouts';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { readRows } from '../../../../renderer/store/rows';
import { sha256Of } from '../../../../renderer/store/texts';

// Reading files needs a page.
vi.mock('../../../../renderer/features/library', () => ({}));

type Added = CommandArgs['document.add']['documents'][number];

const TEXT = 'Ships\n\nThe first ship left in May.\tTen\n\nIt came back.';
const LAID_OUT: Pick<Added, 'blocks' | 'pages'> = {
  blocks: [
    ['heading', 0, 5, 2],
    ['table-row', 7, 38, 0],
    ['paragraph', 40, 53, 0],
  ],
  pages: [
    ['iv', 0],
    ['1', 40],
  ],
};
const added = (more: Partial<Added> = {}): Added => ({
  text: TEXT,
  title: 'Ships',
  fileName: 'ships.docx',
  mediaType: 'text/plain',
  extractor: 'docx/1',
  original: null,
  originalId: null,
  ...LAID_OUT,
  csl: { type: 'report', publisher: 'Harbour office', title: 'A name inside' },
  language: 'en-GB',
  ...more,
});

let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
let wall = 1_700_000_000_000;
let theCase: OpenCase;
let context: CommandContext;
const textId = await sha256Of(new TextEncoder().encode(TEXT));

beforeEach(async () => {
  theCase = await openCase(newId(), { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  context = {
    theCase,
    options: {},
    newId,
    now: () => new Date(wall),
    navigate: () => undefined,
    toast: () => undefined,
    index: { excerptsOfDocument: async () => [], linksOf: async () => [] },
  } as unknown as CommandContext;
});
afterEach(() => theCase.close());

async function add(...documents: Added[]): Promise<string> {
  const outcome: Outcome = await documentHandlers['document.add'](context, { documents });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value!;
}

it('keeps the layout with the document, and what the file says of itself', async () => {
  const id = await add(added());
  const [document] = await readRows(theCase, 'documents', [id]);
  expect(document).toMatchObject({
    csl: { type: 'report', publisher: 'Harbour office', title: 'Ships' },
    language: 'en-GB',
    originId: null,
  });
  expect(await readLayout(theCase, textId)).toMatchObject({ textId, ...LAID_OUT });
});

it('keeps none where the lines of the text tell its blocks', async () => {
  await add(added({ blocks: null, pages: [] }));
  expect(await readLayout(theCase, textId)).toBeNull();
});

it('takes the layout back with undo, and has it again when the text comes again', async () => {
  await add(added());
  expect(await theCase.undo()).toMatchObject({ ok: true });
  expect(await readLayout(theCase, textId)).toBeNull();
  await add(added());
  expect(await readLayout(theCase, textId)).toMatchObject(LAID_OUT);
});

it('lets the layout stay when its document is deleted, as the text stays', async () => {
  const id = await add(added());
  expect(await documentHandlers['document.delete'](context, { id })).toMatchObject({ ok: true });
  expect(await readLayout(theCase, textId)).toMatchObject(LAID_OUT);
  const contents = await readContents(theCase, { originals: false });
  expect(contents.texts.map((text) => text.id)).toEqual([textId]);
  expect(contents.rows.layouts).toHaveLength(1);
  expect(await theCase.undo()).toMatchObject({ ok: true });
  expect(await readRows(theCase, 'documents', [id])).toMatchObject([{ title: 'Ships' }]);
});
