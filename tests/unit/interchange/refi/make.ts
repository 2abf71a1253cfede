// Projects for tests, all made here, and the test data that is read in place.
import { createHash } from 'node:crypto';
import type { BundleContents } from '@shared/bundle/contents';
import type { RefiReadTools } from '@shared/interchange/refi';
import { readRefi } from '@shared/interchange/refi';
import type { ConversionReport } from '@shared/interchange/report';
import { bytesOf, forgeZip } from '../../../fixtures/bundles/make';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';

/** Tools whose ids and time are the same at every run. */
export function makeTools(): RefiReadTools {
  let made = 0;
  return {
    ...bundleTools,
    newId: () => `0193b4a0-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`,
    now: () => Date.UTC(2026, 10, 26, 9),
    actor: 'importer00',
    marking: 'TLP:AMBER',
  };
}

/** A GUID that is the same for the same word. */
export function guid(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** A project's XML around what stands in it. */
export const projectXml = (inside: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Trial" ${attributes}>${inside}</Project>`;

/** A project file of a `.qde` and its sources. */
export const qdpx = (xml: string, sources: Readonly<Record<string, string>> = {}, name = 'project.qde'): Uint8Array =>
  forgeZip([
    { name, bytes: bytesOf(xml) },
    ...Object.entries(sources).map(([file, text]) => ({ name: file, bytes: bytesOf(text) })),
  ]);

/** What was read; fails the test where it was refused. */
export async function read(
  bytes: Uint8Array,
  fileName = 'trial.qdpx',
): Promise<{ contents: BundleContents; report: ConversionReport }> {
  const result = await readRefi(bytes, fileName, makeTools());
  if (!result.ok) throw new Error(`${result.reason} ${result.detail ?? ''}`);
  return result.value;
}

/** The reason a file was refused for; null where it was read. */
export async function refusalOf(bytes: Uint8Array, fileName = 'trial.qdpx'): Promise<string | null> {
  const result = await readRefi(bytes, fileName, makeTools());
  return result.ok ? null : result.reason;
}

/** How often a report says that something was lost, by words in the sentence. */
export const lost = (report: ConversionReport, words: string): number =>
  report.losses.filter(({ what }) => what.includes(words)).reduce((sum, { count }) => sum + count, 0);
