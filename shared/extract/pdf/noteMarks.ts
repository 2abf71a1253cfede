/**
 * Marks of notes: a raised number is one where a note of that number stands on the page, and becomes `[3]`, which
 * readers show small and quotes leave out at their edges. Any other raised number, a power say, stays raised.
 */
import type { Draft } from './blocks';
import { plainGlyphs } from './glyphs';

const RAISED = /(?<=[\p{L}\p{P}\s]|^)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?!\p{L})/gu;
const LEADING = /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*/u;

const plain = (raised: string): string => plainGlyphs(raised).normalize('NFKC');

/** Gives the words of a line of a block with its marks, for the blocks of a document. */
export function noteMarksIn(drafts: readonly Draft[]): (text: string, page: number, draft: Draft) => string {
  const notes = new Set<string>();
  for (const { kind, lines } of drafts) {
    const number = kind === 'footnote' ? LEADING.exec(lines[0]!.line.text)?.[1] : undefined;
    if (number !== undefined) notes.add(`${lines[0]!.page} ${number}`);
  }
  return (text, page, draft) => {
    if (draft.kind === 'footnote' && draft.lines[0]!.line.text === text) {
      return text.replace(LEADING, (_, number: string) => `[${plain(number)}] `);
    }
    return text.replace(RAISED, (number) => (notes.has(`${page} ${number}`) ? `[${plain(number)}]` : number));
  };
}
