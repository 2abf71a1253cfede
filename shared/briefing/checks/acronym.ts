/** An acronym used before it was spelled out. */
import { atSpan } from './context';
import type { CheckContext, Rule } from './context';
import { isProse } from './sections';
import { rangeOf } from './text';

/** Known to everybody who reads briefings. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'US USA UK UN EU NATO TLP AM PM GMT UTC CEO GDP OK TV ID IT AI UAE USSR DNA PDF URL WWW ISO BC AD HIV COVID WHO UNESCO UNICEF OPEC IMF ' +
    'BBC CNN MV MS SS HMS USS FBI CIA KGB SMS GPS VIP NGO PC ATM CO KM KG MM CM SE NE NW SW RED AMBER STRICT GREEN CLEAR BLUF NB PS ' +
    'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC MON TUE WED THU FRI SAT SUN'
  ).split(' '),
);
const LONGEST = 6;
const ROMAN = /^[IVXLC]+$/u;
const ACRONYM = /(?<![\p{L}\p{N}:\-–/.&@])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}\-–/&]|\.\p{Lu}))/gu;

export const acronym: Rule = {
  title: 'Acronyms are spelled out at first use',
  standard: 'ICD 208',
  *find(context) {
    if (!context.isEnglish) return;
    const met = new Set(context.hypotheses.map((one) => one.code));
    for (const block of context.note.blocks) {
      if (!isProse(block) || block.kind === 'caption') continue;
      for (const match of block.own.matchAll(ACRONYM)) {
        const [word] = match;
        if (met.has(word) || KNOWN.has(word) || ROMAN.test(word)) continue;
        met.add(word);
        const [start, end] = [match.index, match.index + word.length];
        if (isSpelledOut(block.text, start, end) || isShouted(block.text, start, end)) continue;
        const sentence = block.sentences.find((one) => one.start <= start && start < one.end) ?? null;
        const meant = meaningOf(context, word);
        yield atSpan(block, sentence, start, end, {
          severity: 'advice',
          about: word,
          sentence: `“${word}” is not spelled out where it is first used.`,
          ...(meant && {
            fix: {
              kind: 'replace',
              label: `Write “${meant} (${word})”`,
              ...rangeOf(block, start, end),
              text: `${meant} (${word})`,
            },
          }),
        });
      }
    }
  },
};

/** "National Intelligence Service (NIS)", "NIS (National …)", "the NIS, South Korea's intelligence service". */
function isSpelledOut(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/[\p{L}][^()]*\($/u.test(before) && /^s?\s*[),;]/u.test(after)) return true;
  return (
    /^s?\s*\(\s*(?:the\s)?[\p{L}][^)]{4,}\)/u.test(after) ||
    /^,\s+(?:the|an?|(?:\p{Lu}\p{L}+\s){0,3}\p{Lu}\p{L}+['’]s)\s[^,]{4,}[,.]/u.test(after)
  );
}

/** Three words in capitals in a row, or one too long for an acronym: a line or a name that is set so. */
function isShouted(text: string, start: number, end: number): boolean {
  const before = /(?:\p{Lu}{2,}\s+)*$/u.exec(text.slice(0, start))![0];
  const after = /^(?:\s+\p{Lu}{2,}(?!\p{L}))*/u.exec(text.slice(end))![0];
  const others = `${before}${after}`.match(/\p{Lu}+/gu) ?? [];
  return others.length >= 2 || others.some((word) => word.length > LONGEST);
}

/** What the case says the letters stand for: a tag or source that has them as another name. */
function meaningOf({ tags, citedIds, cited }: CheckContext, word: string): string | null {
  for (const tag of tags.values()) if (tag.aliases.includes(word) && tag.name.includes(' ')) return tag.name;
  for (const id of citedIds) {
    const source = cited(id)?.source;
    if (source?.aliases.includes(word) && source.name.includes(' ')) return source.name.replace(/\s*\([^)]*\)$/u, '');
  }
  return null;
}
