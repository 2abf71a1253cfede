/** Measures the suggestions against labelled passages of real documents; the tables are in docs/suggestions.md. */
import { describe, expect, it } from 'vitest';
import { suggest } from '@shared/suggest/suggest';
import { SUGGESTION_KINDS } from '@shared/suggest/suggestion';
import type { Suggestion, SuggestionKind } from '@shared/suggest/suggestion';
import { PASSAGES } from './labelled';
import type { Label, Passage } from './labelled';

interface Score {
  found: number;
  wrong: number;
  missed: number;
}

const share = (part: number, rest: number): number => (part + rest === 0 ? 1 : part / (part + rest));
const precision = (score: Score): number => share(score.found, score.wrong);
const recall = (score: Score): number => share(score.found, score.missed);

const plain = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');

/** The right words, and the right thing made of them. */
function agrees(found: Suggestion, label: Label): boolean {
  if (found.start >= label.end || label.start >= found.end) return false;
  if (found.kind === 'date' && label.kind === 'date') return found.value === label.value;
  if (found.kind === 'figure' && label.kind === 'figure')
    return (['value', 'high', 'unit'] as const).every((part) => found.value[part] === label.value[part]);
  if (found.kind === 'name' && label.kind === 'name') {
    const shared = Math.min(found.end, label.end) - Math.max(found.start, label.start);
    return found.nameKind === label.nameKind && shared * 2 > Math.max(label.end - label.start, found.end - found.start);
  }
  if (found.kind === 'attribution' && label.kind === 'attribution')
    return label.who === '' ? found.who === '' : found.who !== '' && plain(found.who).includes(plain(label.who));
  return found.kind === 'hedge' && label.kind === 'hedge';
}

function measure(passages: readonly Passage[]) {
  const scores = new Map<SuggestionKind, Score>(
    SUGGESTION_KINDS.map((kind) => [kind, { found: 0, wrong: 0, missed: 0 }]),
  );
  const figureParts = { counted: 0, hedge: 0 };
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const { name, text, documentDate, labels } of passages) {
    if (text === null) continue;
    const open = [...labels];
    for (const one of suggest(text, { language: 'en', documentDate, tags: [], sources: [] })) {
      const at = open.findIndex((label) => label.kind === one.kind && agrees(one, label));
      scores.get(one.kind)![at >= 0 ? 'found' : 'wrong'] += 1;
      if (at < 0) {
        const { kind, start, end, ...rest } = one;
        wrong.push(`${name} ${kind} “${text.slice(start, end)}” ${JSON.stringify(rest)}`);
        continue;
      }
      const [label] = open.splice(at, 1);
      if (label?.kind !== 'figure' || one.kind !== 'figure') continue;
      if (plain(one.value.counted) === plain(label.value.counted)) figureParts.counted += 1;
      else wrong.push(`${name} counted “${one.value.counted}” for “${label.value.counted}”`);
      if (one.value.hedge === label.value.hedge) figureParts.hedge += 1;
      else wrong.push(`${name} hedge “${one.value.hedge}” for “${label.value.hedge}”`);
    }
    for (const label of open) {
      scores.get(label.kind)!.missed += 1;
      missed.push(`${name} ${label.kind} “${label.quote}” at ${label.start}`);
    }
  }
  return { scores, figureParts, wrong, missed };
}

const SETS = [
  {
    title: 'passages the rules were mended with',
    passages: PASSAGES.filter(({ seen }) => seen),
    floors: {
      date: [0.95, 0.95],
      figure: [0.95, 0.95],
      name: [0.95, 0.9],
      attribution: [0.95, 0.95],
      hedge: [0.95, 0.95],
    },
  },
  {
    title: 'passages they were not made with',
    passages: PASSAGES.filter(({ seen }) => !seen),
    floors: { date: [0.8, 0.9], figure: [0.9, 0.9], name: [0.8, 0.85], attribution: [0.85, 0.8], hedge: [0.9, 0.9] },
  },
] as const;

describe.each(SETS)('suggestions, measured on $title', ({ title, passages, floors }) => {
  const present = passages.filter(({ text }) => text !== null);
  if (present.length < passages.length)
    console.log(
      `Skipped, not on this machine: ${passages
        .filter((one) => !present.includes(one))
        .map((one) => one.name)
        .join(', ')}`,
    );

  it.runIf(present.length > 0)('has its labels where their words stand', () => {
    for (const { text, labels } of present)
      for (const { start, quote } of labels) expect(text!.slice(start)).toMatch(startOf(quote));
  });

  it.runIf(present.length === passages.length)('finds most and little beside', () => {
    const { scores, figureParts, wrong, missed } = measure(passages);
    const line = ([kind, score]: [string, Score]): string =>
      `| ${kind} | ${score.found} | ${score.wrong} | ${score.missed} | ${precision(score).toFixed(2)} | ${recall(score).toFixed(2)} |`;
    const figures = scores.get('figure')!.found;
    console.log([title, ...[...scores].map(line)].join('\n'));
    console.log(
      `Of ${figures} figures found, what is counted is right in ${figureParts.counted}, the hedge in ${figureParts.hedge}.`,
    );
    console.log(['Found and not there:', ...wrong, 'There and not found:', ...missed].join('\n'));
    for (const [kind, score] of scores) {
      expect(precision(score), `precision of ${kind}`).toBeGreaterThanOrEqual(floors[kind][0]);
      expect(recall(score), `recall of ${kind}`).toBeGreaterThanOrEqual(floors[kind][1]);
    }
  });
});

/** A long quote is kept by its first words. */
function startOf(quote: string): RegExp {
  const words = quote.replace(/ …$/, '').split(/\s+/);
  return new RegExp(`^${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')}`);
}
