// STIX bundles as cases: the published files with their counts, our own exports again, and whatever else is thrown at it.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStix } from '@shared/interchange/stix/read';
import { writeStix } from '@shared/interchange/stix/write';
import { smallCase } from '../../../fixtures/bundles/make';
import { bytesOf, expectSound, readBytes, readTools, testDataFolder } from '../reading';
import { stixValidator } from './schemas';

const read = (text: string) => readStix(bytesOf(text), 'bundle.json', readTools());
const folder = testDataFolder('stix');

/** File to the counts of the list beside the files. */
const COUNTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'examples/indicator-for-c2-ip-address.json': { objects: 1, indicator: 1 },
  'examples/indicator-to-campaign-relationship.json': { objects: 3, campaign: 1, indicator: 1, relationship: 1 },
  'examples/indicators-for-C2-with-COA.json': {
    objects: 8,
    relationship: 3,
    indicator: 2,
    identity: 1,
    malware: 1,
    'course-of-action': 1,
  },
  'examples/interop-objectmarking-test.json': { objects: 1, campaign: 1 },
  'examples/poisonivy.json': {
    objects: 155,
    relationship: 90,
    malware: 25,
    indicator: 25,
    vulnerability: 6,
    campaign: 3,
    'attack-pattern': 3,
    identity: 1,
    'course-of-action': 1,
    report: 1,
  },
  'examples/doc_sighting-of-observed-data.json': {
    objects: 8,
    identity: 2,
    'observed-data': 2,
    malware: 1,
    file: 1,
    sighting: 1,
    'windows-registry-key': 1,
  },
  'examples/doc_threat-actor-leveraging-attack-patterns-and-malware.json': {
    objects: 7,
    relationship: 3,
    'threat-actor': 1,
    malware: 1,
    'attack-pattern': 1,
    identity: 1,
  },
  'examples/doc_using-marking-definitions.json': { objects: 4, 'marking-definition': 2, identity: 1, indicator: 1 },
  'opencti/sectors.json': { objects: 121, identity: 72, relationship: 49 },
  'opencti/bundle_with_internal_ids.json': { objects: 4, malware: 2, identity: 1, relationship: 1 },
  'opencti/bundle_ids_sample.json': {
    objects: 6,
    malware: 1,
    identity: 1,
    'marking-definition': 1,
    report: 1,
    relationship: 1,
    sighting: 1,
  },
  'opencti/mono-bundle-entity.json': { objects: 1, 'marking-definition': 1 },
  'opencti/mono-bundle-relationship.json': { objects: 1, relationship: 1 },
  'opencti/indicator_stix.json': { objects: 2, indicator: 2 },
  'validator/tool.json': { objects: 1, tool: 1 },
  'validator/identity.json': { objects: 1, identity: 1 },
  'tlp20/tlp-clear.json': { objects: 1, 'marking-definition': 1 },
};

describe.skipIf(folder === null)('published bundles (skipped where the test data is absent)', () => {
  it.each(Object.entries(COUNTS))('%s has its objects', async (name, counts) => {
    const back = await readStix(readBytes(folder!, name), name, readTools());
    if (!back.ok) throw new Error(back.reason);
    expect(back.value.report.counts).toMatchObject(counts);
    expectSound(back.value.contents);
  });

  it('all come in sound or are refused', async () => {
    for (const room of ['examples', 'opencti', 'tlp20', 'validator']) {
      for (const name of readdirSync(path.join(folder!, room))) {
        const back = await readStix(readBytes(folder!, room, name), name, readTools());
        expect(back.ok).toBe(!/invalid_(?:braces|comma)/.test(name));
        if (back.ok) expectSound(back.value.contents);
      }
    }
  });

  it('that are broken are refused or told of', async () => {
    for (const name of ['invalid_braces.json', 'invalid_comma.json'])
      expect(await readStix(readBytes(folder!, 'validator', name), name, readTools())).toMatchObject({
        reason: 'not-json',
      });
    const identity = await readStix(readBytes(folder!, 'validator/invalid_identity.json'), 'x', readTools());
    expect(identity.ok && identity.value.report.notices.join(' ')).toContain('“modified”');
    const object = JSON.parse(new TextDecoder().decode(readBytes(folder!, 'validator/invalid_identity.json')));
    expect(stixValidator()!(object)).toContain('modified');
  });

  it('make links of relations that have both ends, and labels of both versions of TLP', async () => {
    const back = await readStix(readBytes(folder!, 'examples/doc_using-marking-definitions.json'), 'x', readTools());
    const indicator = back.ok && back.value.contents.rows.documents!.find((one) => one.title.startsWith('Known'));
    expect(indicator).toMatchObject({ marking: 'TLP:AMBER' });
    const poison = await readStix(readBytes(folder!, 'examples/poisonivy.json'), 'x', readTools());
    expect(poison.ok && poison.value.report.counts['links']).toBe(90);
    const lone = await readStix(readBytes(folder!, 'opencti/mono-bundle-relationship.json'), 'x', readTools());
    expect(lone.ok && lone.value.report.losses[0]!.what).toContain('end that is not in the bundle');
  });
});

describe('our own bundle', () => {
  it('comes back with the excerpts’ words, notes, grades, days and labels', async () => {
    const back = await read((await writeStix(smallCase())).text);
    if (!back.ok) throw new Error(back.reason);
    expectSound(back.value.contents);
    const { documents, excerpts, links, tags } = back.value.contents.rows;
    const notes = documents!.filter((one) => one.title.startsWith('Excerpt of')).map((one) => one.id);
    const ours = excerpts!.filter((one) => notes.includes(one.documentId));
    expect(ours.map((one) => [one.quote, one.note, one.credibility, one.eventDate])).toEqual([
      ['three tankers left the basin', '', 2, null],
      ['the basin. A fourth & last one followed <slowly>', 'Edited.', null, '2024-11-03'],
    ]);
    expect(documents!.filter((one) => notes.includes(one.id)).map((one) => one.marking)).toEqual([
      'TLP:GREEN',
      'TLP:AMBER',
    ]);
    expect(links!.map((one) => [one.type, one.fromId, one.toId])).toEqual([['updates', ours[1]!.id, ours[0]!.id]]);
    expect(tags!.map((one) => one.name)).toContain('ships');
    expect(back.value.report.losses.map((one) => one.what).join(' ')).not.toContain('not in the bundle');
  });
});

describe('anything else', () => {
  it('is refused with a reason', async () => {
    expect(await read('')).toMatchObject({ reason: 'empty' });
    expect(await read('[1]')).toMatchObject({ reason: 'not-stix' });
    expect(await read('{"type":"Annotation","id":"x"}')).toMatchObject({ reason: 'not-stix' });
    expect(await read('{"type":"bundle","id":"bundle--1","objects":[]}')).toMatchObject({ reason: 'no-objects' });
    expect(await read(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).toMatchObject({ reason: 'too-deep' });
  });

  it('never throws and never makes an unsound case', async () => {
    const types = fc.constantFrom(
      'note',
      'identity',
      'relationship',
      'marking-definition',
      'location',
      'x',
      '__proto__',
    );
    const ids = fc.constantFrom('note--1', 'identity--2', 'location--3');
    const key = fc.constantFrom(
      'name',
      'content',
      'labels',
      'object_refs',
      'source_ref',
      'target_ref',
      'confidence',
      'extensions',
      'object_marking_refs',
      'created',
      '__proto__',
      'description',
      'external_references',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      ids,
      fc.array(fc.oneof(ids, fc.jsonValue({ maxDepth: 2 })), { maxLength: 3 }),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const object = fc.tuple(types, ids, fc.array(fc.tuple(key, value), { maxLength: 6 })).map(([type, id, more]) => {
      const fields = [['type', type], ['id', id], ...more];
      return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${JSON.stringify(inner) ?? 'null'}`).join(',')}}`;
    });
    await fc.assert(
      fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 5 }), async (objects) => {
        const back = await read(`{"type":"bundle","id":"bundle--1","objects":[${objects.join(',')}]}`);
        if (back.ok) expectSound(back.value.contents);
        expect(({} as Record<string, unknown>)['name']).toBeUndefined();
      }),
      { numRuns: 80 },
    );
  });
});
