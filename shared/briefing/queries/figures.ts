/** Who says how many: every figure of the excerpts, by what is counted, with who gives it and as of when. */
import type { BodyNode } from '../../model/briefing';
import type { Excerpt } from '../../model/excerpt';
import { withoutMarkers } from '../../text/markers';
import { quantitiesIn } from '../../text/quantities';
import type { Quantity } from '../../text/quantities';
import { byDate, cite, MOST_LINES, nothing, rest, sayer, table, text, whenWords } from './query';
import type { Query } from './query';

interface Figure {
  readonly excerpt: Excerpt;
  readonly quantity: Quantity;
  /** As the excerpt words it, the hedge with it. */
  readonly words: string;
}

export const figures: Query = (ground) => {
  const all = byDate(ground.excerpts).flatMap((excerpt) => {
    const document = ground.lookup.document(excerpt.documentId);
    const quote = withoutMarkers(excerpt.quote);
    return quantitiesIn(quote, document?.language || 'en').map((quantity): Figure => {
      const hedge = quantity.hedgeWords === '' ? '' : `${quantity.hedgeWords} `;
      return { excerpt, quantity, words: `${hedge}${quote.slice(quantity.start, quantity.end).trim()}` };
    });
  });
  if (all.length === 0) return nothing('No figure was found in the excerpts.');
  const shown = byCounted(all).slice(0, MOST_LINES);
  const rows = shown.map((figure): BodyNode[][] => [
    [text(countedWords(figure.quantity) || 'not told')],
    [text(figure.words), cite(figure.excerpt, ground)],
    [text(sayer(figure.excerpt, ground))],
    filled(whenWords(figure.excerpt, ground)),
  ]);
  return [...table(['What is counted', 'How many', 'Who says so', 'As of'], rows), ...rest(shown.length, all.length)];
};

const filled = (words: string): BodyNode[] => (words === '' ? [] : [text(words)]);

/** Korean counts with a word for the kind of thing, which runs on into the sentence. */
const COUNTERS: ReadonlyMap<string, string> = new Map([
  ['명', 'people'],
  ['발', 'rounds'],
  ['문', 'guns'],
  ['대', 'vehicles'],
  ['척', 'ships'],
]);
const HANGUL = /^\p{Script=Hangul}/u;
const MOST_WORDS = 4;

/** What is counted, in few words; else what it is measured in. */
function countedWords({ counted, unit }: Quantity): string {
  if (HANGUL.test(counted)) return COUNTERS.get(counted[0]!) ?? unit;
  const words = counted.split(' ').slice(0, MOST_WORDS).join(' ');
  return words === '' ? unit : words;
}

/** Those that count the same thing stand together, in the order in which each thing is first counted; untold ones last. */
function byCounted(all: readonly Figure[]): Figure[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of all) {
    const key = countedWords(figure.quantity);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  const untold = groups.get('') ?? [];
  groups.delete('');
  return [...[...groups.values()].sort((a, b) => b.length - a.length).flat(), ...untold];
}
