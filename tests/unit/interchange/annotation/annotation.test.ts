// Web annotations in and out: the samples of the W3C, Hypothesis exports, and our own file again.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '@shared/interchange/annotation/read';
import type { KnownText } from '@shared/interchange/annotation/read';
import { writeAnnotations } from '@shared/interchange/annotation/write';
import { annotationLines } from '@shared/interchange/webAnnotation';
import { sha256, smallCase } from '../../../fixtures/bundles/make';
import { bytesOf, expectSound, readBytes, readTools, testDataFolder } from '../reading';

const read = (value: unknown, known: readonly KnownText[] = []) =>
  readAnnotations(
    bytesOf(typeof value === 'string' ? value : JSON.stringify(value)),
    'notes.jsonld',
    readTools(),
    known,
  );
const knownOf = (text: string, url = '', title = ''): KnownText => ({ text, url, title, textId: sha256(text) });
const context = 'http://www.w3.org/ns/anno.jsonld';
const folder = testDataFolder('web-annotation');
const samples = (kind: string): string[] =>
  folder === null ? [] : readdirSync(`${folder}/w3c/${kind}`).filter((name) => name.endsWith('.json'));

describe.skipIf(folder === null)('samples (skipped where the test data is absent)', () => {
  it('that are correct are read', async () => {
    expect(samples('correct').length).toBeGreaterThan(20);
    for (const name of samples('correct')) {
      const back = await readAnnotations(readBytes(folder!, 'w3c/correct', name), name, readTools());
      if (!back.ok) throw new Error(`${name} ${back.reason} ${back.detail ?? ''}`);
      expectSound(back.value.contents);
      const count = name === 'example42.json' ? 2 : name === 'collection1.json' ? 41 : 1;
      expect([name, back.value.report.counts['annotations']]).toEqual([name, count]);
    }
  });

  it('that are incorrect are refused', async () => {
    expect(samples('incorrect').length).toBeGreaterThan(20);
    for (const name of samples('incorrect')) {
      const back = await readAnnotations(readBytes(folder!, 'w3c/incorrect', name), name, readTools());
      expect([name, back.ok]).toEqual([name, false]);
    }
  });

  it('of Hypothesis are read, and found in their page', async () => {
    const bytes = readBytes(folder!, 'hypothesis/minimal.json');
    const alone = await readAnnotations(bytes, 'minimal.json', readTools());
    expect(alone.ok && alone.value.contents.rows.excerpts!.map((one) => one.quote)).toEqual(['Two']);
    expect(alone.ok && alone.value.contents.texts[0]!.text).toContain('One Two Three');
    expect(await readAnnotations(readBytes(folder!, 'mendeley_annotations.json'), 'x', readTools())).toMatchObject({
      reason: 'not-annotations',
    });
  });
});

describe('our own file', () => {
  it('is the one that bundles carry', () => {
    expect(writeAnnotations(smallCase()).text).toBe([...annotationLines(smallCase())].join(''));
    expect(writeAnnotations(smallCase()).report.counts).toEqual({ annotations: 2 });
    expect(writeAnnotations(smallCase()).report.losses.map((loss) => loss.what)).toContain(
      'A link has no place in an annotation.',
    );
  });

  it('comes back into the texts at hand with every offset, note, tag, grade and label', async () => {
    const before = smallCase();
    const back = await read(writeAnnotations(before).text, [knownOf(before.texts[0]!.text)]);
    if (!back.ok) throw new Error(back.reason);
    expectSound(back.value.contents);
    const after = back.value.contents.rows.excerpts!;
    const living = before.rows.excerpts!.filter((one) => one.deleted === null);
    expect(after.map((one) => [one.start, one.end, one.quote, one.note, one.credibility])).toEqual(
      living.map((one) => [one.start, one.end, one.quote, one.note, one.credibility]),
    );
    expect(after.map((one) => one.marking)).toEqual(['TLP:GREEN', 'TLP:AMBER']);
    expect(back.value.contents.texts).toEqual(before.texts);
    expect(back.value.contents.rows.tags!.map((one) => one.name)).toEqual(['ships']);
  });

  it('comes back without the texts as quotes with their surroundings, under the strictest label', async () => {
    const back = await read(writeAnnotations(smallCase()).text);
    if (!back.ok) throw new Error(back.reason);
    expectSound(back.value.contents);
    expect(back.value.contents.rows.documents).toHaveLength(1);
    expect(back.value.contents.rows.documents![0]!.marking).toBe('TLP:AMBER');
    expect(back.value.contents.rows.excerpts!.map((one) => one.quote)).toEqual([
      'three tankers left the basin',
      'the basin. A fourth & last one followed <slowly>',
    ]);
    expect(back.value.contents.texts[0]!.text).toContain('At dawn three tankers left the basin');
  });
});

describe('quotes in a text at hand', () => {
  const page = 'Head\n\nThe report said three tankers left. 😀 Later, three tankers returned to port.\n';
  const url = 'https://example.org/page';
  const annotation = (...selector: unknown[]) => ({
    '@context': context,
    type: 'Annotation',
    body: { type: 'TextualBody', value: 'seen' },
    target: { source: url, selector },
  });
  const quote = (exact: string, prefix: string, suffix: string) => ({
    type: 'TextQuoteSelector',
    exact,
    prefix,
    suffix,
  });

  it('stand where their surroundings say', async () => {
    const back = await read(annotation(quote('three tankers', 'Later, ', ' returned')), [knownOf(page, url)]);
    expect(back.ok && back.value.contents.rows.excerpts![0]!.start).toBe(page.lastIndexOf('three tankers'));
  });

  it('are told where they are not certain', async () => {
    const back = await read(annotation(quote('four barges sank', '', '')), [knownOf(page, url)]);
    expect(back.ok && back.value.contents.rows.excerpts).toEqual([]);
    expect(back.ok && back.value.report.losses.map((loss) => loss.count)).toEqual([1]);
  });

  it('that stand nowhere are looked for two hundred times and no more', async () => {
    const [lost, near] = [quote('four barges sank', '', ''), quote('Later three tankers returned to port', '', '')];
    const items = (count: number) => [...Array.from({ length: count }, () => lost), near].map((one) => annotation(one));
    const back = await Promise.all([199, 200].map((count) => read(items(count), [knownOf(page, url)])));
    expect(back.map((one) => one.ok && one.value.contents.rows.excerpts!.length)).toEqual([1, 0]);
  });

  it('of Hypothesis count in UTF-16, with tags, replies and who made them', async () => {
    const start = page.indexOf('returned');
    const position = { type: 'TextPositionSelector', start, end: start + 8 };
    const row = {
      uri: url,
      text: 'see',
      tags: ['a/b'],
      user: 'acct:ann@example.org',
      created: '2026-01-02T03:04:05+00:00',
    };
    const back = await read(
      {
        total: 2,
        rows: [
          { ...row, target: [{ source: url, selector: [position, quote('returned', 'three tankers ', ' to port')] }] },
          { ...row, references: ['1'], target: [{ source: url }] },
        ],
      },
      [knownOf(page, url)],
    );
    if (!back.ok) throw new Error(back.reason);
    expectSound(back.value.contents);
    const words = back.value.contents.rows.excerpts!.find((one) => one.quote === 'returned')!;
    expect([words.start, words.note]).toEqual([start, 'see\n\n— ann@example.org, 2026-01-02']);
    expect(back.value.contents.rows.tags!.map((one) => one.name)).toEqual(['a/b']);
    expect(back.value.report.losses.map((loss) => loss.what)).toContain('A reply stands as a note of its own.');
  });
});

describe('anything else', () => {
  it('is refused with a reason', async () => {
    expect(await read('')).toMatchObject({ reason: 'empty' });
    expect(await read('{')).toMatchObject({ reason: 'not-json' });
    expect(await read({})).toMatchObject({ reason: 'not-annotations' });
    expect(await read({ '@context': context, type: 'AnnotationPage', items: [] })).toMatchObject({
      reason: 'no-annotations',
    });
    expect(await read({ '@context': context, type: 'Annotation' })).toMatchObject({
      reason: 'model-broken',
      detail: 'target',
    });
  });

  it('never throws and never makes an unsound case', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('https://example.org/', 'Annotation', 'tagging'),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const selector = fc.record(
      {
        type: fc.constantFrom('TextQuoteSelector', 'TextPositionSelector', 'X'),
        exact: value,
        prefix: value,
        suffix: value,
        start: fc.oneof(fc.double(), fc.nat(40)),
        end: fc.nat(60),
      },
      { requiredKeys: ['type'] },
    );
    const body = fc.record({ type: value, value, purpose: value, items: value }, { requiredKeys: [] });
    const target = fc.oneof(
      value,
      fc.record(
        { source: value, selector: fc.oneof(value, fc.array(selector, { maxLength: 3 })) },
        { requiredKeys: [] },
      ),
    );
    const rows = fc.array(
      fc.record(
        {
          uri: value,
          text: value,
          tags: value,
          target: fc.oneof(value, fc.array(target, { maxLength: 2 })),
          creator: value,
          body: fc.oneof(body, value),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (all, isHypothesis) => {
        const items = all.map((row) => ({ ...row, ...(isHypothesis ? {} : { type: 'Annotation' }) }));
        const file = isHypothesis ? { rows: items } : { '@context': context, type: 'AnnotationPage', items };
        const back = await read(file, [knownOf('Some text\n\nwith words.\n', 'https://example.org/')]);
        if (back.ok) expectSound(back.value.contents);
        expect(({} as Record<string, unknown>)['value']).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
