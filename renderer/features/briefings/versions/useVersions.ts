/** The versions of a briefing, the newest first. */
import { useMemo } from 'react';
import { linesOf, textOfLine } from '@shared/briefing/diffLines';
import { timeOf } from '@shared/merge/clock';
import type { BodyNode } from '@shared/model/briefing';
import type { BriefingVersion } from '@shared/model/briefingVersion';
import { momentWords } from '@shared/text/when';
import { useAllRows } from '../../../store/hooks';
import { wordsIn } from '../counts';

export function useVersions(briefingId: string): readonly BriefingVersion[] | undefined {
  const all = useAllRows('briefingVersions');
  return useMemo(
    () =>
      all &&
      [...all.values()].filter((one) => one.briefingId === briefingId).sort((a, b) => (a.created < b.created ? 1 : -1)),
    [all, briefingId],
  );
}

const counted = new WeakMap<BodyNode, number>();

/** How many words a text has. */
export function wordCount(body: BodyNode): number {
  const known = counted.get(body);
  if (known !== undefined) return known;
  const words = linesOf(body, () => '').reduce((sum, line) => sum + wordsIn(textOfLine(line)), 0);
  counted.set(body, words);
  return words;
}

/** When it was kept, in words and in ISO 8601. */
export function keptAt({ created }: Pick<BriefingVersion, 'created'>): { words: string; iso: string } {
  const at = new Date(timeOf(created));
  return { words: momentWords(at), iso: at.toISOString() };
}
