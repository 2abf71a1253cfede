// Every format that can be both written and read gives a case back, and every reader refuses what is not its own.
import { describe, expect, it } from 'vitest';
import { FORMATS, formatOf } from '@shared/interchange/formats';
import { isAlive } from '@shared/model/record';
import { uuidv7 } from 'uuidv7';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { smallCase } from '../../fixtures/bundles/make';

const tools = {
  ...bundleTools,
  newId: uuidv7,
  now: () => Date.UTC(2026, 0, 1),
  actor: 'maker00000',
  marking: 'TLP:AMBER' as const,
};
const both = FORMATS.filter(({ read, write }) => read && write);
const quotes = new Set(
  smallCase()
    .rows.excerpts!.filter(isAlive)
    .map(({ quote }) => quote),
);

describe.each(both.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it('comes back with its words, and is the same file for the same case', async () => {
    const written = await format.write!(smallCase(), tools);
    expect((await format.write!(smallCase(), tools)).files).toEqual(written.files);
    const [first] = written.files;
    expect(formatOf(first!.name)?.id).toBe(id);
    const read = await format.read!(first!.bytes, first!.name, tools);
    expect(read.ok ? '' : read.sentence).toBe('');
    if (!read.ok || id === 'refi-codebook') return;
    const { rows, texts } = read.value.contents;
    const said = [...(rows.excerpts ?? []).map(({ quote }) => quote), ...texts.map(({ text }) => text)].join('\n');
    for (const quote of quotes) expect(said).toContain(quote);
  });
});

it('every reader refuses noise and emptiness in a sentence', async () => {
  for (const { read, extensions } of FORMATS) {
    if (!read) continue;
    for (const bytes of [new Uint8Array(), Uint8Array.of(0, 1, 2, 255, 254, 80, 75, 3, 4)]) {
      const answer = await read(bytes, `noise.${extensions[0]}`, tools);
      if (answer.ok) expect(answer.value.contents.rows.excerpts ?? []).toEqual([]);
      else expect(answer.sentence).toMatch(/Nothing was/);
    }
  }
});
