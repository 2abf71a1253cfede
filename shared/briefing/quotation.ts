/**
 * Whether a quotation is still the words of its excerpt. An editor may leave words out, which `…` or `[…]` marks, and
 * put words of their own in brackets; nothing else may change.
 */

/** A word or a sign that changes what is said, in the spelling that is compared. */
interface Token {
  readonly key: string;
  readonly word: string;
}

const BRACKETS = /\[([^[\]]*)\]/gu;
const OMISSION = /…|\.{3}/gu;
/** A capital or small letter changed in brackets, as in `[T]he`. */
const LETTER = /\[(\p{L})\](?=\p{L})/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.,\-‐‑][\p{L}\p{M}\p{N}]+)*|[%‰$€£¥°+<>=±−]/gu;

/** Signs that are written in several ways read as one; case counts, except where a letter was changed in brackets. */
const plain = (word: string): string => word.normalize('NFC').replace(/’/gu, "'").replace(/[‐‑]/gu, '-');

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].map((match) => ({ key: plain(match[0]), word: match[0] }));

/** A mark of the private use area stands for a gap while the text is taken apart, another for a letter changed. */
const GAP = '\uE000';
const CHANGED = '\uE001';

interface Piece {
  readonly tokens: readonly Token[];
  readonly loose: ReadonlySet<number>;
}

function piecesOf(quotation: string): Piece[] {
  const marked = quotation
    .replace(/[\uE000\uE001]/gu, ' ')
    .replace(LETTER, `${CHANGED}$1`)
    .replace(BRACKETS, ` ${GAP} `)
    .replace(OMISSION, ` ${GAP} `);
  return marked.split(GAP).map((part) => {
    const loose = new Set<number>();
    const tokens = tokensOf(part.replace(/\uE001/gu, ''));
    let before = 0;
    for (const [i, chunk] of part.split(CHANGED).entries()) {
      if (i > 0) loose.add(before);
      before += tokensOf(chunk).length;
    }
    return { tokens, loose };
  });
}

const same = (piece: Piece, i: number, there: Token): boolean => {
  const here = piece.tokens[i]!.key;
  return here === there.key || (piece.loose.has(i) && here.toLowerCase() === there.key.toLowerCase());
};

/** How many tokens of the piece stand in the quote from `at` on. */
function standing(piece: Piece, quote: readonly Token[], at: number): number {
  let i = 0;
  while (i < piece.tokens.length && at + i < quote.length && same(piece, i, quote[at + i]!)) i += 1;
  return i;
}

/**
 * The first word of the quotation that does not stand in the excerpt's quote where it should; null where all do. Words
 * left out at the end are told by the quote's own next word.
 */
export function departure(quotation: string, quote: string): string | null {
  const there = tokensOf(quote);
  const pieces = piecesOf(quotation);
  let at = 0;
  for (const [n, piece] of pieces.entries()) {
    const isLast = n === pieces.length - 1;
    const { length } = piece.tokens;
    if (length === 0) {
      if (isLast && n === 0 && there.length > 0) return there[0]!.word;
      continue;
    }
    if (n === 0) {
      const found = standing(piece, there, 0);
      if (found < length) return piece.tokens[found]!.word;
      at = length;
    } else {
      // What ends the quotation ends the quote; anything between stands as soon as it can.
      const from = isLast ? there.length - length : at;
      const to = isLast ? from : there.length - length;
      let best = 0;
      let place = -1;
      for (let start = Math.max(at, from); start <= to && place < 0; start += 1) {
        const found = standing(piece, there, start);
        best = Math.max(best, found);
        if (found === length) place = start;
      }
      if (place < 0) return piece.tokens[Math.min(best, length - 1)]!.word;
      at = place + length;
    }
  }
  const endsOpen = pieces.length > 1 && pieces.at(-1)!.tokens.length === 0;
  return endsOpen || at === there.length ? null : there[at]!.word;
}

/** Whether the quotation holds the excerpt's words in their order, with what is left out and put in marked as such. */
export const isFaithful = (quotation: string, quote: string): boolean =>
  quotation === quote || departure(quotation, quote) === null;
