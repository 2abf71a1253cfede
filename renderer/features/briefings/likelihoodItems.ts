/** The case's words of likelihood and the levels of confidence, to be put into the text. */
import type { Editor } from '@tiptap/core';
import { CONFIDENCES, SCALES } from '@shared/model/estimative';
import type { ScaleId } from '@shared/model/estimative';
import type { MenuItems } from '../../ui';
import { insertConfidence, insertTerm } from './wordMarks';

const BASIS = {
  low: 'Fragmentary, uncorroborated, many assumptions',
  moderate: 'Credible, partly corroborated',
  high: 'Well corroborated, few assumptions',
} as const;

/** From the most likely down, as a ladder stands. */
export const likelihoodItems = (editor: Editor, scale: ScaleId): MenuItems[] => [
  {
    section: SCALES[scale].name,
    items: SCALES[scale].terms.toReversed().map((term) => ({
      id: term.id,
      label: term.words,
      detail: term.bandWords,
      onAction: () => insertTerm(editor, scale, term),
    })),
  },
  {
    section: 'Confidence: how good the basis is',
    items: CONFIDENCES.toReversed().map((level) => ({
      id: `confidence ${level}`,
      label: `${level} confidence`,
      detail: BASIS[level],
      onAction: () => insertConfidence(editor, level),
    })),
  },
];
