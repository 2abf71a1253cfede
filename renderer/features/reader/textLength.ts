/** How long a text is, as its header says it. */
import { counted } from '@shared/text/counted';

/** Words between white space. */
function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const white = unit <= 32 || unit === 160 || unit === 0x3000;
    if (!white && !inside) count += 1;
    inside = !white;
  }
  return count;
}

/** How long the text is. Words are counted where that takes no time. */
export const lengthOf = (text: string): string =>
  text.length <= 1_000_000
    ? counted(countWords(text), 'word')
    : `${(text.length / 1_000_000).toLocaleString(undefined, { maximumFractionDigits: 1 })} million characters`;
