import { expect, it } from 'vitest';
import { nextHypothesisCode } from '@shared/model/hypothesisCode';

it('gives the first code that is free', () => {
  expect(nextHypothesisCode([])).toBe('H1');
  expect(nextHypothesisCode(['H1', 'H3', 'Null'])).toBe('H2');
});
