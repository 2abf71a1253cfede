/** Ways to look for less, when nothing was found: each keeps most of what was typed. Pure. */

export interface Looser {
  readonly text: string;
  readonly why: string;
}

const QUOTED = /(^|\s)(-?)["“„«]([^"”“»]*)["”“»]?/gu;
const FIELD = /(?:^|\s)-?\p{L}+:(?:"[^"]*"|\S)+/gu;
const MINUS = /(?:^|\s)-(?=\S)(?:"[^"]*"|\S)+/gu;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Looser texts, the closest to what was typed first; none is the same as it or empty. */
export function looserTexts(text: string): Looser[] {
  const typed = tidy(text);
  const candidates: Looser[] = [
    { text: typed.replace(MINUS, ' '), why: 'without the words to leave out' },
    { text: typed.replace(QUOTED, '$1$2$3'), why: 'the words in any order' },
    { text: typed.replace(FIELD, ' '), why: 'everywhere' },
  ];
  const bare = tidy(typed.replace(FIELD, ' ').replace(MINUS, ' ').replace(QUOTED, '$1$3'));
  const words = bare.split(' ').filter(Boolean);
  if (words.length > 1) {
    for (let i = words.length - 1; i >= 0; i -= 1)
      candidates.push({ text: words.filter((_, at) => at !== i).join(' '), why: `without “${words[i]}”` });
  } else if ((words[0]?.length ?? 0) > 4) {
    candidates.push({ text: words[0]!.slice(0, -2), why: 'a shorter beginning' });
  }
  const met = new Set(['', typed]);
  return candidates
    .map((one) => ({ ...one, text: tidy(one.text) }))
    .filter((one) => {
      if (met.has(one.text)) return false;
      met.add(one.text);
      return true;
    });
}
