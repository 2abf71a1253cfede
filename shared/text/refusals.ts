/** Why a file could not come in as a document, and what was noticed in one that did: closed lists with sentences. */
import type { ExtractRefusal, ExtractWarning } from '../extract/extracted';

export type ImportRefusal =
  | ExtractRefusal
  /** A picture: its words are only in its pixels. */
  | 'picture'
  /** A picture that is damaged, or in a form of its format that is not known here. */
  | 'picture-unreadable'
  /** A format of something else than documents: a spreadsheet, a program, an archive. */
  | 'no-document'
  /** Reading it did not end. */
  | 'too-slow'
  | 'unreadable'
  | 'cancelled';

/** What happened, what is unchanged, what to do. `name` is the file's name. */
export const IMPORT_REFUSALS: Readonly<Record<ImportRefusal, (name: string) => string>> = {
  empty: (name) => `“${name}” has no text in it. It was not imported; check that it is the right file.`,
  binary: (name) =>
    `“${name}” is not a text file, although its name says so. It was not imported; open it in the program it came from and save it as plain text.`,
  'too-large': (name) =>
    `“${name}” is larger than a document may be here, or has more than 64 million letters. It was not imported; split the file into parts and import those.`,
  'encoding-unknown': (name) =>
    `The characters of “${name}” are written in a way that could not be told. It was not imported; save the file as UTF-8 text and import it again.`,
  broken: (name) =>
    `“${name}” is damaged, or is not what its name says. It was not imported; open it in the program it came from, save it anew, and import that.`,
  'older-word': (name) =>
    `“${name}” is in the format of Word before 2007. It was not imported; open it in Word or LibreOffice and save it as .docx.`,
  locked: (name) =>
    `“${name}” is locked with a password. It was not imported; open it in the program it came from, save it without one, and import that.`,
  encrypted: (name) =>
    `“${name}” is encrypted, and what opens without a password shows neither text nor pictures. It was not imported; open it in the program it came from, save it without protection, and import that.`,
  'over-bound': (name) =>
    `“${name}” unpacks to far more than a document needs, as files do that are made to stop a program. It was not imported; do not trust it before its sender says what it is.`,
  'no-text-layer': (name) =>
    `“${name}” has pages without a text, and was not read by OCR. It was not imported; import it again and let its characters be recognised.`,
  picture: (name) =>
    `“${name}” is a picture, and was not read by OCR. It was not imported; import it again and let its characters be recognised.`,
  'no-words': (name) =>
    `No letters were recognised in “${name}”. It was not imported; if there is writing in it, choose the languages it is written in, or scan it anew, larger and upright.`,
  'picture-unreadable': (name) =>
    `“${name}” is a picture that cannot be opened here. It was not imported; save it as PNG or JPEG and import that.`,
  'no-document': (name) =>
    `“${name}” is no document that can be read here. It was not imported; save what it says as PDF, Word, web page or text, and import that.`,
  'too-slow': (name) =>
    `Reading “${name}” did not come to an end. It was not imported; open it in the program it came from, save it anew, and import that.`,
  unreadable: (name) =>
    `“${name}” could not be read. It was not imported; check that the file is still there and choose it again.`,
  cancelled: (name) => `Reading “${name}” was stopped. It was not imported; import it again when it suits.`,
};

/** The sentence for a file that was not imported. */
export const importRefusalSentence = (reason: ImportRefusal, name: string): string => IMPORT_REFUSALS[reason](name);

export type ImportWarning = ExtractWarning;

/** The sentence for something noticed in an imported text. */
export function importWarning(warning: ImportWarning): string {
  switch (warning.kind) {
    case 'encoding-guessed':
      return `The text was read as ${warning.encoding}, the likeliest of several. If letters look wrong, save the file as UTF-8 and import it again.`;
    case 'bytes-replaced':
      return warning.count === 1
        ? 'One damaged place in the file is shown as �.'
        : `${warning.count.toLocaleString()} damaged places in the file are shown as �.`;
    case 'pictures-left-out':
      return warning.count === 1
        ? 'A picture was left out.'
        : `${warning.count.toLocaleString()} pictures were left out.`;
    case 'pages-without-text':
      return `${warning.count.toLocaleString()} of ${warning.of.toLocaleString()} pages have no text: what is written in pictures on them is missing.`;
    case 'recognised-unsurely':
      return `The characters were recognised with a mean confidence of only ${warning.confidence} %: most may be wrong. Read the pages again in another language, or scan them anew.`;
    case 'damaged':
      return 'The file is damaged; what could be read of it came in.';
  }
}
