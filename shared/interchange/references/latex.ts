/** The words of a value in LaTeX: accents become letters, commands go and leave what they stood around. */

const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
};
const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  th: 'þ',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
  dots: '…',
  textquoteright: '’',
  textquoteleft: '‘',
  par: '\n\n',
};

const withAccent = (_: string, accent: string, letter: string): string =>
  ((letter === 'ı' ? 'i' : letter) + ACCENTS[accent]!).normalize('NFC');

/** Plain words; math stays as it is written. */
export function latexText(value: string): string {
  return value
    .replace(/\\([ijlLoO])(?![a-zA-Z])\s?/g, (_, letter: string) => LETTERS[letter]!)
    .replace(/\\(["'`^~=.])\s?\{?(\p{L})\}?/gu, withAccent)
    .replace(/\\([uvHcdbkr])(?:\{(\p{L})\}|\s(\p{L}))/gu, (whole, accent: string, a?: string, b?: string) =>
      withAccent(whole, accent, a ?? b!),
    )
    .replace(/\\([a-zA-Z]{1,40})\*?\s?/g, (_, name: string) => (Object.hasOwn(LETTERS, name) ? LETTERS[name]! : ''))
    .replace(/\\([&%$#_{}])/g, (_, sign: string) => (sign === '{' ? '\u0001' : sign === '}' ? '\u0002' : sign))
    .replace(/\\\\/g, '\n')
    .replace(/[{}]/g, '')
    .replaceAll('\u0001', '{')
    .replaceAll('\u0002', '}')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/~/g, '\u00a0')
    .replace(/\n[ \t]*\n\s*/g, '\u0003')
    .replace(/[ \t\n]+/g, ' ')
    .replaceAll('\u0003', '\n\n')
    .trim();
}
