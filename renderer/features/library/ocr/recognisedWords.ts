/** “Reading scan.pdf by OCR: page 3 of 12”. */
export const recognisedWords = (name: string, done: number, of: number): string =>
  of < 2
    ? `Reading ${name} by OCR`
    : `Reading ${name} by OCR: page ${Math.min(of, done + 1).toLocaleString()} of ${of.toLocaleString()}`;
