// What the readers of other formats are given, and what every case they make has to be.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { checkExcerpts, checkMentions } from '@shared/bundle/contents';
import type { BundleContents } from '@shared/bundle/contents';
import { canonicalJson } from '@shared/bundle/canonicalJson';
import type { BundleTools } from '@shared/bundle/tools';
import type { MakingTools } from '@shared/interchange/making';
import { SCHEMAS } from '@shared/model/tables';
import type { TableName } from '@shared/model/tables';
import { idOf, sha256 } from '../../fixtures/bundles/make';

/** Ids that count up, a clock that stands. */
export function readTools(): MakingTools & Pick<BundleTools, 'decode'> {
  let next = 1000;
  return {
    newId: () => idOf((next += 1)),
    now: () => Date.UTC(2026, 0, 2),
    actor: 'reader0000',
    encode: (text) => new TextEncoder().encode(text),
    decode: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    sha256: async (bytes) => sha256(bytes),
    marking: 'TLP:GREEN',
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every row is as its schema wants, writes as canonical JSON, and points at what is there. */
export function expectSound(contents: BundleContents): void {
  expect(SCHEMAS.cases.safeParse(contents.case).error).toBeUndefined();
  const ids = new Set<string>();
  for (const [table, rows] of Object.entries(contents.rows)) {
    for (const row of rows) {
      expect(SCHEMAS[table as TableName].safeParse(row).error).toBeUndefined();
      expect(() => canonicalJson(row)).not.toThrow();
      ids.add(row.id);
    }
  }
  for (const { tags, sourceId } of contents.rows.excerpts ?? [])
    for (const id of [...tags, ...(sourceId ? [sourceId] : [])]) expect(ids).toContain(id);
  for (const { fromId, toId } of contents.rows.links ?? []) {
    expect(ids).toContain(fromId);
    expect(ids).toContain(toId);
  }
  expect(checkExcerpts(contents)).toEqual({ ok: true, value: null });
  expect(checkMentions(contents)).toEqual({ ok: true, value: null });
}

/** The folder of test files beside the repository; null where it is absent. */
export function testDataFolder(name: string): string | null {
  const root = process.env['COLLATE_TESTDATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/testdata');
  const folder = path.join(root, name);
  return existsSync(folder) ? folder : null;
}

export const readBytes = (...parts: string[]): Uint8Array => new Uint8Array(readFileSync(path.join(...parts)));
