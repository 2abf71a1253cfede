// What the licence of the citation processor asks for stands in the list that the About window shows.
import path from 'node:path';
import { expect, test } from 'vitest';
import { sectionOf } from '../../../scripts/licences.mjs';

const folder = path.resolve(import.meta.dirname, '../../../node_modules/citeproc');

test('citeproc is listed under the licence taken, with its attribution, its source and its full text', () => {
  const { title, text } = sectionOf(folder);
  expect(title).toBe('## citeproc - 2.4.63 (CPAL-1.0)');
  expect(text).toContain(
    '(c) Frank Bennett\nciteproc-js implements the Citation Style Language\nhttps://citationstyles.org/',
  );
  expect(text).toContain('https://github.com/Juris-M/citeproc-js');
  expect(text).toContain('14. ADDITIONAL TERM: ATTRIBUTION');
  expect(text).toContain('EXHIBIT B. Attribution Information');
});
