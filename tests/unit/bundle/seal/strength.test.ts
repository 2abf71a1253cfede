// How strong a passphrase is said to be: what people choose is weak, unrelated words are strong, nothing is quoted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '@shared/bundle/seal/strength';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'weak'],
    ['password', 'weak'],
    ['qwertyuiop', 'weak'],
    ['19840612', 'weak'],
    ['Passw0rd2024', 'weak'],
    ['xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'weak'],
    ['qk3xvw8zt1', 'fair'],
    ['gannet oxide parsley tundra violin', 'strong'],
    ['갈매기 산화물 파슬리 툰드라 바이올린', 'strong'],
  ])('%j is %s', (passphrase, word) => {
    expect(passphraseStrength(passphrase).word).toBe(word);
  });

  it('counts the names that are known of the case as no secret', () => {
    const passphrase = 'Operation Vosterholm';
    expect(passphraseStrength(passphrase).word).not.toBe('weak');
    expect(passphraseStrength(passphrase, ['Operation Vosterholm']).word).toBe('weak');
  });

  it('says one of three sentences, whatever is typed and however long', () => {
    const sentences = new Set<string>();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 400 }), (text, times) => {
        const { sentence } = passphraseStrength(text.repeat(times));
        sentences.add(sentence);
        return sentences.size <= 3;
      }),
      { numRuns: 40 },
    );
    expect(sentences.size).toBeGreaterThan(0);
  });
});
