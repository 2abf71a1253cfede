// The processor against the test suite of the CSL project, read where it lies. The suite's own locales are not used: what
// counts is what comes out of the program.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputOf, readSuiteFile, wordsOf } from './suiteFile';

const testData = process.env['COLLATE_TESTDATA'] ?? path.resolve(import.meta.dirname, '../../../../../shared/testdata');
const folder = path.join(testData, 'csl/test-suite');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
const read = (name: string) => readSuiteFile(readFileSync(path.join(folder, name), 'utf8').replaceAll('\r', ''));

/** Files that do not come out as the suite has them, and why. */
const KNOWN: Readonly<Record<string, string>> = {
  'bugreports_ArabicLocale.txt': 'wants the Arabic locale; the program has English ones',
  'date_NegativeDateSort.txt':
    'wants 44BC as older locales wrote it; ours set the era apart, as the published ones do now',
};

describe.skipIf(names.length === 0)('the CSL test suite (skipped where COLLATE_TESTDATA has no csl/test-suite)', () => {
  it('comes out as wanted, but for the files that are known', () => {
    const differing = names.filter((name) => outputOf(read(name)) !== read(name).wanted);
    expect(differing).toEqual(Object.keys(KNOWN).filter((name) => names.includes(name)));
    if (names.length === 30) expect(names.length - differing.length).toBe(28);
  });

  it('has the same words as typed runs', () => {
    const inRuns = names.map((name) => [name, plain(wordsOf(read(name)))]);
    expect(inRuns).toEqual(names.map((name) => [name, plain(outputOf(read(name)))]));
  });
});

/** Words without the markup of the suite's format, and without white space, which the formats set differently. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&#38;', '&')
    .replace(/\s+/gu, '');
