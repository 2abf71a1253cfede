// Joplin exports: made here, and the test data read in place; what is hostile or broken is refused.
import fc from 'fast-check';
import { createTar } from 'nanotar';
import { describe, expect, it } from 'vitest';
import { joplinRefusalSentence, readJoplin } from '@shared/interchange/joplin';
import { bytesOf, expectSound, readBytes, readTools, testDataFolder } from '../reading';

const id = (n: number): string => n.toString(16).padStart(32, '0');
const item = (head: string, properties: Readonly<Record<string, string | number>>): string =>
  `${head === '' ? '' : `${head}\n\n`}${Object.entries(properties)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}`;
const jex = (items: readonly string[], more: Parameters<typeof createTar>[0] = []): Uint8Array =>
  createTar([...items.map((text, i) => ({ name: `${id(i + 900)}.md`, data: text })), ...more], {
    attrs: { mtime: 0 },
  });

const small = jex([
  item('Ports', { id: id(1), parent_id: '', type_: 2 }),
  item('Baltic', { id: id(2), parent_id: id(1), type_: 2 }),
  item('Quay\n\nThree  ships.\n\nSee [the other](:/' + id(4) + ') and `[no](:/' + id(4) + ')`\n', {
    id: id(3),
    parent_id: id(2),
    source_url: 'https://example.org/quay',
    user_created_time: '2024-04-13T16:23:00.000Z',
    is_todo: 1,
    type_: 1,
  }),
  item('Other\n\nNothing new.', {
    id: id(4),
    parent_id: id(1),
    user_created_time: '2024-05-01T00:00:00.000Z',
    type_: 1,
  }),
  item('Gone\n\nOld.', { id: id(5), deleted_time: 1714341193353, type_: 1 }),
  item('ships', { id: id(6), type_: 5 }),
  item('', { id: id(7), note_id: id(3), tag_id: id(6), type_: 6 }),
  item('plan.png', { id: id(8), type_: 4 }),
]);

async function read(bytes: Uint8Array) {
  const result = await readJoplin(bytes, 'C:\\x\\Trial.jex', readTools());
  if (!result.ok) throw new Error(joplinRefusalSentence(result.reason));
  expectSound(result.value.contents);
  return result.value;
}

describe('a Joplin export', () => {
  it('brings notes letter for letter, with day, address, notebooks, tags and links', async () => {
    const { contents, report } = await read(small);
    expect(contents.case.name).toBe('Trial');
    const quay = contents.rows.documents!.find((row) => row.title === 'Quay')!;
    expect(quay.csl).toMatchObject({
      type: 'webpage',
      URL: 'https://example.org/quay',
      accessed: { 'date-parts': [[2024, 4, 13]] },
    });
    expect(quay.note).toContain('To do: open');
    expect(contents.texts.map((one) => one.text)).toContain(
      `Three  ships.\n\nSee [the other](:/${id(4)}) and \`[no](:/${id(4)})\`\n`,
    );
    const tags = new Map(contents.rows.tags!.map((tag) => [tag.id, tag]));
    const first = contents.rows.excerpts!.find((row) => row.quote === 'Three  ships.')!;
    expect(first.tags.map((tag) => tags.get(tag)!.name).sort()).toEqual(['Baltic', 'ships']);
    expect(contents.rows.links).toHaveLength(1);
    expect(report.counts).toMatchObject({ notebooks: 2, documents: 2, links: 1 });
    expect(report.losses.map((loss) => loss.what)).toEqual(
      expect.arrayContaining([expect.stringContaining('trash'), expect.stringContaining('attached')]),
    );
  });

  it('takes no name for a place: files that climb out are read as any other, or not at all', async () => {
    const { contents } = await read(
      jex(
        [item('A\n\nWords.', { id: id(1), type_: 1 })],
        [
          { name: '../../evil.md', data: 'x' },
          { name: '/etc/a.md', data: 'y' },
        ],
      ),
    );
    expect(contents.rows.documents).toHaveLength(1);
  });

  it('is refused where it is no archive, cut short, or has no notes', async () => {
    const reason = async (bytes: Uint8Array) => {
      const result = await readJoplin(bytes, 'a.jex', readTools());
      return result.ok ? null : result.reason;
    };
    expect(await reason(new Uint8Array())).toBe('not-an-archive');
    expect(await reason(bytesOf('words '.repeat(300)))).toBe('not-an-archive');
    expect(await reason(small.subarray(0, 560))).toBe('cut-short');
    expect(await reason(jex([item('Ports', { id: id(1), type_: 2 })]))).toBe('empty');
  });

  it('never throws on changed bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (edits) => {
          const bytes = small.slice();
          for (const [at, value] of edits) bytes[at] = value;
          const result = await readJoplin(bytes, 'a.jex', readTools());
          expect(result.ok || result.reason).toBeTruthy();
          if (result.ok) expectSound(result.value.contents);
        },
      ),
      { numRuns: 60 },
    );
  });

  const folder = testDataFolder('notes/joplin');
  it.skipIf(folder === null)('comes in with the counts the list of test data gives', async () => {
    const { contents, report } = await read(readBytes(folder!, 'joplin_2024-04-29.jex'));
    expect(report.counts).toMatchObject({ notebooks: 3, documents: 5, tags: 5 });
    expect(report.losses.find((loss) => loss.what.includes('attached'))!.count).toBe(2);
    const tagged = contents.rows.tags!.find((tag) => tag.name === 'some_tag')!;
    expect(contents.rows.excerpts!.filter((row) => row.tags.includes(tagged.id))).toHaveLength(2);
    expect(contents.rows.links).toHaveLength(3);
    const clip = await read(readBytes(folder!, 'joplin_web-clip_3.jex'));
    expect(clip.contents.rows.documents).toHaveLength(1);
    expect(clip.contents.rows.documents![0]!.csl.URL).toContain('tuxedocomputers');
  });
});
