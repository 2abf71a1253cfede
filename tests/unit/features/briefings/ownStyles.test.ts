// Styles an analyst brings: kept in the profile, refused with a reason, and asked for by their XML.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { styleRefusalSentence } from '@shared/briefing/styles/refusal';
import type { Processed } from '@shared/briefing/styles/processor';
import { no, yes } from '@shared/model/result';
import type { Platform } from '@shared/platform';
import {
  addOwnStyle,
  chosenStyle,
  readOwnStyles,
  removeOwnStyle,
} from '../../../../renderer/features/briefings/styles/ownStyles';
import { makeStyler } from '../../../../renderer/features/briefings/styles/styler';
import type { Styler, StyleWorkerLike } from '../../../../renderer/features/briefings/styles/styler';
import { writeSetting } from '../../../../renderer/store/registry';

const APA = readFileSync(path.resolve(import.meta.dirname, '../../../../resources/styles/apa.csl'), 'utf8');
const own = APA.replace('https://collate.example/styles/apa', 'https://example.org/own').replace(
  'APA (7th',
  'Own (7th',
);

const picking = (text: string, size = text.length) =>
  ({
    openFiles: async () => yes([{ name: 'own.csl', size, read: async () => yes(new TextEncoder().encode(text)) }]),
  }) as unknown as Platform;

const works: Styler = async () => ({ labels: [], list: [] });

beforeEach(() => writeSetting('styles.own', []));

test('a style is kept with its name and kind, once, and is asked for by its XML', async () => {
  expect(await addOwnStyle(picking(own), works)).toEqual(yes('https://example.org/own'));
  expect(await addOwnStyle(picking(own), works)).toEqual(yes('https://example.org/own'));
  const kept = await readOwnStyles();
  expect(kept).toEqual([{ id: 'https://example.org/own', name: 'Own (7th edition)', kind: 'author-date', xml: own }]);
  expect(chosenStyle('https://example.org/own', kept)).toEqual({
    name: { id: 'https://example.org/own', kind: 'author-date' },
    ask: { xml: own },
  });
  await removeOwnStyle('https://example.org/own');
  expect(await readOwnStyles()).toEqual([]);
});

test('a style that is not in this profile falls back to the default', () => {
  expect(chosenStyle('https://example.org/gone', [])).toEqual({
    name: { id: 'icd-206', kind: 'numeric' },
    ask: { id: 'icd-206' },
  });
  expect(chosenStyle('apa', []).ask).toEqual({ id: 'apa' });
});

test('what cannot be used is refused and nothing is kept', async () => {
  expect(await addOwnStyle(picking(own), async () => null)).toMatchObject({ ok: false, reason: 'style-broken' });
  const refused = await addOwnStyle(picking('<style'));
  expect(refused).toMatchObject({ ok: false, reason: 'style-not-xml' });
  expect(styleRefusalSentence('style-not-xml', 'line 1')).toContain('Nothing was added');
  expect(await addOwnStyle(picking(own, 2_000_000))).toMatchObject({ ok: false, reason: 'style-too-large' });
  expect(await addOwnStyle({ openFiles: async () => yes([]) } as unknown as Platform)).toEqual(no('cancelled'));
  expect(await readOwnStyles()).toEqual([]);
});

test('answers go to who asked, and nobody waits for a worker that fell over', async () => {
  const made: StyleWorkerLike[] = [];
  const start = (): StyleWorkerLike => {
    const worker: StyleWorkerLike = {
      postMessage: () => undefined,
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
    };
    made.push(worker);
    return worker;
  };
  const ask = makeStyler(start);
  const question = { style: { id: 'apa' }, language: 'en-GB', items: new Map(), groups: [] };
  const [first, second] = [ask(question), ask(question)];
  const answer: Processed = { labels: [], list: [] };
  made[0]!.onmessage!({ data: { number: 2, processed: answer } } as MessageEvent);
  expect(await second).toBe(answer);
  made[0]!.onerror!({} as ErrorEvent);
  expect(await first).toBeNull();
  void ask(question);
  expect(made.length).toBe(2);
});
