/** The bag around the files (BagIt 1.0, RFC 8493): lists and checksums that any BagIt tool, or sha256sum, can verify. */
import { timeOf } from '../merge/clock';
import type { Case } from '../model/case';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { BAG_FILE, BAG_INFO_FILE, MANIFEST_FILE } from './names';
import type { BundleRefusal } from './refusals';

export const BAG_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A name and the SHA-256 of what is under it. */
export type Sums = ReadonlyMap<string, string>;

/** `bag-info.txt`. The date is the case's, so that the same case gives the same bytes. */
export function bagInfo(record: Case, octets: number, files: number): string {
  const day = new Date(timeOf(record.created)).toISOString().slice(0, 10);
  return [
    'Bag-Software-Agent: Collate',
    `Bagging-Date: ${day}`,
    `External-Identifier: urn:uuid:${record.id}`,
    `Payload-Oxum: ${octets}.${files}`,
    '',
  ].join('\n');
}

/** A manifest: a checksum, two spaces and a name on each line, in the order given. */
export const manifestText = (sums: Sums): string => Array.from(sums, ([name, sum]) => `${sum}  ${name}\n`).join('');

/** The lines of a manifest; null where a line is none or a name stands twice. */
export function readManifest(text: string): Sums | null {
  const sums = new Map<string, string>();
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    const match = /^([0-9A-Fa-f]{64})[ \t]+(\S+)$/.exec(line);
    if (!match || sums.has(match[2]!)) return null;
    sums.set(match[2]!, match[1]!.toLowerCase());
  }
  return sums;
}

/** Says whether the files under `data/` are those of the manifest, no more and no fewer. */
export function checkComplete(names: Iterable<string>, manifest: Sums): Result<null, BundleRefusal> {
  const here = new Set(names);
  for (const name of manifest.keys()) if (!name.startsWith('data/')) return no('zip-broken', MANIFEST_FILE);
  const missing = [...manifest.keys()].filter((name) => !here.has(name)).length;
  if (missing > 0) return no('files-missing', `${missing} of ${manifest.size}`);
  for (const name of here) if (name.startsWith('data/') && !manifest.has(name)) return no('file-unexpected', name);
  return yes(null);
}

/** Says whether the tag manifest lists what it must (RFC 8493 §2.2.1): the bag's other files but itself. */
export function checkTagManifest(tags: Sums, hasInfo: boolean): Result<null, BundleRefusal> {
  const wanted = [BAG_FILE, MANIFEST_FILE, ...(hasInfo ? [BAG_INFO_FILE] : [])];
  const missing = wanted.filter((name) => !tags.has(name)).length;
  if (missing > 0) return no('files-missing', `${missing} of ${wanted.length}`);
  for (const name of tags.keys()) if (!wanted.includes(name)) return no('file-unexpected', name);
  return yes(null);
}

/** Says whether `Payload-Oxum`, where it is given, is the size and number of the files under `data/`. */
export function checkOxum(info: string, octets: number, files: number): Result<null, BundleRefusal> {
  const said = [...info.matchAll(/^Payload-Oxum:[ \t]*(.*?)[ \t]*\r?$/gim)];
  const right = said.length === 0 || (said.length === 1 && said[0]![1] === `${octets}.${files}`);
  return right ? yes(null) : no('checksum-wrong', BAG_INFO_FILE);
}
