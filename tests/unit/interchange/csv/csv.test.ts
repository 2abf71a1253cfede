// Tables for spreadsheets: cells that cannot calculate, and excerpts that come back as they went.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, parseCsv, unguarded, writeCsv } from '@shared/interchange/csv/cells';
import { figuresCell, figuresFrom } from '@shared/interchange/csv/figures';
import { namesIn, readCsv } from '@shared/interchange/csv/read';
import type { Figure } from '@shared/model/figure';
import { writeCsvFiles } from '@shared/interchange/csv/write';
import { idOf, smallCase } from '../../../fixtures/bundles/make';
import { bytesOf, expectSound, readTools } from '../reading';

const read = (text: string) => readCsv(bytesOf(text), 'table.csv', readTools());
const withoutId = ({ value, high, unit, counted, asOf, hedge }: Figure) => ({
  value,
  high,
  unit,
  counted,
  asOf,
  hedge,
});
const cell = fc.oneof(fc.string(), fc.stringMatching(/^['=+\-@\t\r"\n,; a]{0,6}$/));

describe('cells', () => {
  it('come back as they went, whatever is in them', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const named = [['one', 'two', 'three', 'four'], ...table];
        expect(parseCsv(writeCsv(named))).toEqual(named);
      }),
    );
  });

  it('never begin with what a spreadsheet calculates', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
    expect(writeCsv([['=1+1', '+2', '-3', '@x', "'y", 'z']])).toBe("\ufeff'=1+1,'+2,'-3,'@x,''y,z\r\n");
  });

  it('with a separator of another country inside stay one cell', () => {
    expect(writeCsv([['a;=1+1', 'b\t=1']])).toBe('\ufeff"a;=1+1","b\t=1"\r\n');
  });

  it('are parted by semicolons and tabs too, with any line end', () => {
    expect(parseCsv('a;b\r\n1;"2;\n3"\n')).toEqual([
      ['a', 'b'],
      ['1', '2;\n3'],
    ]);
    expect(parseCsv('a\tb\r1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(parseCsv('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(parseCsv('a,"b\n1,2')).toEqual([['a', 'b\n1,2']]);
  });
});

describe('tables of a case', () => {
  const tables = new Map(writeCsvFiles(smallCase()).files.map((file) => [file.name, parseCsv(file.text)!]));

  it('hold its living excerpts, its tags and its links', () => {
    const [head, ...rows] = tables.get('excerpts.csv')!;
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
    expect(column('quote')).toEqual([
      'three tankers left the basin',
      'the basin. A fourth & last one followed <slowly>',
    ]);
    expect(column('note')).toEqual(['', 'Edited.']);
    expect(column('marking')).toEqual(['TLP:GREEN', 'TLP:AMBER']);
    expect(column('tags')).toEqual(['ships', 'ships']);
    expect(column('reliability')).toEqual(['B', 'B']);
    expect(tables.get('tags.csv')![1]!.slice(1, 4)).toEqual(['ships', 'ships', 'equipment']);
    expect(tables.get('links.csv')![1]!.slice(2, 6)).toContain('updates');
  });

  it('say who gives which figure, kept or only read', () => {
    const unkept = smallCase();
    const excerpts = unkept.rows.excerpts!.map((one) => ({ ...one, figures: [] }));
    const files = writeCsvFiles({ ...unkept, rows: { ...unkept.rows, excerpts } }).files;
    const [names, read] = parseCsv(files.find((file) => file.name === 'figures.csv')!.text)!;
    const cellOf = (name: string) => read![names!.indexOf(name)];
    expect(['figure', 'kept', 'low', 'high', 'as of'].map(cellOf)).toEqual(['three', 'no', '3', '3', '']);
    const [head, ...rows] = tables.get('figures.csv')!;
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
    expect(column('source')[0]).toBe('Harbour master');
    expect(column('figure')).toEqual(['3 tankers']);
    expect(column('kept')).toEqual(['yes']);
    expect(column('low')).toEqual(['3']);
    expect(column('as of')).toEqual(['2024-11-03']);
  });

  it('come back as excerpts with their notes, tags, grades, days and markings', async () => {
    const file = writeCsvFiles(smallCase()).files.find((one) => one.name === 'excerpts.csv')!;
    const back = await read(file.text);
    if (!back.ok) throw new Error(back.reason);
    expectSound(back.value.contents);
    const excerpts = back.value.contents.rows.excerpts!.toSorted((a, b) => a.start - b.start);
    expect(excerpts.map((one) => [one.quote, one.note, one.credibility, one.eventDate, one.marking])).toEqual([
      ['three tankers left the basin', '', 2, null, 'TLP:GREEN'],
      ['the basin. A fourth & last one followed <slowly>', 'Edited.', null, '2024-11-03', 'TLP:AMBER'],
    ]);
    expect(excerpts.map((one) => one.figures.map(withoutId))).toEqual([
      [{ value: 3, high: null, unit: '', counted: 'tankers', asOf: '2024-11-03', hedge: '' }],
      [],
    ]);
    expect(back.value.contents.rows.tags!.map((tag) => tag.name)).toEqual(['ships']);
    expect(back.value.contents.rows.sources!.map((one) => one.name)).toEqual(['Harbour master']);
  });
});

describe('figures of a cell', () => {
  const from = (text: string) => {
    const { figures, unread } = figuresFrom(text, () => idOf(1));
    return [...figures.map(withoutId), ...Array<null>(unread).fill(null)];
  };
  const plain = { high: null, unit: '', counted: '', asOf: '', hedge: '' };

  it('are read as a person writes them', () => {
    expect(from('about 10,000–12,000 soldiers, as of 2024-10-28; 9 trucks;; 12 ; 5.5%')).toEqual([
      { value: 10_000, high: 12_000, unit: '', counted: 'soldiers', asOf: '2024-10-28', hedge: 'about' },
      { ...plain, value: 9, counted: 'trucks' },
      { ...plain, value: 12 },
      { ...plain, value: 5.5, unit: '%' },
    ]);
    expect(from('many; allegedly at least 30 tonnes of fuel')).toEqual([
      { ...plain, value: 30, unit: 't', counted: 'of fuel', hedge: 'allegedly at least' },
      null,
    ]);
    expect(from('five trucks; $1.2 million; 2 million men; -3%; 2024')).toEqual([
      { ...plain, value: 5, counted: 'trucks' },
      { ...plain, value: 1_200_000, unit: 'USD' },
      { ...plain, value: 2_000_000, counted: 'men' },
      { ...plain, value: -3, unit: '%' },
      { ...plain, value: 2024 },
    ]);
    expect(from('')).toEqual([]);
  });

  it('come back as they went', () => {
    const value = fc.integer({ min: -4_000, max: 2_000_000 }).map((whole) => whole / 4);
    const figure = fc.record({
      id: fc.constant(idOf(1)),
      value,
      high: fc.option(fc.integer({ min: 1, max: 500_000 })),
      unit: fc.constantFrom('', '%', 'km', 't', 'USD', 'GBP', 'day', 'm', 'MW'),
      counted: fc.constantFrom('', 'soldiers', 'North Korean soldiers', 'fuel; oil', String.raw`a\b`),
      asOf: fc.constantFrom('', '2024-10-28'),
      hedge: fc.constantFrom('', 'about', 'at least', 'allegedly', 'allegedly about'),
    });
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 3 }), (some) => {
        const figures = some.map((one) => ({ ...one, high: one.high === null ? null : one.value + one.high }));
        expect(figuresFrom(figuresCell(figures), () => idOf(1))).toEqual({ figures, unread: 0 });
      }),
    );
  });
});

describe('excerpts of a table', () => {
  it('are known by their column names, and what cannot be read is told', async () => {
    const back = await read(
      'Date,QUOTE,Marking,Credibility,colour\n04/11/24,"words, here",secret,9,red\n,next,green,b2,\n',
    );
    if (!back.ok) throw new Error(back.reason);
    expectSound(back.value.contents);
    const [first, second] = back.value.contents.rows.excerpts!.toSorted((a, b) => a.start - b.start);
    expect([first!.quote, first!.eventDate, first!.marking, first!.credibility]).toEqual([
      'words, here',
      null,
      'TLP:RED',
      null,
    ]);
    expect([second!.marking, second!.credibility]).toEqual(['TLP:GREEN', 2]);
    expect(back.value.report.losses).toHaveLength(3);
    expect(back.value.report.notices.join(' ')).toContain('colour');
  });

  it('have tags in paths, where a backslash keeps a sign', () => {
    expect(namesIn(String.raw`a/b; c\;d ;; e\/f`)).toEqual([['a', 'b'], ['c;d'], ['e/f']]);
  });

  it('are refused without quotes, and never throw', async () => {
    expect(await read('')).toMatchObject({ ok: false, reason: 'empty' });
    expect(await read('a,b\n1,2\n')).toMatchObject({ ok: false, reason: 'no-quote-column' });
    expect(await read('quote\n" "\n')).toMatchObject({ ok: false, reason: 'no-rows' });
    const bad = await readCsv(new Uint8Array([0xff, 0xfe, 0x80]), 'x.csv', readTools());
    expect(bad).toMatchObject({ ok: false, reason: 'not-utf-8' });
    const heads = fc.constantFrom(
      'quote',
      'quote,tags,marking',
      'quote,figures',
      'document;quote;date',
      '__proto__,quote',
    );
    await fc.assert(
      fc.asyncProperty(heads, fc.array(fc.array(cell, { maxLength: 4 })), async (head, rows) => {
        const back = await read(`${head}\n${rows.map((row) => row.join(',')).join('\n')}`);
        if (back.ok) expectSound(back.value.contents);
      }),
    );
  });
});
