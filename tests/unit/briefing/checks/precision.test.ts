/** Measures the rules that read sentences against labelled sets; the tables are in docs/briefing-checks.md. */
import { describe, expect, it } from 'vitest';
import { checkBriefing } from '@shared/briefing/checks';
import { MORE_SENTENCES } from '../../../fixtures/briefing/moreSentences';
import { SENTENCE_CASE, SENTENCE_RULES, SENTENCE_TAGS, SENTENCES } from '../../../fixtures/briefing/sentences';
import type { Labelled } from '../../../fixtures/briefing/sentences';
import { UNSEEN_SENTENCES } from '../../../fixtures/briefing/unseenSentences';
import { inputOf, section } from './build';

interface Score {
  found: number;
  wrong: number;
  missed: number;
}

const share = (part: number, rest: number): number => (part + rest === 0 ? 1 : part / (part + rest));
const precision = (score: Score): number => share(score.found, score.wrong);
const recall = (score: Score): number => share(score.found, score.missed);

function measure(set: readonly Labelled[]) {
  const scores = new Map<string, Score>(SENTENCE_RULES.map((rule) => [rule, { found: 0, wrong: 0, missed: 0 }]));
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const [sentence, ...labels] of set) {
    const input = inputOf(section('Assessment', sentence), { case: SENTENCE_CASE, tags: SENTENCE_TAGS });
    const open = [...labels];
    for (const { rule, words } of checkBriefing(input)) {
      const score = scores.get(rule);
      if (!score) continue;
      const at = open.findIndex(([wanted, part]) => wanted === rule && (words.includes(part) || part.includes(words)));
      if (at >= 0) open.splice(at, 1);
      else wrong.push(`${rule} “${words}” in: ${sentence}`);
      score[at >= 0 ? 'found' : 'wrong'] += 1;
    }
    for (const [rule, part] of open) {
      missed.push(`${rule} “${part}” in: ${sentence}`);
      scores.get(rule)!.missed += 1;
    }
  }
  const all: Score = { found: 0, wrong: 0, missed: 0 };
  for (const score of scores.values()) for (const key of ['found', 'wrong', 'missed'] as const) all[key] += score[key];
  return { scores, all, wrong, missed, clean: set.filter(([, ...labels]) => labels.length === 0).length };
}

const SETS = [
  {
    name: 'the sentences its rules were made with',
    set: [...SENTENCES, ...MORE_SENTENCES],
    precision: 0.95,
    recall: 0.92,
  },
  { name: 'sentences they were not made with', set: UNSEEN_SENTENCES, precision: 0.7, recall: 0.7 },
];

describe.each(SETS)('the check, measured on $name', ({ set, ...floor }) => {
  const { scores, all, wrong, missed, clean } = measure(set);

  it('stays quiet and finds most', () => {
    const line = ([rule, score]: [string, Score]): string =>
      `| ${rule} | ${score.found} | ${score.wrong} | ${score.missed} | ${precision(score).toFixed(2)} | ${recall(score).toFixed(2)} |`;
    console.log(
      `${set.length} sentences, ${clean} without a fault\n${[...scores, ['all', all] as [string, Score]].map(line).join('\n')}`,
    );
    console.log(['Found and not there:', ...wrong, 'There and not found:', ...missed].join('\n'));
    expect(precision(all)).toBeGreaterThanOrEqual(floor.precision);
    expect(recall(all)).toBeGreaterThanOrEqual(floor.recall);
  });

  it('has sentences without a fault in plenty', () => {
    expect(set.length).toBeGreaterThanOrEqual(60);
    expect(clean / set.length).toBeGreaterThanOrEqual(0.4);
  });
});
