/** Letters of the symbol fonts of office programs, which have places in Unicode under other numbers. */

/** Adobe’s Symbol encoding from 0x41 on, where it is Greek; what stands elsewhere in it is rare in running text. */
const GREEK = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0x22, '∀'],
  [0x24, '∃'],
  [0x27, '∋'],
  [0x2d, '−'],
  [0x40, '≅'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xad, '↑'],
  [0xae, '→'],
  [0xaf, '↓'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb2, '″'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb6, '∂'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xba, '≡'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xc7, '∩'],
  [0xc8, '∪'],
  [0xd0, '∠'],
  [0xd1, '∇'],
  [0xd2, '®'],
  [0xd3, '©'],
  [0xd4, '™'],
  [0xd5, '∏'],
  [0xd6, '√'],
  [0xe5, '∑'],
  [0xf2, '∫'],
]);

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

/** A letter of a symbol font as Unicode; `code` may be in the private area (U+F000 up), as such fonts are stored. */
export function symbolLetter(font: string, code: number): string {
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol/i.test(font)) {
    if (at >= 0x41 && at <= 0x5a) return GREEK[at - 0x41]!;
    if (at >= 0x61 && at <= 0x7a) return GREEK_SMALL[at - 0x61]!;
    return SYMBOL.get(at) ?? plainLetter(at);
  }
  if (/^(?:wingdings|webdings)/i.test(font)) return WINGDINGS.get(at) ?? (at > 0x20 ? '•' : ' ');
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const plainLetter = (at: number): string => (at >= 0x20 && at < 0x7f ? String.fromCharCode(at) : '•');
