/**
 * How long a passphrase holds against somebody who has the file and time. Loaded only where one is typed: the lists of
 * words people choose are large. Nothing of what is typed is kept, sent or logged.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export type StrengthWord = 'weak' | 'fair' | 'strong';

export interface Strength {
  readonly word: StrengthWord;
  /** What the word means, and what to do where it is not strong. Never quotes the passphrase. */
  readonly sentence: string;
}

/**
 * Powers of ten of guesses. At the work that `seal` asks for, a rack of machines tries some ten thousand a second:
 * 10^10 are two weeks, 10^14 three centuries.
 */
const FAIR = 10;
const STRONG = 14;
/** Longer ones are judged by their beginning; the time to judge grows faster than their length. */
const JUDGED = 100;

const SENTENCES: Readonly<Record<StrengthWord, string>> = {
  weak: 'Whoever has the file can guess it within days. Take five words that have nothing to do with each other.',
  fair: 'It holds against a person, not for long against a rack of machines. Another word or two makes it strong.',
  strong: 'Guessing it takes centuries. Tell it by another way than the file goes.',
};

let estimator: ZxcvbnFactory | null = null;

/**
 * The strength of a passphrase, by the guesses an attacker needs who tries likely ones first.
 * @param own words the attacker would try early: names of the case, the analyst, the recipient
 */
export function passphraseStrength(passphrase: string, own: readonly string[] = []): Strength {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = own.flatMap((name) => [name, ...name.split(/\s+/)]).filter((word) => word !== '');
  const { guessesLog10 } = estimator.check(passphrase.slice(0, JUDGED), words);
  const word = guessesLog10 >= STRONG ? 'strong' : guessesLog10 >= FAIR ? 'fair' : 'weak';
  return { word, sentence: SENTENCES[word] };
}
