/** Lines back to running text: what stands between two lines of a paragraph, and hyphens that were set at a line's end. */

const WORD = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;
/** First parts that keep their hyphen: `self-defence`, `well-known`. */
const KEEPS = new Set(['self', 'well', 'ex', 'all', 'half', 'vice', 'non', 'so', 'anti', 'semi', 'quasi']);
const NO_SPACE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]/u;

/** What the document's own lines show of its words: the evidence by which hyphens at line ends are judged. */
export interface Words {
  readonly known: ReadonlySet<string>;
  /** Written with a hyphen inside a line. */
  readonly hyphened: ReadonlySet<string>;
}

export function wordsOf(lines: Iterable<string>): Words {
  const known = new Set<string>();
  const hyphened = new Set<string>();
  let isCut = false;
  for (const line of lines) {
    // Halves of a word at the ends of lines are no words of their own.
    const whole = isCut ? line.replace(/^\S+/, '') : line;
    isCut = /[-\u2010]$/.test(line);
    for (const [word] of (isCut ? whole.replace(/\S+$/, '') : whole).matchAll(WORD)) {
      const plain = word.toLowerCase().replace(/\u2010/g, '-');
      if (plain.includes('-')) {
        hyphened.add(plain);
        for (const part of plain.split('-').slice(1, -1)) known.add(part);
      } else known.add(plain);
    }
  }
  return { known, hyphened };
}

/** Whether a hyphen between two halves of a word belongs to the word. */
function keepsHyphen(before: string, after: string, { known, hyphened }: Words): boolean {
  const [first, second] = [before.toLowerCase(), after.toLowerCase()];
  if (hyphened.has(`${first}-${second}`)) return true;
  if (known.has(first + second)) return false;
  if (KEEPS.has(first) || first.includes('-')) return true;
  // `JCPOA-` and `U.S.-` are no first halves of words, and capitals begin no second ones.
  if (!/^\p{Ll}/u.test(after) || /\p{Lu}$/u.test(before)) return true;
  return first.length >= 4 && second.length >= 4 && known.has(first) && known.has(second);
}

/** The two texts as one: with a space, without one, or without the hyphen that parted a word. */
export function joinLines(text: string, next: string, words: Words): string {
  if (text === '') return next;
  const end = text.at(-1)!;
  if (end === '\u00ad') return text.slice(0, -1) + next;
  // Only the last word can tell, however long the paragraph is already.
  const last = text.slice(text.lastIndexOf(' ') + 1);
  if (/https?:\/\/\S*[-/_=&?%#~.]$/.test(last) && /^[\p{Ll}\p{N}/?&=_%#-]/u.test(next)) return text + next;
  if (end === '-' || end === '\u2010') {
    const before = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)[-\u2010]$/u.exec(last)?.[1];
    const after = /^[\p{L}\p{M}]+/u.exec(next)?.[0];
    if (before && after) return keepsHyphen(before, after, words) ? text + next : text.slice(0, -1) + next;
    return /[\p{L}\p{N}][-\u2010]$/u.test(last) && /^[\p{L}\p{N}]/u.test(next) ? text + next : `${text} ${next}`;
  }
  if (NO_SPACE.test(end) && NO_SPACE.test(next[0]!)) return text + next;
  // A dash set close at a line's end stands close in the line.
  if ((end === '—' && last !== '—') || /^—\S/.test(next)) return text + next;
  return `${text} ${next}`;
}
