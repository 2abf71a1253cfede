import { describe, expect, it } from 'vitest';
import {
  bandFor,
  CONFIDENCES,
  confidenceSchema,
  SCALE_IDS,
  SCALES,
  scaleSchema,
  termById,
} from '@shared/model/estimative';

const idAt = (scale: 'icd203-1' | 'icd203-2' | 'phia', percent: number) => bandFor(scale, percent)?.id ?? null;

describe('estimative scales', () => {
  it('reads shared ends of ICD 203 as the beginning of the higher band, 99 as the end of the last', () => {
    const bands: [number, number][] = [
      [1, 0],
      [4.9, 0],
      [5, 1],
      [20, 2],
      [45, 3],
      [54.9, 3],
      [55, 4],
      [79, 4],
      [80, 5],
      [95, 6],
      [99, 6],
    ];
    for (const [percent, band] of bands) {
      expect(idAt('icd203-1', percent)).toBe(SCALES['icd203-1'].terms[band]!.id);
      expect(idAt('icd203-2', percent)).toBe(SCALES['icd203-2'].terms[band]!.id);
    }
  });

  it('has no term outside 1 to 99 percent', () => {
    for (const percent of [0, 0.5, 99.5, 100]) expect(bandFor('icd203-1', percent)).toBeNull();
  });

  it('never rounds a number in a gap of the Yardstick', () => {
    for (const percent of [0, 7, 22, 37, 50, 53, 77, 92, 100]) expect(bandFor('phia', percent)).toBeNull();
    expect([1, 5, 10, 20, 25, 40, 49, 55, 75, 80, 90, 95, 99.9].map((p) => idAt('phia', p))).toEqual([
      'remote-chance',
      'remote-chance',
      'highly-unlikely',
      'highly-unlikely',
      'unlikely',
      'realistic-possibility',
      'realistic-possibility',
      'likely',
      'likely',
      'highly-likely',
      'highly-likely',
      'almost-certain',
      'almost-certain',
    ]);
  });

  it('gives both rows of ICD 203 the same bands', () => {
    const bands = (scale: 'icd203-1' | 'icd203-2') => SCALES[scale].terms.map(({ id, low, high }) => [id, low, high]);
    expect(bands('icd203-1')).toEqual(bands('icd203-2'));
    expect(termById('icd203-1', 'very-likely')?.words).toBe('very likely');
    expect(termById('icd203-2', 'very-likely')?.words).toBe('highly probable');
    expect(termById('icd203-1', 'very-likely')?.bandWords).toBe('80–95 %');
    expect(termById('phia', 'very-likely')).toBeNull();
  });

  it('has schemas that take what the lists hold and nothing else', () => {
    for (const id of SCALE_IDS) expect(scaleSchema.parse(id)).toBe(id);
    for (const level of CONFIDENCES) expect(confidenceSchema.parse(level)).toBe(level);
    expect(scaleSchema.safeParse('icd203').success).toBe(false);
    expect(confidenceSchema.safeParse('medium').success).toBe(false);
  });
});
