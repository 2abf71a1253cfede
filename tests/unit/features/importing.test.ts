// One import: what is known already, how it is told, and what a record may hold of what a file says of itself.
import { describe, expect, it } from 'vitest';
import { plausibleCsl, publishersOf } from '@shared/model/arriving';
import type { CslItem } from '@shared/model/csl';
import type { Document } from '@shared/model/document';
import type { Source } from '@shared/model/source';
import { cslDateOfEntry, dateEntryOf } from '../../../renderer/features/library/details/dates';
import { TYPE_ORDER, fieldsFor, withFields } from '../../../renderer/features/library/details/fields';
import { knownOf } from '../../../renderer/features/library/importing/known';
import { outcomeText, outcomeWords } from '../../../renderer/features/library/importing/outcome';
import { CSL_TYPES } from '@shared/model/csl';

describe('what is here already', () => {
  it('is told by the file and by the text, in any version, and of this import too', () => {
    const known = knownOf([
      {
        id: 'a',
        title: 'A',
        versions: [
          { originalId: 'f1', textId: 't1' },
          { originalId: null, textId: 't2' },
        ],
      },
    ] as unknown as Document[]);
    known.add({ id: 'b', title: 'B', originalId: 'f2', textId: 't1' });
    expect(known.file('f1')).toEqual({ same: 'file', documentId: 'a', title: 'A' });
    expect(known.text('t2')).toEqual({ same: 'text', documentId: 'a', title: 'A' });
    expect(known.file('f2')?.documentId).toBe('b');
    expect(known.text('t1')?.documentId).toBe('a');
    expect(known.file('f3')).toBeUndefined();
  });
});

describe('the report', () => {
  const twin = { name: 'b.txt', same: 'text', title: 'A', documentId: 'a' } as const;
  const failed = { name: 'c.pdf', sentence: '“c.pdf” is damaged.' };
  const came = { name: 'a.txt', title: 'A', documentId: 'a', notices: ['Guessed.'] };

  it('counts in words', () => {
    expect(outcomeWords({ cameIn: [came], hereAlready: [], didNot: [] })).toBe('1 document came in.');
    expect(outcomeWords({ cameIn: [], hereAlready: [twin], didNot: [failed] })).toBe(
      'Nothing came in; 1 was here already, 1 could not be read.',
    );
  });

  it('is copied whole', () => {
    const text = outcomeText({ cameIn: [came], hereAlready: [twin], didNot: [failed] });
    for (const words of ['c.pdf\t“c.pdf” is damaged.', 'b.txt\tthe same text as “A”', 'a.txt\tA\tGuessed.'])
      expect(text).toContain(words);
  });
});

describe('what a file says of itself', () => {
  it('is taken as far as a record can hold it', () => {
    const said = { publisher: 'NIS', number: 'x'.repeat(101), issued: { 'date-parts': [] }, URL: '', genre: 'cable' };
    expect(plausibleCsl(said as unknown as Partial<CslItem>)).toEqual({ publisher: 'NIS', genre: 'cable' });
  });

  it('finds its publisher by name or alias', () => {
    const of = publishersOf([{ id: 's', name: 'The Daily', aliases: ['Daily Mirror'] }] as unknown as Source[]);
    expect(of({ 'container-title': ' daily  mirror ' })).toBe('s');
    expect(of({ publisher: 'Weekly' })).toBeNull();
    expect(of({})).toBeNull();
  });
});

describe('the bibliographic form', () => {
  it('has fields for every type, each once, and hides none that has a value', () => {
    expect([...TYPE_ORDER].sort()).toEqual([...CSL_TYPES].sort());
    for (const type of CSL_TYPES) {
      const names = fieldsFor({ type, page: '3', number: '4', genre: 'x' }).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(['page', 'number', 'genre']));
    }
  });

  it('takes a field away with its words', () => {
    expect(withFields({ type: 'report', number: '1', genre: 'g' }, { number: '', genre: undefined })).toEqual({
      type: 'report',
    });
  });

  it('reads dates as people write them, and shows what it keeps', () => {
    expect(cslDateOfEntry('4 Nov 2024')).toEqual({ 'date-parts': [[2024, 11, 4]] });
    expect(cslDateOfEntry('2024-11')).toEqual({ 'date-parts': [[2024, 11]] });
    expect(dateEntryOf(cslDateOfEntry('25–31 October 2024')!)).toBe('2024-10-25/2024-10-31');
    expect(cslDateOfEntry('soon')).toBeNull();
    expect(dateEntryOf(undefined)).toBe('');
  });
});
