/** `merge`: copies of one case as one bundle, whatever their order. */
import { writeBundleTo } from '@shared/bundle';
import { mergeContents } from '@shared/merge/mergeContents';
import { argumentsOf, languageOf, OUT, outputOf, PAGE } from '../arguments';
import { contentsOf, KEY_OPTIONS } from '../bundles';
import { Ended, tools, writeTo } from '../io';
import type { Io } from '../io';

export const MERGE = 'merge A B… -o OUT [--language uk]';
const MOST = 1_000;

export async function merge(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, MERGE, [2, MOST], { ...KEY_OPTIONS, ...OUT, ...PAGE });
  const language = languageOf(args, MERGE);
  const output = outputOf(args, MERGE);
  let contents = await contentsOf(args.files[0]!, args, io);
  let conflicts = 0;
  for (const name of args.files.slice(1)) {
    const merged = mergeContents(contents, await contentsOf(name, args, io));
    if (!merged.ok) {
      throw new Ended(
        merged.reason === 'other-case'
          ? `“${name}” holds another case, “${merged.detail}”. Nothing was written.`
          : `“${name}” holds a record that is not a copy of the one with its id. Nothing was written.`,
      );
    }
    contents = merged.value.contents;
    conflicts += merged.value.conflicts;
  }
  await writeTo(output, args.has('force'), (sink) => writeBundleTo(sink, contents, tools, undefined, language));
  const aside = conflicts === 0 ? '' : ` ${conflicts} values were set aside for review.`;
  io.out(`${output}: ${args.files.length} copies of “${contents.case.name}” as one.${aside}`);
}
