/** Other people's words in a text: what stands in quotation marks. Rules of language leave them alone. */

export interface TextSpan {
  /** UTF-16 code units, start included, end excluded. */
  readonly start: number;
  readonly end: number;
}

// A single mark opens only where no letter stands before it, and closes only where none follows: an apostrophe does neither.
const QUOTED =
  /“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"]*"|(?<![\p{L}\p{N}])['‘](?:[^'’]|(?<=\p{L})['’](?=\p{L}))+['’](?![\p{L}\p{N}])/gu;

/** The spans in quotation marks, the marks included. */
export const quotedSpans = (text: string): TextSpan[] =>
  [...text.matchAll(QUOTED)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** The text with the spans and U+FFFC turned to spaces; as long as before. */
export function blanked(text: string, spans: readonly TextSpan[]): string {
  let own = '';
  let done = 0;
  for (const { start, end } of spans) {
    own += text.slice(done, start) + ' '.repeat(end - start);
    done = end;
  }
  return (own + text.slice(done)).replace(/\uFFFC/gu, ' ');
}
