/** What glyphs stand for: ligatures and shaped letters become the letters a person reads. Nothing else is changed. */

// Latin and Armenian ligatures, Hebrew and Arabic letters in the shapes of a place in a word.
const SHAPED = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdfb\ufe70-\ufefc]/g;
// What a font without names for its glyphs leaves behind, and marks that are no text.
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufff9-\ufffb]/g;

/** The text with ligatures and shaped letters written out, tabs and line ends as spaces. */
export const plainGlyphs = (text: string): string =>
  text
    .replace(SHAPED, (glyph) => glyph.normalize('NFKC'))
    .replace(NO_TEXT, '')
    .replace(/[\t\n\r]/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised digits, so that neither `10⁶` nor the number of a note runs into the digits or letters before it. */
export const raisedDigits = (text: string): string => text.replace(/\d/g, (digit) => RAISED[Number(digit)]!);

const FORWARD = /[\p{L}\p{N}]/gu;
const SOME_BACKWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const BACKWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** Whether most of the letters are read from right to left. */
export function readsBackward(text: string): boolean {
  if (!SOME_BACKWARD.test(text)) return false;
  const backward = text.match(BACKWARD)?.length ?? 0;
  return backward > 0 && backward * 2 > (text.match(FORWARD)?.length ?? 0);
}

const SPACE = /\s/;
const HYPHEN = /[-\u2010\u00ad]/;

/**
 * The letters of a piece of text without what may differ between page and stored text: white space, hyphens, how
 * digits are raised. `at` are their offsets in `text`, UTF-16 code units.
 */
export function lettersOf(text: string): { letters: string; at: number[] } {
  let letters = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i]!;
    if (SPACE.test(unit) || HYPHEN.test(unit)) continue;
    const code = unit.charCodeAt(0);
    const plain = code < 0xb2 ? unit : shapeOf(unit);
    letters += plain;
    for (let n = 0; n < plain.length; n += 1) at.push(i);
  }
  return { letters, at };
}

function shapeOf(unit: string): string {
  const raised = RAISED.indexOf(unit);
  if (raised >= 0) return String(raised);
  return plainGlyphs(unit).replace(/\s/g, '');
}
