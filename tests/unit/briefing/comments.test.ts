// Where comments stand: by their mark, by their words after a merge took the mark away, or nowhere.
import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentPlaces, passageOf, readBody } from '@shared/briefing/commentPlaces';
import { openCount, shownThreads, threadsOf } from '@shared/briefing/commentThreads';
import { cleanBody } from '@shared/briefing/bodySchema';
import { makeClock } from '@shared/merge/clock';
import { createRow, deleteRow, editRow } from '@shared/merge/edit';
import { mergeCases } from '@shared/merge/mergeCases';
import type { Briefing, BodyNode } from '@shared/model/briefing';
import { commentSchema, planCommentText } from '@shared/model/comment';
import type { Comment } from '@shared/model/comment';
import { NEW_BRIEFING } from '@shared/model/briefing';
import type { AnyRow, TableName } from '@shared/model/tables';
import { briefingExtensions } from '../../../renderer/features/briefings/extensions';
import { makePickerLink } from '../../../renderer/features/briefings/picker';
import { briefingModel } from '@shared/briefing/model';
import { renderMarkdown } from '@shared/briefing/renderMarkdown';
import { briefing, cite, doc, idOf, lookupOf, paragraph, quote, text } from './evidence';

const schema = getSchema(briefingExtensions({ onShow: () => undefined, picker: makePickerLink(), hints: {} } as never));
const known = (name: string): boolean => name in schema.nodes;

const commented = (words: string, ...ids: number[]): BodyNode => ({
  ...text(words),
  marks: ids.map((id) => ({ type: 'comment', attrs: { commentId: idOf(id) } })),
});
const comment = (number: number, passage: string, more: Partial<Comment> = {}): Comment => ({
  id: idOf(number),
  created: `0000000000${String(number).padStart(2, '0')}000-aaaaaaaaaa`.slice(-25),
  clocks: {},
  seen: {},
  deleted: null,
  briefingId: idOf(1),
  threadId: null,
  passage,
  text: 'Is that so?',
  resolved: false,
  ...more,
});
/** What the editor finds at the places. */
function wordsAt(body: BodyNode, id: number, comments: Comment[]): string | undefined {
  const place = commentPlaces(readBody(body), comments).get(idOf(id));
  const node = Node.fromJSON(schema, cleanBody(body));
  return place?.spans.map(({ from, to }) => node.textBetween(from, to, ' ')).join('…');
}

describe('the place of a comment', () => {
  const body = doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('Ships')] },
    paragraph(
      text('Two '),
      commented('freighters', 1),
      text(' lay at'),
      cite(21),
      commented(' the pier', 1, 2),
      text('.'),
    ),
    quote(22, 'A third came.'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Nobody saw lights.'))] }] },
  );

  it('is where its mark is, in as many pieces as there are', () => {
    const both = [comment(1, 'freighters'), comment(2, 'the pier')];
    expect(wordsAt(body, 1, both)).toBe('freighters… the pier');
    expect(wordsAt(body, 2, both)).toBe(' the pier');
  });

  it('is found by its words where the mark is gone, over citations, blocks and any white space', () => {
    expect(wordsAt(body, 3, [comment(3, 'lay at the\n pier')])).toBe('lay at the pier');
    expect(wordsAt(body, 3, [comment(3, 'Ships Two freighters')])).toBe('Ships Two freighters');
    expect(wordsAt(body, 3, [comment(3, 'Nobody saw')])).toBe('Nobody saw');
    expect(commentPlaces(readBody(body), [comment(3, 'Nobody saw')]).get(idOf(3))?.how).toBe('found');
  });

  it('is nowhere when the words are gone, stand twice, or were never kept', () => {
    expect(wordsAt(body, 3, [comment(3, 'Somebody saw')])).toBeUndefined();
    expect(wordsAt(body, 3, [comment(3, 'e')])).toBeUndefined();
    expect(wordsAt(body, 3, [comment(3, '')])).toBeUndefined();
  });

  it('counts positions as the editor does, in any text', () => {
    const leaf = fc.oneof(
      fc.constantFrom('aa', 'bb ', ' 🚢', '\u00a0').map((one) => text(one)),
      fc.constant<BodyNode>({ type: 'hardBreak' }),
      fc.constant(cite(21)),
      ...(known('footnote') ? [fc.constant<BodyNode>({ type: 'footnote', content: [text('nb')] })] : []),
    );
    const block = fc.oneof(
      fc.array(leaf, { maxLength: 4 }).map((all) => paragraph(...all)),
      fc.constant(quote(22, 'said')),
      fc.constant<BodyNode>({ type: 'horizontalRule' }),
      fc.array(leaf, { maxLength: 3 }).map((all): BodyNode => ({ type: 'blockquote', content: [paragraph(...all)] })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), fc.array(block, { maxLength: 4 }), (before, after) => {
        const note = doc(...before, paragraph(text('x'), commented('MARKED', 1), text('y')), ...after);
        expect(wordsAt(note, 1, [comment(1, 'MARKED')])).toBe('MARKED');
        const lost = doc(...before, paragraph(text('xMARKEDy')), ...after);
        expect(wordsAt(lost, 1, [comment(1, 'MARKED')])).toBe('MARKED');
      }),
    );
  });

  it('keeps so much of a passage as fits', () => {
    expect(passageOf(' a\n\n b ')).toBe('a b');
    expect(passageOf('x'.repeat(5_000))).toHaveLength(2_000);
  });
});

describe('what leaves the program', () => {
  it('has no trace of a comment, not even where one parts words of one look', () => {
    const words = 'Two freighters lay at the pier.';
    const bold = { type: 'bold' };
    const mark = { type: 'comment', attrs: { commentId: idOf(1) } };
    const plain = doc(paragraph({ ...text(words), marks: [bold] }, cite(21)));
    const reviewed = doc(
      paragraph(
        { ...text(words.slice(0, 4)), marks: [bold] },
        { ...text(words.slice(4, 14)), marks: [bold, mark] },
        { ...text(words.slice(14)), marks: [bold] },
        cite(21),
      ),
    );
    const [one, two] = [plain, reviewed].map((body) => briefingModel(briefing(body), lookupOf()));
    expect(two).toEqual(one);
    expect(renderMarkdown(two!)).toContain(`**${words}**`);
  });
});

describe('threads', () => {
  const places = commentPlaces(readBody(doc(paragraph(text('one two three')))), [
    comment(1, 'three'),
    comment(2, 'one'),
    comment(3, 'gone'),
  ]);
  const all = [
    comment(1, 'three'),
    comment(2, 'one', { resolved: true }),
    comment(3, 'gone'),
    comment(5, '', { threadId: idOf(1), text: 'second' }),
    comment(4, '', { threadId: idOf(1), text: 'first' }),
    comment(6, '', { threadId: idOf(9), text: 'left over' }),
    comment(7, 'one', { briefingId: idOf(2) }),
    deleteRow(comment(8, 'two'), '000000001000000-aaaaaaaaaa'),
  ];

  it('stand in the order of the text, what has no place after it; answers in theirs', () => {
    const threads = threadsOf(all, idOf(1), places);
    expect(threads.map((one) => one.id)).toEqual([idOf(2), idOf(1), idOf(3), idOf(9)]);
    expect(threads[1]!.answers.map((one) => one.text)).toEqual(['first', 'second']);
    expect(threads[3]!.first.text).toBe('left over');
    expect(openCount(threads)).toBe(3);
    expect(shownThreads(threads, 'resolved').map((one) => one.id)).toEqual([idOf(2)]);
    expect(shownThreads(threads, 'all')).toHaveLength(4);
  });

  it('refuses a comment without words', () => {
    expect(planCommentText('  \n')).toMatchObject({ ok: false, reason: 'comment-empty' });
    expect(planCommentText('x'.repeat(20_001))).toMatchObject({ ok: false, reason: 'comment-too-long' });
    expect(planCommentText(' so ')).toMatchObject({ ok: true, value: 'so' });
  });
});

describe('two analysts comment in copies of one case', () => {
  it('both threads stand after the bundles went either way, each at its passage', () => {
    let wall = 1_700_000_000_000;
    const [a, b] = ['aaaaaaaaaa', 'bbbbbbbbbb'].map((actor) => makeClock(actor, 'www', () => (wall += 5)));
    const words = 'Two freighters lay at the north pier. Nobody saw lights.';
    const fields = { title: 'T', state: 'draft', marking: null, issued: '', cutoff: '', requester: '', author: '' };
    const start = createRow(
      'briefings',
      idOf(1),
      { ...fields, template: 'blank', ...NEW_BRIEFING, body: doc(paragraph(text(words))) } as never,
      a!.tick(),
    );
    b!.observe(start.created);
    /** Comments on a passage: the record and the mark. */
    const copy = (clock: typeof a, id: number, passage: string) => {
      const at = words.indexOf(passage);
      const body = doc(
        paragraph(
          ...[text(words.slice(0, at)), commented(passage, id), text(words.slice(at + passage.length))].filter(
            (one) => one.text !== '',
          ),
        ),
      );
      const stamp = clock!.tick();
      const made = { briefingId: idOf(1), threadId: null, passage, text: 'Says who?', resolved: false };
      return new Map<string, AnyRow>([
        [`briefings/${idOf(1)}`, editRow('briefings', start, { body }, stamp)],
        [`comments/${idOf(id)}`, createRow('comments', idOf(id), made, stamp)],
      ]);
    };
    const [one, two] = [copy(a, 11, 'north pier'), copy(b, 12, 'Nobody saw lights')];
    const merged = (into: Map<string, AnyRow>, from: Map<string, AnyRow>): Map<string, AnyRow> => {
      const rows = [...from].map(([key, row]) => ({ table: key.split('/')[0] as TableName, row }));
      const { changed } = mergeCases(
        rows,
        (table, id) => into.get(`${table}/${id}`),
        (name) => name,
      );
      return new Map([...into, ...changed.map(({ table, row }) => [`${table}/${row.id}`, row] as const)]);
    };
    for (const here of [merged(one, two), merged(two, one)]) {
      const { body } = here.get(`briefings/${idOf(1)}`) as Briefing;
      const comments = [...here].filter(([key]) => key.startsWith('comments/')).map(([, row]) => row as Comment);
      expect(comments.every((row) => commentSchema.safeParse(row).success)).toBe(true);
      const places = commentPlaces(readBody(body), comments);
      const threads = threadsOf(comments, idOf(1), places);
      expect(threads.map((thread) => [thread.id, thread.place?.how])).toEqual([
        [idOf(11), 'found'],
        [idOf(12), 'marked'],
      ]);
      expect(wordsAt(body, 11, comments)).toBe('north pier');
      expect(wordsAt(body, 12, comments)).toBe('Nobody saw lights');
    }
  });
});
