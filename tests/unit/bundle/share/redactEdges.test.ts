// Ways by which words could leave that are easy to overlook: clocks, pictures, free words, texts of the same document.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { redactContents } from '@shared/bundle/share/redact';
import type { RedactionWishes } from '@shared/bundle/share/redact';
import { BLACK } from '@shared/bundle/share/rewrite';
import { makeClock } from '@shared/merge/clock';
import { createRow, editRow } from '@shared/merge/edit';
import { planAnchor } from '@shared/model/excerpt';
import { effectiveMarking, MARKINGS, strictness } from '@shared/model/marking';
import type { RowOf } from '@shared/model/tables';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';
import { idOf, sha256, smallCase } from '../../../fixtures/bundles/make';
import { held } from '../../../fixtures/bundles/held';

const green: RedactionWishes = { ceiling: 'TLP:GREEN', pseudonyms: false, privateNotes: true, originals: true };
const named: RedactionWishes = { ...green, ceiling: 'TLP:RED', pseudonyms: true };
const clock = makeClock('maker00000', '000', () => Date.UTC(2025, 1, 1));

const withRows = (contents: BundleContents, rows: BundleContents['rows']): BundleContents => ({
  ...contents,
  rows: { ...contents.rows, ...rows },
});

async function reread(contents: BundleContents): Promise<BundleContents> {
  const read = await held(await readBundle(await writeBundle(contents, bundleTools), bundleTools));
  if (!read.ok) throw new Error(`${read.reason} ${read.detail}`);
  return read.value;
}

/** The small case with its document’s text replaced, and excerpts of it where the words are found. */
function withText(text: string, passages: readonly Pick<RowOf<'excerpts'>, 'start' | 'end' | 'marking'>[]) {
  const small = smallCase();
  const textId = sha256(text);
  const document = small.rows.documents![0]!;
  const excerpts = passages.map(({ start, end, marking }, i) => ({
    ...small.rows.excerpts![0]!,
    id: idOf(200 + i),
    textId,
    start,
    end,
    marking,
    quote: text.slice(start, end),
    prefix: '',
    suffix: '',
    tags: [],
  }));
  return {
    ...withRows(small, {
      documents: [{ ...document, versions: [{ ...document.versions[0]!, textId, originalId: null }] }],
      excerpts,
      links: [],
      briefings: [],
    }),
    texts: [{ id: textId, text }],
    originals: [],
  };
}

describe('words that hide', () => {
  it('in the clocks of elements that are gone, and of fields that are none, do not go', async () => {
    const small = smallCase();
    const source = editRow('sources', small.rows.sources![0]!, { aliases: ['old sailor'] }, clock.tick());
    const without = editRow('sources', source, { aliases: [] }, clock.tick());
    const odd = { ...without, clocks: { ...without.clocks, 'spoken word': clock.tick() } };
    expect(JSON.stringify(odd)).toContain('old sailor');
    const redacted = await redactContents(withRows(small, { sources: [odd] }), green, bundleTools);
    expect(redacted.rows.sources).toHaveLength(1);
    expect(JSON.stringify(redacted.rows)).not.toMatch(/old sailor|spoken word/);
    await reread(redacted);
  });

  it('in a picture of a briefing that is the file of a document with a passage blacked out do not go', async () => {
    const small = smallCase();
    const [original] = small.originals;
    const attrs = { originalId: original!.id, mediaType: 'image/png', alt: '' };
    const body = { type: 'doc', content: [{ type: 'figure', attrs }] };
    const briefings = small.rows.briefings!.map((one) => ({ ...one, body }));
    const contents = withRows(small, { briefings });
    const redacted = await redactContents(contents, { ...green, originals: false }, bundleTools);
    expect(redacted.rows.briefings).toHaveLength(1);
    expect(redacted.originals).toEqual([]);
    expect(redacted.withheld).toMatchObject({ originals: 1 });
    // Where nothing of the document is withheld, the picture goes with the briefing even when no files are wished.
    const open = withRows(contents, { excerpts: small.rows.excerpts!.map((one) => ({ ...one, marking: null })) });
    expect((await redactContents(open, { ...green, originals: false }, bundleTools)).originals).toEqual([original]);
  });

  it('in another version of the document, also short ones, are blacked out', async () => {
    const text = 'First print: the seal is red.\n';
    const start = text.indexOf('the seal');
    const contents = withText(text, [{ start, end: start + 'the seal'.length, marking: 'TLP:RED' }]);
    const later = 'Second print. Now the seal is blue, and the seal is whole.\n';
    const document = contents.rows.documents![0]!;
    const versions = [...document.versions, { ...document.versions[0]!, textId: sha256(later) }];
    const redacted = await redactContents(
      {
        ...withRows(contents, { documents: [{ ...document, note: 'Ask of the seal.', versions }] }),
        texts: [...contents.texts, { id: sha256(later), text: later }],
      },
      green,
      bundleTools,
    );
    const dark = BLACK.repeat('the seal'.length);
    expect(redacted.texts.map((one) => one.text).sort()).toEqual(
      [text, later].map((one) => one.replaceAll('the seal', dark)).sort(),
    );
    expect(redacted.rows.documents![0]!.note).toBe(`Ask of ${dark}.`);
    await reread(redacted);
  });

  it('in a hypothesis that rests on withheld evidence alone do not go', async () => {
    const small = smallCase();
    const [first, second] = small.rows.excerpts!;
    const hypothesis = (id: number, code: string) =>
      createRow('hypotheses', idOf(id), { code, statement: `Of ${code}`, note: '' }, clock.tick());
    const link = (id: number, fromId: string, toId: string) =>
      createRow(
        'links',
        idOf(id),
        { fromTable: 'excerpts', fromId, toTable: 'hypotheses', toId, type: 'supports', note: '' },
        clock.tick(),
      );
    const hypotheses = [hypothesis(50, 'H1'), hypothesis(51, 'H2'), hypothesis(52, 'H3')];
    const links = [link(60, first!.id, idOf(50)), link(61, second!.id, idOf(50)), link(62, second!.id, idOf(51))];
    const redacted = await redactContents(withRows(small, { hypotheses, links }), green, bundleTools);
    expect(redacted.rows.hypotheses!.map(({ code }) => code)).toEqual(['H1', 'H3']);
    expect(redacted.rows.links!.map(({ id }) => id)).toEqual([idOf(60)]);
  });
});

describe('names', () => {
  it('of analysts go from free words too, and keep their letters whoever of them is in it', async () => {
    const small = smallCase();
    const [ann] = small.rows.analysts!;
    const bea = { ...ann!, id: idOf(0), actor: 'beamaker00', name: 'Bea Quick', initials: 'BQ' };
    const excerpts = small.rows.excerpts!.map((one) => ({ ...one, note: 'Bea Quick saw it; so did ann maker.' }));
    const redacted = await redactContents(withRows(small, { analysts: [bea, ann!], excerpts }), named, bundleTools);
    expect(JSON.stringify(redacted.rows)).not.toMatch(/Bea Quick|Ann Maker/i);
    const letters = new Map(
      [bea, ann!].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ name }, i) => [name, 'AB'[i]]),
    );
    expect(redacted.rows.excerpts![0]!.note).toBe(
      `Analyst ${letters.get('Bea Quick')} saw it; so did Analyst ${letters.get('Ann Maker')}.`,
    );
    expect(redacted.rows.briefings![0]!.author).toBe(`Analyst ${letters.get('Ann Maker')}`);
    expect(redacted.rows.analysts!.map(({ name }) => name)).toEqual([`Analyst ${letters.get('Ann Maker')}`]);
    await reread(redacted);
  });

  it('that make a field longer than it may be still give a bundle that can be read', async () => {
    const small = smallCase();
    const tag = { ...small.rows.tags![0]!, name: 'Li', kind: 'person' as const, withhold: true };
    const source = { ...small.rows.sources![0]!, name: 'Li '.repeat(100).trim() };
    const document = { ...small.rows.documents![0]!, title: 'Li '.repeat(333).trim() };
    const text = 'Li '.repeat(6_000);
    const long = withText(text, [{ start: 0, end: text.length - 1, marking: null }]);
    const contents = withRows(long, {
      tags: [tag],
      sources: [source],
      documents: [{ ...document, versions: long.rows.documents![0]!.versions }],
    });
    const read = await reread(await redactContents(contents, named, bundleTools));
    expect(read.rows.sources![0]!.name).toMatch(/^Person A Person A/);
    expect(read.rows.excerpts![0]!.quote).toHaveLength(20_000);
    expect(JSON.stringify([read.rows, read.texts])).not.toMatch(/\bLi\b/);
  });
});

describe('whatever is marked and wherever it lies', () => {
  const passage = fc.record({
    start: fc.nat(90),
    length: fc.integer({ min: 1, max: 40 }),
    marking: fc.constantFrom(null, ...MARKINGS),
  });
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', 'é', 'Ivan'),
    minLength: 100,
    maxLength: 140,
  });

  it('no letter of a stricter passage is left in its place, and every other excerpt stands where it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        letters,
        fc.array(passage, { maxLength: 8 }),
        fc.constantFrom(...MARKINGS),
        fc.boolean(),
        async (text, some, ceiling, pseudonyms) => {
          const inText = some.flatMap(({ start, length, marking }) => {
            const anchor = planAnchor(text, sha256(text), start, start + length);
            return anchor.ok ? [{ start: anchor.value.start, end: anchor.value.end, marking }] : [];
          });
          const person = { ...smallCase().rows.tags![0]!, name: 'Ivan', aliases: [], withhold: true };
          const contents = withRows(withText(text, inText), { tags: [person] });
          const redacted = await redactContents(contents, { ...green, ceiling, pseudonyms }, bundleTools);
          const marking = contents.rows.documents![0]!.marking;
          const isStrict = (own: (typeof inText)[number]['marking']) =>
            strictness(effectiveMarking(own, marking)) > strictness(ceiling);
          if (isStrict(null)) {
            expect(redacted.texts).toEqual([]);
            return;
          }
          const now = redacted.texts[0]!.text;
          if (!pseudonyms) {
            expect(now).toHaveLength(text.length);
            for (const { start, end } of inText.filter((one) => isStrict(one.marking)))
              expect(now.slice(start, end)).toMatch(/^[\u2588\n]*$/);
          }
          expect(redacted.rows.excerpts).toHaveLength(inText.filter((one) => !isStrict(one.marking)).length);
          for (const { start, end, quote } of redacted.rows.excerpts!) expect(now.slice(start, end)).toBe(quote);
          await reread(redacted);
        },
      ),
      { numRuns: 60 },
    );
  });
});
