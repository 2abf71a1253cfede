/** The document and the test data that are read in place where they are; tests say so where they are not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const dataDir = path.join(root, '../shared/data');

/** The real document's text, or null where the folder is absent. */
export function realDocument(): string | null {
  const name = existsSync(dataDir) ? readdirSync(dataDir).find((file) => file.startsWith('000_')) : undefined;
  return name === undefined ? null : readFileSync(path.join(dataDir, name), 'utf8');
}

const testData = process.env['COLLATE_TESTDATA'] ?? path.join(root, '../shared/testdata');

/** Bytes of a file of the test data, or null where it is absent. */
export function testFile(name: string): Uint8Array | null {
  const file = path.join(testData, name);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
}
