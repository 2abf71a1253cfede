/** `redact`: a case as somebody may have it who may see so much and no more. */
import { readBundle, writeBundleTo } from '@shared/bundle';
import { redactContents } from '@shared/bundle/share/redact';
import { MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { argumentsOf, languageOf, OUT, outputOf, PAGE } from '../arguments';
import { contentsOf, KEY_OPTIONS, orEnd } from '../bundles';
import { Ended, tools, writeTo } from '../io';
import type { Io } from '../io';

export const REDACT =
  'redact FILE --ceiling TLP:GREEN -o OUT [--pseudonyms] [--no-notes] [--originals] [--language uk]';

const isMarking = (word: string | undefined): word is Marking => (MARKINGS as readonly unknown[]).includes(word);

export async function redact(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, REDACT, [1, 1], {
    ...KEY_OPTIONS,
    ...OUT,
    ...PAGE,
    ceiling: { type: 'string' },
    pseudonyms: { type: 'boolean' },
    'no-notes': { type: 'boolean' },
    originals: { type: 'boolean' },
  });
  const output = outputOf(args, REDACT);
  const language = languageOf(args, REDACT);
  const ceiling = args.text('ceiling')?.toUpperCase();
  if (!isMarking(ceiling)) throw new Ended(`The ceiling is one of ${MARKINGS.join(', ')}.\nUse: collate ${REDACT}`, 2);
  const contents = await contentsOf(args.files[0]!, args, io);
  const redacted = await redactContents(
    contents,
    {
      ceiling,
      pseudonyms: args.has('pseudonyms'),
      privateNotes: !args.has('no-notes'),
      originals: args.has('originals'),
    },
    tools,
  );
  await writeTo(
    output,
    args.has('force'),
    (sink) => writeBundleTo(sink, redacted, tools, undefined, language),
    // What cannot be read again must not be handed out.
    async (written) => void orEnd(output, await readBundle(written, tools)),
  );
  const withheld = Object.entries(redacted.withheld ?? {}).map(([what, count]) => `${count} ${what}`);
  io.out(`${output}: for ${ceiling}. Withheld: ${withheld.length === 0 ? 'nothing' : withheld.join(', ')}.`);
}
