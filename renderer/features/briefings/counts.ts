/** How long a text is and how it is built. What was counted once is kept with its block, which never changes. */
import type { Node } from '@tiptap/pm/model';
import type { Heading } from '../../ui';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** Scripts written without spaces: two signs are about a word there. */
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** Words of a text. */
export function wordsIn(text: string): number {
  let joined = 0;
  const spaced = text.replace(NO_SPACES, () => {
    joined += 1;
    return ' ';
  });
  return (spaced.match(WORD)?.length ?? 0) + Math.ceil(joined / 2);
}

const counted = new WeakMap<Node, number>();

/** Words of a node: its own, those of its quotations, captions and footnotes. */
export function countWords(node: Node): number {
  const known = counted.get(node);
  if (known !== undefined) return known;
  let words = 0;
  if (node.type.name === 'quotation') words = wordsIn(node.attrs['text'] as string);
  else if (node.inlineContent) {
    let line = '';
    node.forEach((child) => {
      // A citation in the middle of a sentence parts no word from its comma.
      line += child.isText ? child.text! : child.type.name === 'citation' ? '' : ' ';
      if (child.inlineContent) words += countWords(child);
    });
    words += wordsIn(line);
  } else {
    node.forEach((child) => {
      words += countWords(child);
    });
  }
  counted.set(node, words);
  return words;
}

/** Words read in a minute. */
export const READING_SPEED = 200;

/** Whole minutes, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / READING_SPEED));

/** The headings that have words, in their order. Headings stand in tables and quotes too; those are no part of the plan. Each is `at` the position before it. */
export function outlineOf(doc: Node): Heading[] {
  const entries: Heading[] = [];
  doc.forEach((node, at) => {
    const words = node.type.name === 'heading' ? node.textContent.trim() : '';
    if (words !== '') entries.push({ level: node.attrs['level'] as number, words, at });
  });
  return entries;
}
