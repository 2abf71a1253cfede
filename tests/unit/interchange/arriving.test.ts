// What the analyst says of a file before it comes in holds for every record of it, whatever the format.
import { zipSync } from 'fflate';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { arrivingAs } from '@shared/interchange/arriving';
import type { ArrivalWishes } from '@shared/interchange/arriving';
import { FORMATS, formatOf } from '@shared/interchange/formats';
import type { Converted } from '@shared/interchange/formats';
import { effectiveMarking } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { bytesOf, smallCase } from '../../fixtures/bundles/make';

const toolsFor = (marking: Marking) => ({
  ...bundleTools,
  newId: uuidv7,
  now: () => Date.UTC(2026, 0, 1),
  actor: 'maker00000',
  marking,
});
const wishes = (more: Partial<ArrivalWishes> = {}): ArrivalWishes => ({
  marking: 'TLP:GREEN',
  keepLabels: true,
  source: '',
  author: '',
  ...more,
});

async function bringIn(name: string, bytes: Uint8Array, more: Partial<ArrivalWishes> = {}): Promise<Converted> {
  const all = wishes(more);
  const tools = toolsFor(all.marking);
  const read = await formatOf(name)!.read!(bytes, name, tools);
  if (!read.ok) throw new Error(read.sentence);
  return arrivingAs(read.value, all, tools);
}

/** Every label that a record bears, whether of its own or from its document. */
function labelsOf({ contents: { case: record, rows } }: Converted): Set<Marking> {
  const byId = new Map((rows.documents ?? []).map((one) => [one.id, one.marking]));
  return new Set([
    record.marking,
    ...byId.values(),
    ...(rows.excerpts ?? []).map((one) => effectiveMarking(one.marking, byId.get(one.documentId)!)),
    ...(rows.briefings ?? []).flatMap((one) => one.marking ?? []),
  ]);
}

const STIX = {
  type: 'bundle',
  id: 'bundle--0193b4a0-0000-4000-8000-000000000001',
  objects: [
    {
      type: 'report',
      spec_version: '2.1',
      id: 'report--0193b4a0-0000-4000-8000-000000000002',
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
      name: 'Quays',
      description: 'Three ships left.',
      published: '2026-01-01T00:00:00.000Z',
      object_refs: [],
    },
  ],
};
const ANNOTATION = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:0193b4a0-0000-4000-8000-000000000003',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'Why now?', purpose: 'commenting' },
  target: {
    source: 'https://example.org/quays',
    selector: { type: 'TextQuoteSelector', exact: 'Three ships left', prefix: '', suffix: ' at dawn' },
  },
};
/** Files as other programs write them, without any label. */
const BARE: Readonly<Record<string, Uint8Array>> = {
  'quays.stix.json': bytesOf(JSON.stringify(STIX)),
  'quays.jsonld': bytesOf(JSON.stringify(ANNOTATION)),
  'quays.csv': bytesOf('quote,document\nThree ships left,Quays\n'),
  'quays.ris': bytesOf('TY  - RPRT\nTI  - Quays\nN1  - Three ships left.\nER  - \n'),
  'quays.zip': zipSync({ 'Quays.md': bytesOf('# Quays\n\nThree ships left.\n') }),
};

describe.each(Object.entries(BARE))('%s', (name, bytes) => {
  it.each(['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER+STRICT', 'TLP:RED'] as const)(
    'comes in as %s, all of it',
    async (marking) => {
      for (const keepLabels of [true, false])
        expect([...labelsOf(await bringIn(name, bytes, { marking, keepLabels }))]).toEqual([marking]);
    },
  );

  it('has the source and the author that were said, where it names none', async () => {
    const { contents, report } = await bringIn(name, bytes, { source: ' Harbour office ', author: 'J. Pilot' });
    const named = new Map(contents.rows.sources!.map((one) => [one.id, one.name]));
    expect(contents.rows.documents!.length).toBeGreaterThan(0);
    for (const one of contents.rows.documents!) {
      expect(named.get(one.sourceId!)).toBe('Harbour office');
      expect(one.csl.author).toEqual([{ literal: 'J. Pilot' }]);
    }
    expect([...named.values()].filter((one) => one === 'Harbour office')).toHaveLength(1);
    expect(report.notices.join('\n')).toMatch(/no publisher for .*“Harbour office”[^]*no author for .*“J. Pilot”/);
    // Nothing said, nothing made.
    const plain = await bringIn(name, bytes);
    expect(plain.contents.rows.sources!.map((one) => one.name)).not.toContain('Harbour office');
  });
});

describe.each(FORMATS.filter(({ id, read, write }) => read && write && !['bundle', 'refi-codebook'].includes(id)))(
  'a case written as $id',
  (format) => {
    it('keeps its labels where they are to hold, and is raised where they are not', async () => {
      const { files } = await format.write!(smallCase(), bundleTools);
      const { name, bytes } = files[0]!;
      const kept = await bringIn(name, bytes, { marking: 'TLP:CLEAR' });
      expect([...labelsOf(kept)]).toContain('TLP:AMBER');
      const raised = await bringIn(name, bytes, { marking: 'TLP:RED', keepLabels: false });
      expect([...labelsOf(raised)]).toEqual(['TLP:RED']);
      expect(raised.report.notices.join('\n')).toMatch(/raised to it/);
      // A stricter label of the file is never lowered.
      const lowered = await bringIn(name, bytes, { marking: 'TLP:CLEAR', keepLabels: false });
      expect(labelsOf(lowered)).toEqual(labelsOf(kept));
    });
  },
);

it('leaves who is named, and takes the file’s own source of that name', async () => {
  const bytes = bytesOf('TY  - RPRT\nTI  - Quays\nAU  - Doe, J.\nPB  - Harbour office\nN1  - Three left.\nER  - \n');
  const { contents, report } = await bringIn('quays.ris', bytes, { source: 'HARBOUR OFFICE', author: 'Nobody' });
  expect(contents.rows.documents![0]!.csl.author).toEqual([{ family: 'Doe', given: 'J.' }]);
  expect(contents.rows.sources!.filter((one) => /harbour/i.test(one.name)).length).toBe(1);
  expect(report.notices.join('\n')).not.toContain('Nobody');
});
