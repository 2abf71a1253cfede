/** Control words of RTF by what they mean for a reader: letters, parts that are not text, character sets, languages. */

/** Words and symbols that stand for a letter. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
]);

/** Groups that hold no text of the document; those marked `\*` that are not known are passed over as well. */
export const NOT_TEXT: ReadonlySet<string> = new Set(
  (
    'colortbl filetbl revtbl rsidtbl listtable listoverridetable header headerl headerr headerf footer footerl footerr ' +
    'footerf nonshppict objclass objname objdata fldinst datafield nonesttables xe tc tcn rxe txe bkmkstart bkmkend ' +
    'private template operator annotation atnid atnauthor atntime atndate atnicn atnref atnparent pntxta pntxtb ' +
    'pnseclvl themedata colorschememapping datastore latentstyles generator falt panose ftnsep ftnsepc ftncn aftnsep ' +
    'aftnsepc aftncn background pgdsctbl listname shprslt sp htmltag mmathPict passwordhash keycode xmlnstbl'
  ).split(' '),
);

/** Groups marked `\*` whose contents are read all the same. */
export const READ_THOUGH_MARKED: ReadonlySet<string> = new Set([
  'shppict',
  'shpinst',
  'do',
  'ud',
  'pntext',
  'listtext',
]);

/** Windows character sets (`\fcharset`) to code pages; the others are the document's own. */
const CHARSET_PAGES: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 1361],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/** The code page of a character set; null for the sets that follow the document (ANSI, default, symbol). */
export const charsetPage = (charset: number): number | null => CHARSET_PAGES.get(charset) ?? null;

/** The character set of symbol fonts. */
export const SYMBOL_CHARSET = 2;

/** Code pages in which a letter can take two bytes, the second of them like a plain letter. */
export const isDoubleByte = (page: number): boolean => [932, 936, 949, 950, 1361].includes(page);

/** Primary languages of Windows (the low ten bits of a language number) as BCP 47. */
const PRIMARY = (
  '1:ar 2:bg 3:ca 5:cs 6:da 7:de 8:el 9:en 10:es 11:fi 12:fr 13:he 14:hu 15:is 16:it 17:ja 18:ko 19:nl 20:nb 21:pl ' +
  '22:pt 24:ro 25:ru 26:hr 27:sk 28:sq 29:sv 30:th 31:tr 32:ur 33:id 34:uk 35:be 36:sl 37:et 38:lv 39:lt 41:fa 42:vi ' +
  '43:hy 44:az 47:mk 54:af 55:ka 57:hi 63:kk 64:ky 67:uz 69:bn 73:ta 80:mn'
).split(' ');
const LANGUAGES: ReadonlyMap<number, string> = new Map([
  ...PRIMARY.map((entry): [number, string] => [Number(entry.split(':')[0]), entry.split(':')[1]!]),
  [1033, 'en-US'],
  [2057, 'en-GB'],
  [1028, 'zh-TW'],
  [2052, 'zh-CN'],
  [3076, 'zh-HK'],
  [2074, 'sr'],
  [3098, 'sr-Cyrl'],
]);

/** A Windows language number as BCP 47; empty where it is not known here. */
export const windowsLanguage = (lcid: number): string => LANGUAGES.get(lcid) ?? LANGUAGES.get(lcid & 0x3ff) ?? '';
