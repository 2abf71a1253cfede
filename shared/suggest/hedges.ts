/**
 * Words that say a statement rests on somebody's word, or is not held for certain. Modal verbs are left out: "may" and
 * "could" allow and enable as often as they doubt. So are the words that soften a number; they belong to the figure.
 */
import type { HedgeSuggestion } from './suggestion';

type Sense = HedgeSuggestion['sense'];

const ENGLISH: readonly (readonly [Sense, string])[] = [
  [
    'said',
    'allegedly|alleged|reportedly|supposedly|purportedly|purported|ostensibly|unconfirmed|unverified|rumou?red|' +
      '(?:is|are|was|were) (?:said|believed|thought|reported|rumou?red|alleged|understood|assessed|estimated|suspected) to|' +
      'it (?:is|was|has been) (?:said|believed|thought|reported|alleged|estimated|assessed|suspected)(?= that)|' +
      'reports? (?:suggest|suggests|suggested|suggesting|indicate|indicates|indicated|indicating|claim|claimed|claiming)|' +
      '(?:claim|claims|claimed|claiming|alleges|asserted|asserts)(?= (?:that|to|its|his|her|their|the)\\b)',
  ],
  [
    'unsure',
    'apparently|presumably|possibly|probably|perhaps|seemingly|potentially|likely|unlikely|suspected|' +
      '(?:appear|appears|appeared|seem|seems|seemed)(?= to\\b| that\\b)|it is unclear|(?:is|are|was|were|remains?) unclear|uncertain',
  ],
];
const ELSEWHERE: readonly (readonly [Sense, string])[] = [
  ['said', 'якобы|нібито|предположительно|ймовірно|вроде бы|утверждается|стверджується|по неподтверждённым данным'],
  ['unsure', 'возможно|вероятно|по-видимому|очевидно|можливо|мабуть|імовірно|напевно'],
];
const KOREAN: readonly (readonly [Sense, string])[] = [
  ['said', '것으로 알려졌|것으로 전해졌|이른바|알려진|전해진'],
  ['unsure', '것으로 보인|것으로 추정|추정된|추정되|가능성이|아마'],
];

const compiled = [
  ...ENGLISH.map(([sense, words]) => [sense, new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}-])`, 'giu')] as const),
  ...ELSEWHERE.map(([sense, words]) => [sense, new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu')] as const),
  ...KOREAN.map(([sense, words]) => [sense, new RegExp(words, 'gu')] as const),
];

/** "the most likely route" and "as likely as not" compare; "claimed its first victim" and "the claim of" tell nothing. */
const IDLE_BEFORE = /(?:\bmore|\bless|\bmost|\bequally|\bso|\bas)\s$/iu;

/** The hedges of a text, in order; none overlap. */
export function hedgesIn(text: string): HedgeSuggestion[] {
  const found: HedgeSuggestion[] = [];
  for (const [sense, pattern] of compiled) {
    for (const match of text.matchAll(pattern)) {
      const words = match[0].trimEnd();
      const [start, end] = [match.index, match.index + words.length];
      if (/^likely$/iu.test(words) && IDLE_BEFORE.test(text.slice(Math.max(0, start - 10), start))) continue;
      if (found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ kind: 'hedge', start, end, sense });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
