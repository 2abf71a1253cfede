// Comparing two versions: what is shown holds both texts whole, and says what changed in words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, textOfLine } from '@shared/briefing/diffLines';
import { countsInWords } from '@shared/briefing/diffWords';
import { diffVersions } from '@shared/briefing/versionDiff';
import type { ShownLine, VersionDiff } from '@shared/briefing/versionDiff';
import type { BodyNode } from '@shared/model/briefing';
import { cite, doc, idOf, paragraph, quote, text } from './evidence';

const label = (excerptId: string): string => `[${Number(excerptId.slice(-2))}]`;
const compare = (before: BodyNode, after: BodyNode): VersionDiff =>
  diffVersions({ title: 'T', body: before }, { title: 'T', body: after }, label);
const heading = (level: number, words: string): BodyNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const bullets = (...items: string[]): BodyNode => ({
  type: 'bulletList',
  content: items.map((words) => ({ type: 'listItem', content: [paragraph(text(words))] })),
});

/** The old text, or the new one, as what is shown has it. */
function sideOf(lines: readonly ShownLine[], side: 'old' | 'new'): string[] {
  const [line, piece] = side === 'old' ? [['added', 'moved'], 'added'] : [['removed', 'moved away'], 'removed'];
  return lines
    .filter((one) => !line.includes(one.change))
    .map((one) =>
      one.pieces
        .filter((part) => part.change !== piece)
        .map((part) => part.text)
        .join(''),
    );
}
const signed = (diff: VersionDiff): string[] =>
  diff.lines.map((line) =>
    line.pieces
      .map(({ change, text: words }) => (change === 'same' ? words : `${change === 'added' ? '+' : '-'}{${words}}`))
      .join(''),
  );

describe('comparing two versions', () => {
  it('shows words added and removed where they stand', () => {
    const diff = compare(
      doc(paragraph(text('The red car left the town.')), paragraph(text('Nothing else.'))),
      doc(paragraph(text('The red lorry left the old town.')), paragraph(text('Nothing else.'))),
    );
    expect(signed(diff)).toEqual(['The red -{car}+{lorry} left the +{old }town.', 'Nothing else.']);
    expect(countsInWords(diff.counts)).toBe('2 words added, 1 removed');
  });

  it('reads a whole phrase put in place of another as one change', () => {
    const diff = compare(
      doc(paragraph(text('Many ships left the harbour at dawn today and were seen.'))),
      doc(paragraph(text('Many boats came the harbour at dawn today and were seen.'))),
    );
    expect(signed(diff)).toEqual(['Many -{ships left}+{boats came} the harbour at dawn today and were seen.']);
    const shorter = compare(
      doc(paragraph(text('From selling shells to taking part in the war.'))),
      doc(paragraph(text('From selling shells to fighting the war.'))),
    );
    expect(signed(shorter)).toEqual(['From selling shells to -{taking part in }+{fighting }the war.']);
  });

  it('aligns blocks first: a paragraph put between two leaves them alone', () => {
    const [a, b] = [paragraph(text('First things first.')), paragraph(text('Last things last.'))];
    const diff = compare(doc(a, b), doc(a, paragraph(text('A new one.')), b));
    expect(diff.lines.map((line) => line.change)).toEqual(['same', 'added', 'same']);
  });

  it('tells citations and quotations by their labels and counts them apart from words', () => {
    const diff = compare(
      doc(paragraph(text('It came at night.'), cite(21)), quote(22, 'A third came.')),
      doc(paragraph(text('It came at night.'), cite(21), cite(23))),
    );
    expect(signed(diff)).toEqual(['It came at night.[21]+{[23]}', '-{A third came.}-{ [22]}']);
    expect(countsInWords(diff.counts)).toBe('3 words removed, 1 citation added, 1 quotation removed');
  });

  it('finds a paragraph that moved, and does not count its words', () => {
    const lines = ['One ship came in May.', 'Two ships came in June.', 'Three ships came in July.'];
    const [a, b, c] = lines.map((words) => paragraph(text(words))) as [BodyNode, BodyNode, BodyNode];
    const diff = compare(doc(a, b, c), doc(b, c, a));
    expect(diff.lines.map((line) => line.change)).toEqual(['moved away', 'same', 'same', 'moved']);
    expect(countsInWords(diff.counts)).toBe('1 paragraph moved');
  });

  it('says that a paragraph became a heading, and that looks changed', () => {
    const diff = compare(
      doc(paragraph(text('What we know')), paragraph(text('Plain and simple.'))),
      doc(heading(2, 'What we know'), paragraph(text('Plain', 'bold'), text(' and simple.'))),
    );
    expect(diff.lines[0]).toMatchObject({ kind: 'heading', level: 2, was: { kind: 'paragraph', level: 0 } });
    expect(diff.lines[1]).toMatchObject({ change: 'same', isRestyled: true });
    expect(countsInWords(diff.counts)).toBe('looks changed in 2 paragraphs');
  });

  it('takes no notice of comments and of what a citation keeps of its excerpt', () => {
    const commented = {
      ...text('is said'),
      marks: [{ type: 'comment', attrs: { commentId: idOf(5) } }],
    };
    const later = { ...cite(21), attrs: { ...cite(21).attrs, grade: 'B2' } };
    const diff = compare(
      doc(paragraph(text('What is said here.'), cite(21))),
      doc(paragraph(text('What '), commented, text(' here.'), later)),
    );
    expect(countsInWords(diff.counts)).toBe('The two texts are the same');
    expect(diff.lines.every((line) => line.change === 'same' && !line.isRestyled)).toBe(true);
  });

  it('compares titles, lists and tables', () => {
    const cell = (words: string): BodyNode => ({ type: 'tableCell', content: [paragraph(text(words))] });
    const table = (...rows: string[][]): BodyNode => ({
      type: 'table',
      content: rows.map((row) => ({ type: 'tableRow', content: row.map(cell) })),
    });
    const diff = diffVersions(
      { title: 'Night traffic', body: doc(bullets('one', 'two'), table(['May', '3 ships'], ['June', '4 ships'])) },
      {
        title: 'Day traffic',
        body: doc(bullets('one', 'two', 'three'), table(['May', '3 ships'], ['June', '5 ships'])),
      },
      label,
    );
    expect(diff.title.map(({ change, text: words }) => [change, words])).toEqual([
      ['removed', 'Night'],
      ['added', 'Day'],
      ['same', ' traffic'],
    ]);
    expect(signed(diff)).toEqual(['one', 'two', '+{three}', 'May | 3 ships', 'June | -{4}+{5} ships']);
  });
});

const words = fc.constantFrom(
  'ship',
  'port',
  'night',
  'came',
  'Ünder',
  '船が来た',
  ' ',
  ' the ',
  ', ',
  '.',
  '🚢',
  '\n',
);
const inline: fc.Arbitrary<BodyNode> = fc.oneof(
  { weight: 6, arbitrary: fc.array(words, { minLength: 1, maxLength: 6 }).map((all) => text(all.join(''))) },
  { weight: 1, arbitrary: fc.integer({ min: 21, max: 24 }).map(cite) },
  { weight: 1, arbitrary: words.map((one) => text(one, 'bold')) },
  { weight: 1, arbitrary: words.map((one) => ({ type: 'footnote', content: [text(one)] })) },
);
const block: fc.Arbitrary<BodyNode> = fc.oneof(
  { weight: 5, arbitrary: fc.array(inline, { maxLength: 4 }).map((all) => paragraph(...all)) },
  { weight: 1, arbitrary: words.map((one) => heading(2, one)) },
  { weight: 1, arbitrary: fc.array(words, { maxLength: 3 }).map((all) => bullets(...all)) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 21, max: 24 }), words).map(([id, said]) => quote(id, said)) },
  { weight: 1, arbitrary: fc.constant<BodyNode>({ type: 'horizontalRule' }) },
);
/** Two bodies that share blocks, in any order. */
const bodies = fc.array(block, { minLength: 1, maxLength: 8 }).chain((all) =>
  fc.tuple(
    fc.constant(doc(...all)),
    fc.array(fc.oneof(fc.constantFrom(...all), block), { maxLength: 10 }).map((some) => doc(...some)),
  ),
);

describe('what is shown', () => {
  it('holds the old and the new text whole', () => {
    fc.assert(
      fc.property(bodies, ([before, after]) => {
        const diff = compare(before, after);
        expect(sideOf(diff.lines, 'old')).toEqual(linesOf(before, label).map(textOfLine));
        expect(sideOf(diff.lines, 'new')).toEqual(linesOf(after, label).map(textOfLine));
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(bodies, ([body]) => {
        expect(countsInWords(compare(body, body).counts)).toBe('The two texts are the same');
      }),
    );
  });
});
