/** Random texts and random edits that know where each character of the old text went. */

/** A small generator of its own (mulberry32), so that a failing case can be played again from its seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = 'ka ro mi ten dul vor as pel in sho gra ut lem bay tor ne fi sul ham cor da wen li pra oth'.split(
  ' ',
);
const COMMON = 'the of and to in a that was on for with by from had said were at not it as its have been which'.split(
  ' ',
);

export interface Maker {
  readonly random: () => number;
  readonly word: () => string;
  readonly sentence: () => string;
  readonly paragraph: () => string;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly below: (limit: number) => number;
}

export function makerFrom(seed: number): Maker {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const names = Array.from({ length: 180 }, () => Array.from({ length: 2 + below(3) }, () => pick(SYLLABLES)).join(''));
  // Few words are used often and many seldom, as in a language.
  const word = (): string => (random() < 0.42 ? pick(COMMON) : names[Math.floor(names.length * random() ** 2.2)]!);
  const phrases = Array.from({ length: 6 }, () => Array.from({ length: 3 + below(4) }, word).join(' '));
  const sentence = (): string => {
    const words = Array.from({ length: 4 + below(16) }, word);
    if (random() < 0.25) words.splice(below(words.length), 0, pick(phrases));
    if (random() < 0.2) words.splice(below(words.length), 0, `"${word()} ${word()}"`);
    if (random() < 0.2) words.splice(below(words.length), 0, random() < 0.5 ? '-' : '–');
    if (random() < 0.2) words.splice(below(words.length), 0, String(below(3000)));
    const made = words.join(' ');
    return `${made[0]!.toUpperCase()}${made.slice(1)}.`;
  };
  const stock = Array.from({ length: 4 }, sentence);
  const paragraph = (): string =>
    Array.from({ length: 1 + below(6) }, () => (random() < 0.12 ? pick(stock) : sentence())).join(' ');
  return { random, word, sentence, paragraph, pick, below };
}

/** A character and the offset it had in the old text; -1 for one that was put in. */
interface Kept {
  readonly character: string;
  readonly from: number;
}

export type Edit = 'insert' | 'delete' | 'move' | 'replace' | 'typography' | 'rewrap' | 'repeat';
export const EDITS: readonly Edit[] = ['insert', 'delete', 'move', 'replace', 'typography', 'rewrap', 'repeat'];

const OTHER: Readonly<Record<string, readonly string[]>> = {
  '"': ['“', '”', '«', '»'],
  '-': ['–', '—'],
  '–': ['-', '—'],
  ' ': ['\n', '\u00a0'],
};

export interface Edited {
  readonly before: string;
  readonly after: string;
  /** Where the span stands in the new text if all its characters still stand there in a row; else null. */
  spanNow(start: number, end: number): { start: number; end: number } | null;
}

/** Edits a text `count` times. */
export function editText(before: string, maker: Maker, count: number, kinds: readonly Edit[] = EDITS): Edited {
  let text: Kept[] = Array.from({ length: before.length }, (_, from) => ({ character: before[from]!, from }));
  const fresh = (words: string): Kept[] => words.split('').map((character) => ({ character, from: -1 }));
  const { below, pick } = maker;
  const boundary = (at: number, wanted: string): number => {
    let here = at;
    while (here < text.length && text[here]!.character !== wanted) here += 1;
    return here;
  };
  for (let step = 0; step < count && text.length > 0; step += 1) {
    const at = below(text.length);
    switch (pick(kinds)) {
      case 'insert': {
        const here = boundary(at, ' ');
        const words = maker.random() < 0.5 ? maker.sentence() : `${maker.word()} ${maker.word()}`;
        text.splice(here, 0, ...fresh(` ${words}`));
        break;
      }
      case 'repeat': {
        // Words of the text come in again elsewhere, as a summary or a copied passage does.
        const from = boundary(below(text.length), ' ');
        const words = text
          .slice(from, from + 20 + below(200))
          .map((one) => one.character)
          .join('');
        text.splice(boundary(at, ' '), 0, ...fresh(words));
        break;
      }
      case 'delete':
        text.splice(at, 1 + below(maker.random() < 0.3 ? 400 : 30));
        break;
      case 'replace': {
        const start = boundary(at, ' ');
        const end = boundary(start + 1, ' ');
        text.splice(start, end - start, ...fresh(` ${maker.word()}`));
        break;
      }
      case 'move': {
        const start = boundary(at, '\n') + 1;
        const end = boundary(start, '\n') + 1;
        if (end > text.length) break;
        const moved = text.splice(start, end - start);
        const to = boundary(below(text.length), '\n') + 1;
        text.splice(Math.min(to, text.length), 0, ...moved);
        break;
      }
      case 'typography':
      case 'rewrap':
        text = text.map((one, index) => {
          const others = index >= at && index < at + 300 ? OTHER[one.character] : undefined;
          return others && maker.random() < 0.5 ? { ...one, character: pick(others) } : one;
        });
    }
  }
  const now = new Map<number, number>();
  text.forEach(({ from }, index) => {
    if (from >= 0) now.set(from, index);
  });
  return {
    before,
    after: text.map((one) => one.character).join(''),
    spanNow(start, end) {
      const first = now.get(start);
      if (first === undefined) return null;
      for (let i = 1; i < end - start; i += 1) if (now.get(start + i) !== first + i) return null;
      return { start: first, end: first + end - start };
    },
  };
}
