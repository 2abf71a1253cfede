/** Why a text could not be imported, and what was noticed in one that was: a closed list, each with its sentence. */

export type ImportRefusal = 'empty' | 'binary' | 'too-large' | 'encoding-unknown' | 'unreadable' | 'cancelled';

/** What happened, what is unchanged, what to do. `name` is the file's name. */
export const IMPORT_REFUSALS: Readonly<Record<ImportRefusal, (name: string) => string>> = {
  empty: (name) => `“${name}” has no text in it. Nothing was imported; check that it is the right file.`,
  binary: (name) =>
    `“${name}” is not a text file, although its name says so. Nothing was imported; open it in the program it came from and save it as plain text.`,
  'too-large': (name) =>
    `“${name}” is larger than 64 MB, the most that one text can have here. Nothing was imported; split the file into parts and import those.`,
  'encoding-unknown': (name) =>
    `The characters of “${name}” are written in a way that could not be told. Nothing was imported; save the file as UTF-8 text and import it again.`,
  unreadable: (name) =>
    `“${name}” could not be read. Nothing was imported; check that the file is still there and choose it again.`,
  cancelled: (name) => `Reading “${name}” was stopped. Nothing was imported; import it again when it suits.`,
};

/** The sentence for a file that was not imported. */
export const importRefusalSentence = (reason: ImportRefusal, name: string): string => IMPORT_REFUSALS[reason](name);

export type ImportWarning =
  | { readonly kind: 'encoding-guessed'; readonly encoding: string }
  | { readonly kind: 'bytes-replaced'; readonly count: number };

/** The sentence for something noticed in an imported text. */
export function importWarning(warning: ImportWarning): string {
  switch (warning.kind) {
    case 'encoding-guessed':
      return `The text was read as ${warning.encoding}, the likeliest of several. If letters look wrong, save the file as UTF-8 and import it again.`;
    case 'bytes-replaced':
      return warning.count === 1
        ? 'One damaged place in the file is shown as �.'
        : `${warning.count} damaged places in the file are shown as �.`;
  }
}
