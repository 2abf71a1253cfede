/** Judgements in words: how likely, how sure, what came of them. */
import { CONFIDENCES, SCALES } from '@shared/model/estimative';
import type { ScaleId } from '@shared/model/estimative';
import { likelihoodOf, OUTCOMES } from '@shared/model/judgement';
import type { Judgement, JudgementChange, JudgementOutcome } from '@shared/model/judgement';

export const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** `very likely, 80–95 %`; a fact has no likelihood. */
export function likelihoodWords(judgement: Pick<Judgement, 'scale' | 'likelihood'>): string {
  const term = likelihoodOf(judgement);
  return term ? `${term.words}, ${term.bandWords}` : 'no likelihood';
}

export const OUTCOME_WORDS: Readonly<Record<JudgementOutcome, string>> = {
  open: 'Open',
  happened: 'Happened',
  'did not happen': 'Did not happen',
  'cannot be told': 'Cannot be told',
};

export const OUTCOME_OPTIONS = OUTCOMES.map((id) => ({ id, label: OUTCOME_WORDS[id] }));

export const CHANGE_WORDS: Readonly<Record<JudgementChange, string>> = {
  same: 'same as before',
  stronger: 'stronger than before',
  weaker: 'weaker than before',
  reversed: 'reversed',
};

export const NONE = 'none' as const;

/** The words of a scale with their bands, and one for a judgement that states a fact. */
export const likelihoodOptions = (scale: ScaleId) => [
  { id: NONE, label: 'None', detail: 'a fact, or not judged yet' },
  ...SCALES[scale].terms.map(({ id, words, bandWords }) => ({ id, label: capital(words), detail: bandWords })),
];

export const CONFIDENCE_OPTIONS = [
  { id: NONE, label: 'Not stated' },
  ...CONFIDENCES.map((id) => ({ id, label: capital(id) })),
];
