import type { CommandContext } from '../../../app/commands/handler';

/** “Reading scan.pdf by OCR: page 3 of 12”. */
export const recognisedWords = (name: string, done: number, of: number): string =>
  of < 2
    ? `Reading ${name} by OCR`
    : `Reading ${name} by OCR: page ${Math.min(of, done + 1).toLocaleString()} of ${of.toLocaleString()}`;

/** Tells a bar how far the recognition of one file is. */
export const tellRecognised =
  (progress: Pick<ReturnType<CommandContext['progress']>, 'update'>, name: string) =>
  (done: number, of: number): void =>
    progress.update(of === 0 ? null : done / of, recognisedWords(name, done, of));
