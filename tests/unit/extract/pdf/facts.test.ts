import { expect, test } from 'vitest';
import { factsOf } from '@shared/extract/pdf/facts';

const said = { title: '', author: '', created: '', language: '' };

test('a title that a program made up is none', () => {
  for (const title of [
    'Microsoft Word - draft 3.doc',
    'Microsoft Office Outlook - Memo Style',
    'untitled',
    'report.indd',
    'Slide 1',
    'A1B2C3',
  ]) {
    expect(factsOf({ ...said, title }, '').title).toBe('');
  }
  expect(factsOf({ ...said, title: ' Arms  transfers in 2024 ' }, '').title).toBe('Arms transfers in 2024');
});

test('authors come apart, and user names are no authors', () => {
  expect(factsOf({ ...said, author: 'Paul K. Kerr; Yawney, John' }, '').csl.author).toEqual([
    { family: 'Kerr', given: 'Paul K.' },
    { family: 'Yawney', given: 'John' },
  ]);
  expect(factsOf({ ...said, author: 'Congressional Research Service of the Library' }, '').csl.author).toEqual([
    { literal: 'Congressional Research Service of the Library' },
  ]);
  const office = 'U.S. Government Accountability Office, http://www.gao.gov';
  expect(factsOf({ ...said, author: office }, '').csl.author).toEqual([
    { literal: 'U.S. Government Accountability Office' },
  ]);
  for (const author of ['admin', 'user1', 'Microsoft Office User', 'a@b.example']) {
    expect(factsOf({ ...said, author }, '').csl.author).toBeUndefined();
  }
});

test('the day it was made counts where the text names its year', () => {
  const created = "D:20260413141325-04'00'";
  expect(factsOf({ ...said, created }, 'Updated April 9, 2026').csl.issued).toEqual({ 'date-parts': [[2026, 4, 13]] });
  expect(factsOf({ ...said, created }, 'A report of 1987').csl.issued).toBeUndefined();
});

test('a language is believed where the letters are of its script', () => {
  expect(factsOf({ ...said, language: 'en-US' }, 'Words in English').language).toBe('en-US');
  expect(factsOf({ ...said, language: 'en-US' }, 'Слова українською').language).toBe('');
  expect(factsOf({ ...said, language: 'nl-NL' }, 'The list of the goods and of the ships').language).toBe('');
  expect(factsOf({ ...said, language: 'nl-NL' }, 'De lijst van de goederen en de schepen').language).toBe('nl-NL');
  expect(factsOf({ ...said, language: 'not a tag!' }, 'Words').language).toBe('');
});
