/** Reads files whose encoding was guessed as a person says: asked one after the other, and once for each guess if they like. */
import { tellFormat } from '@shared/extract/tellFormat';
import type { FileKind } from '@shared/extract/tellFormat';
import { no, yes } from '@shared/model/result';
import { byteOrderMark } from '@shared/text/encoding';
import type { App } from '../../../app/context';
import { readOne } from '../importing/readOne';
import type { HowToRead, ReadOne } from '../importing/readOne';
import { oneAtATime } from '../oneAtATime';
import { askEncoding } from './EncodingDialog';

/** The encoding to read a file in; null where it is to be left out. `guess` is null where none was near enough. */
export type AskEncoding = (name: string, bytes: Uint8Array, guess: string | null) => Promise<string | null>;

/** Formats that are nothing but letters: another encoding is another text. */
const OF_LETTERS: ReadonlySet<FileKind> = new Set(['text', 'markdown', 'html']);

/** Asks for the files of one import. @param files how many there are */
export function encodingAsker(app: Pick<App, 'ask'>, files: number): AskEncoding {
  const chosen = new Map<string | null, string>();
  return oneAtATime<Parameters<AskEncoding>, string | null>(async (name, bytes, guess) => {
    const known = chosen.get(guess);
    if (known !== undefined) return known;
    const answer = await askEncoding(app, { name, bytes, guess, isOneOfMany: files > 1 });
    if (answer?.forAll) chosen.set(guess, answer.encoding);
    return answer?.encoding ?? null;
  });
}

/** What a file says, in the encoding a person chose where it does not say which it is in. */
export async function readAsked(
  name: string,
  given: Uint8Array,
  how: HowToRead,
  ask: AskEncoding | undefined,
): Promise<ReadOne> {
  const first = await readOne(name, given, how);
  if (ask === undefined || first.bytes === null || how.signal.aborted) return first;
  const guess = guessOf(first);
  if (guess === undefined || !OF_LETTERS.has(tellFormat(name, first.bytes))) return first;
  const encoding = await ask(name, first.bytes, guess);
  if (encoding === null || how.signal.aborted) return { ...first, result: no('cancelled') };
  if (encoding !== guess || !first.result.ok) return readOne(name, first.bytes, { ...how, encoding });
  const sure = first.result.value.warnings.filter(({ kind }) => kind !== 'encoding-guessed');
  return { ...first, result: yes({ ...first.result.value, warnings: sure }) };
}

/** What the file was taken for; null where that could not be told, undefined where there is nothing to ask. */
function guessOf({ result, bytes }: ReadOne): string | null | undefined {
  if (result.ok) return result.value.warnings.find((warning) => warning.kind === 'encoding-guessed')?.encoding;
  // UTF-32 says what it is: nobody can choose another.
  const isOpen = result.reason === 'encoding-unknown' && bytes !== null && byteOrderMark(bytes) === null;
  return isOpen ? null : undefined;
}
