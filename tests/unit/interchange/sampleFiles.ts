/** The sample as it lies on disk, built once with fixed ids for the tests that look at it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSample, stableId } from '@shared/interchange/sample';
import type { Sample, SampleTools } from '@shared/interchange/sample';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, 'resources/sample');

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const tools: SampleTools = {
  newId: (key) => stableId(key, sha256),
  sha256,
  stamp: 'm3x1a2b3c00001-sampleacto',
  now: '2024-12-09T09:00:00.000Z',
};

/** The spec, fresh each time, so that a test may break its copy. */
export const readSpec = () => JSON.parse(readFileSync(path.join(folder, 'case.json'), 'utf8'));

export const files: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(path.join(folder, 'documents')).map((name) => [
    name,
    readFileSync(path.join(folder, 'documents', name), 'utf8'),
  ]),
);

export async function sample(): Promise<Sample> {
  const built = await buildSample(readSpec(), files, tools);
  if (!built.ok) throw new Error(`${built.reason} ${built.detail ?? ''}`);
  return built.value;
}

/** The text whose facts the sample retells, or null where it is not beside the repository. */
export function retoldDocument(): string | null {
  const testData = process.env['COLLATE_TESTDATA'];
  const places = [path.join(root, '../shared/data'), ...(testData ? [path.join(testData, '../data')] : [])];
  for (const place of places) {
    const name = existsSync(place) ? readdirSync(place).find((file) => file.startsWith('000_')) : undefined;
    if (name !== undefined) return readFileSync(path.join(place, name), 'utf8');
  }
  return null;
}
