import { describe, expect, test } from 'vitest';
import { flowOfPages } from '@shared/extract/pdf';
import type { PdfItem } from '@shared/extract/pdf';
import { lines, page, piece } from './pages';

/** Kind and text of each block. */
function blocksOf(pages: Parameters<typeof flowOfPages>[0]): [string, string][] {
  const { text, blocks } = flowOfPages(pages);
  return blocks.map(([kind, start, end, level]) => [level > 0 ? `${kind} ${level}` : kind, text.slice(start, end)]);
}

const LEFT = [
  'The delegation arrived in the cap-',
  'ital on a Tuesday and was met by',
  'the minister himself. It had come',
  'to speak about the two shipments',
  'that were seen in the harbour on',
];
const RIGHT = [
  'the ninth of May, which nobody had',
  'claimed. A self-made list of goods',
  'named forty crates, and the self-',
  'made list did not say what was in',
  'them or who had packed them there.',
];

describe('reading order', () => {
  test('columns are read one after the other, and a sentence goes over from one to the next', () => {
    const rows = LEFT.flatMap((text, i) => [piece(60, 100 + i * 12, text), piece(320, 100 + i * 12, RIGHT[i]!)]);
    expect(blocksOf([page(rows)])).toEqual([
      [
        'paragraph',
        'The delegation arrived in the capital on a Tuesday and was met by the minister himself. It had come to speak ' +
          'about the two shipments that were seen in the harbour on the ninth of May, which nobody had claimed. A ' +
          'self-made list of goods named forty crates, and the self-made list did not say what was in them or who ' +
          'had packed them there.',
      ],
    ]);
  });

  test('what lies across the columns is read before what stands below it', () => {
    const title = piece(60, 70, 'A report on the harbour and on everything that was seen in it', { size: 16 });
    const rows = LEFT.flatMap((text, i) => [piece(320, 100 + i * 12, RIGHT[i]!), piece(60, 100 + i * 12, text)]);
    const [first, second] = blocksOf([page([...rows, title])]);
    expect(first).toEqual(['title', 'A report on the harbour and on everything that was seen in it']);
    expect(second![1]).toMatch(/^The delegation/);
  });

  test('the order in the file does not matter', () => {
    const rows = LEFT.flatMap((text, i) => [piece(60, 100 + i * 12, text), piece(320, 100 + i * 12, RIGHT[i]!)]);
    expect(flowOfPages([page(rows.toReversed())]).text).toBe(flowOfPages([page(rows)]).text);
  });

  test('a heading in the margin stands before the text beside it', () => {
    const prose = [...LEFT, ...RIGHT].map((text, i) => piece(220, 100 + i * 12, `${text} and so on it went`));
    const beside = [
      piece(60, 101, 'What was', { size: 12, font: 'bold' }),
      piece(60, 115, 'seen', { size: 12, font: 'bold' }),
    ];
    expect(blocksOf([page([...prose, ...beside])])[0]).toEqual(['title', 'What was seen']);
  });

  test('writing that runs to the left begins on the right', () => {
    const items = [piece(300, 100, 'שלום', { width: 20 }), piece(270, 100, 'עולם', { width: 20 })];
    expect(flowOfPages([page(items)]).text).toBe('שלום עולם');
  });

  test('a page that is turned is read as it is shown', () => {
    const turned = {
      ...page(lines(100, 100, ['One line of text.', 'And another one.'])),
      transform: [0, 1, 1, 0, 0, 0],
    };
    expect(flowOfPages([{ ...turned, width: 792, height: 612 }]).text).toContain('One line of text.');
  });
});

describe('paragraphs', () => {
  test('a wider distance and a first line that is set in part them', () => {
    const items = [
      ...lines(60, 100, ['This first paragraph runs over two lines of', 'the page and ends there.']),
      piece(72, 124, 'This second one is set in at its first line'),
      piece(60, 136, 'and has a second line too that is long enough'),
      piece(60, 166, 'The third one stands apart from both of them.'),
    ];
    expect(blocksOf([page(items)]).map(([, text]) => text.slice(0, 12))).toEqual([
      'This first p',
      'This second ',
      'The third on',
    ]);
  });

  test('items of a list, captions and notes are told apart', () => {
    const items = [
      ...lines(60, 100, [
        'There were three things on board the vessel that',
        'the crew had not written down in its own papers:',
      ]),
      piece(72, 130, '• crates of ammunition that came'),
      piece(82, 142, 'without any mark of their maker'),
      piece(72, 160, '• parts of an engine'),
      piece(60, 190, 'Figure 1. The vessel at its berth.'),
      piece(60, 220, 'The text goes on below the figure for one more line'),
      piece(315, 217, '1', { size: 6 }),
      piece(318, 220, '.'),
      piece(60, 700, '1', { size: 6 }),
      piece(65, 703, 'As the harbour master told it in March.', { size: 8 }),
    ];
    expect(blocksOf([page(items)])).toEqual([
      [
        'paragraph',
        'There were three things on board the vessel that the crew had not written down in its own papers:',
      ],
      ['list-item 1', '• crates of ammunition that came without any mark of their maker'],
      ['list-item 1', '• parts of an engine'],
      ['caption', 'Figure 1. The vessel at its berth.'],
      ['paragraph', 'The text goes on below the figure for one more line[1].'],
      ['footnote', '[1] As the harbour master told it in March.'],
    ]);
  });

  test('cells that stand under each other are a table', () => {
    const row = (y: number, cells: readonly string[]): PdfItem[] =>
      cells.map((cell, i) => piece(60 + i * 150, y, cell));
    const items = [
      piece(60, 100, 'What was counted in the three months before the talks:'),
      ...row(124, ['Month', 'Crates', 'Weight']),
      ...row(136, ['March', '40', '2.5 t']),
      ...row(148, ['April', '7', '0.4 t']),
    ];
    expect(flowOfPages([page(items)]).text).toBe(
      'What was counted in the three months before the talks:\n\nMonth\tCrates\tWeight\nMarch\t40\t2.5 t\nApril\t7\t0.4 t',
    );
  });

  test('glyphs become letters; a power and the number of a note stay above the line', () => {
    const items = [piece(60, 100, 'of\ufb01cial \ufb02eet of 10', { width: 100 }), piece(160, 96.5, '6', { size: 6 })];
    expect(flowOfPages([page(items)]).text).toBe('official fleet of 10⁶');
  });
});

describe('line ends', () => {
  const joined = (...texts: string[]): string => flowOfPages([page(lines(60, 100, texts))]).text;

  test('a hyphen that the line end made goes, one of the word stays', () => {
    expect(joined('The ministry of informa-', 'tion said so yesterday.')).toBe(
      'The ministry of information said so yesterday.',
    );
    expect(joined('A decision-making body met; the deci-', 'sion was none, and decision-', 'making goes on.')).toBe(
      'A decision-making body met; the decision was none, and decision-making goes on.',
    );
    expect(joined('It was against every JCPOA-', 'mandated limit of the year 2003-', '2004, said the agency.')).toBe(
      'It was against every JCPOA-mandated limit of the year 2003-2004, said the agency.',
    );
    expect(joined('The Anglo-', 'Saxon view of it was another.')).toBe('The Anglo-Saxon view of it was another.');
  });

  test('an address goes on without a space', () => {
    expect(joined('See https://example.org/reports/', 'harbour.html for the list.')).toBe(
      'See https://example.org/reports/harbour.html for the list.',
    );
  });

  test('Chinese and Japanese lines join without a space', () => {
    expect(joined('朝鮮半島情勢について政府は', '昨日発表した。')).toBe('朝鮮半島情勢について政府は昨日発表した。');
  });
});

describe('pages', () => {
  const body = (n: number): PdfItem[] =>
    lines(60, 120, [
      `Here begins the text of the ${n}. part, which says`,
      'what was found in it and where it was found.',
    ]);
  const report = [5, 6, 7, 8].map((n) =>
    page([piece(60, 40, 'Report on the harbour'), ...body(n), piece(300, 760, String(n))]),
  );

  test('heads, feet and numbers are no text; numbers are what the pages are called', () => {
    const { text, pages } = flowOfPages(report);
    expect(text).not.toContain('Report on the harbour');
    expect(pages.map(([label]) => label)).toEqual(['5', '6', '7', '8']);
    expect(pages.map(([, start]) => text.slice(start, start + 37))).toEqual(
      [5, 6, 7, 8].map((n) => `Here begins the text of the ${n}. part, `),
    );
  });

  test('the file’s own labels come first', () => {
    const labelled = report.map((one, i) => ({ ...one, label: ['iii', 'iv', '1', '2'][i]! }));
    expect(flowOfPages(labelled).pages.map(([label]) => label)).toEqual(['iii', 'iv', '1', '2']);
  });

  test('a paragraph goes over to the next page, which begins inside it; a note stays on its page', () => {
    const first = page([
      ...lines(60, 120, [
        'Here is a sentence that is not yet over when the',
        'first of the two pages has come to its end and',
      ]),
      piece(60, 700, '1', { size: 6 }),
      piece(65, 703, 'A note of the first page.', { size: 8 }),
    ]);
    const second = page(lines(60, 120, ['that goes on upon the second one for a while.']));
    const { text, pages, blocks } = flowOfPages([first, second]);
    expect(blocks.map(([kind]) => kind)).toEqual(['footnote', 'paragraph']);
    expect(text.slice(pages[1]![1])).toBe('that goes on upon the second one for a while.');
  });

  test('pages without text are counted and keep their place', () => {
    const { pages, empty, text } = flowOfPages([page(body(1)), page([]), page(body(2))]);
    expect(empty).toBe(1);
    expect(pages[1]![1]).toBe(pages[2]![1]);
    expect(text.slice(pages[2]![1])).toMatch(/^Here begins/);
    expect(flowOfPages([page([])])).toMatchObject({ text: '', blocks: [], empty: 1 });
  });
});
