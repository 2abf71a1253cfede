import { describe, expect, test } from 'vitest';
import { isEmptyFilter } from '@shared/query/filter';
import { dayNumber, readDays, readGrade, readHas, readKind, readMarking } from '@shared/query/values';

describe('values of field terms', () => {
  test('grades', () => {
    expect(readGrade('B2')).toEqual({ reliability: 'B', credibility: 2 });
    expect(readGrade('b')).toEqual({ reliability: 'B', credibility: undefined });
    expect(readGrade('6')).toEqual({ reliability: undefined, credibility: 6 });
    for (const wrong of ['', 'G', '7', 'B22', '2B']) expect(readGrade(wrong)).toBeUndefined();
  });

  test('markings', () => {
    expect(readMarking('red')).toBe('TLP:RED');
    expect(readMarking('tlp:amber+strict')).toBe('TLP:AMBER+STRICT');
    expect(readMarking('pink')).toBeUndefined();
  });

  test('days', () => {
    expect(readDays('2024-10')).toEqual({ from: '2024-10-01', to: '2024-10-31' });
    expect(readDays('2024-10..2024-11')).toEqual({ from: '2024-10-01', to: '2024-11-30' });
    expect(readDays('2024..')).toEqual({ from: '2024-01-01', to: '9999-12-31' });
    expect(readDays('..2024-11-04')).toEqual({ from: '', to: '2024-11-04' });
    for (const wrong of ['', '..', 'soon', '2024-13', '1..2..3']) expect(readDays(wrong)).toBeUndefined();
    expect(dayNumber('2024-11-04')).toBe(20_241_104);
    expect(dayNumber('')).toBe(0);
  });

  test('kinds and possessions', () => {
    expect(readKind('Excerpts')).toBe('excerpts');
    expect(readKind('hypothesis')).toBe('hypotheses');
    expect(readKind('doc')).toBe('documents');
    expect(readKind('cat')).toBeUndefined();
    expect(readHas('notes')).toBe('note');
    expect(readHas('wings')).toBeUndefined();
  });

  test('an empty filter', () => {
    expect(isEmptyFilter({})).toBe(true);
    expect(isEmptyFilter({ text: '  ', tagIds: [], tagMode: 'any' })).toBe(true);
    expect(isEmptyFilter({ hasNote: false })).toBe(false);
  });
});
