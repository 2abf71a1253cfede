// A case as STIX 2.1: valid object by object, the same ids each time, none of them a record's.
import { describe, expect, it } from 'vitest';
import { uuid5 } from '@shared/interchange/stix/ids';
import { confidenceOf, credibilityOf } from '@shared/interchange/stix/markings';
import { writeStix } from '@shared/interchange/stix/write';
import { RECORD_TABLES } from '@shared/bundle/names';
import type { BundleContents } from '@shared/bundle/contents';
import { idOf, smallCase } from '../../../fixtures/bundles/make';
import { sample } from '../sampleFiles';
import { stixValidator } from './schemas';

interface Written {
  type: string;
  id: string;
  [key: string]: unknown;
}
const objectsOf = async (contents: BundleContents): Promise<Written[]> =>
  (JSON.parse((await writeStix(contents)).text) as { objects: Written[] }).objects;

async function sampleContents(): Promise<BundleContents> {
  const { records, texts } = await sample();
  const rows = Object.fromEntries(RECORD_TABLES.map((table) => [table, (records as never)[table] ?? []]));
  return { case: records.cases[0]!, rows, texts, originals: [] };
}

const validate = stixValidator();

describe('a STIX bundle', () => {
  it.skipIf(validate === null).each([
    ['small', () => Promise.resolve(smallCase())],
    ['sample', sampleContents],
  ] as const)(
    'of the %s case is valid object by object (skipped without the OASIS schemas)',
    async (_name, contents) => {
      const objects = await objectsOf(await contents());
      expect(objects.length).toBeGreaterThan(8);
      expect(objects.map((object) => validate!(object)).filter((fault) => fault !== null)).toEqual([]);
    },
  );

  it('names only what is in it, each id once, by UUIDs of version 5', async () => {
    const objects = await objectsOf(await sampleContents());
    const ids = new Set(objects.map((object) => object.id));
    expect(ids.size).toBe(objects.length);
    for (const object of objects) {
      for (const [key, value] of Object.entries(object)) {
        if (key.endsWith('_ref')) expect(ids).toContain(value);
        if (key.endsWith('_refs')) for (const id of value as string[]) expect(ids).toContain(id);
      }
      if (object.type !== 'marking-definition')
        expect(object.id).toMatch(/--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('is the same each time, and gives no record’s id away', async () => {
    const { text } = await writeStix(smallCase());
    expect((await writeStix(smallCase())).text).toBe(text);
    for (const number of [1, 2, 3, 4, 10, 11, 20, 30]) expect(text).not.toContain(idOf(number));
    const contents = await sampleContents();
    const whole = (await writeStix(contents)).text;
    for (const row of Object.values(contents.rows).flat()) expect(whole).not.toContain(row.id);
  });

  it('marks and grades as the standards say', async () => {
    const notes = (await objectsOf(smallCase())).filter((object) => object.type === 'note');
    expect(notes.map((note) => note['confidence'])).toEqual([70, undefined]);
    expect(notes.map((note) => note['object_marking_refs'])).toEqual([
      ['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'],
      ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    ]);
    expect(notes[0]!['labels']).toContain('admiralty-scale:source-reliability="b"');
    expect(([1, 2, 3, 4, 5, 6] as const).map(confidenceOf)).toEqual([90, 70, 50, 30, 10, null]);
    expect([100, 80, 79, 60, 59, 40, 39, 20, 19, 0, undefined].map(credibilityOf)).toEqual([
      1,
      1,
      2,
      2,
      3,
      3,
      4,
      4,
      5,
      5,
      null,
    ]);
  });

  it('tells what it has no place for', async () => {
    const { report } = await writeStix(smallCase());
    expect(report.counts).toMatchObject({ note: 2, report: 1, relationship: 1, grouping: 1 });
    expect(report.losses.map((loss) => loss.what)).toContain('An original file has no place.');
  });
});

describe('ids', () => {
  it('differ with the name and never with the time', () => {
    expect(uuid5('a')).toBe(uuid5('a'));
    expect(uuid5('a')).not.toBe(uuid5('b'));
  });
});
