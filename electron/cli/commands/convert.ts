/** `convert`: a case from one format to another, told by the ends of the names, with a report of what was lost. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { readBundle, writeBundleTo } from '@shared/bundle';
import { wholeOf } from '@shared/bundle/source';
import { arrivingAs } from '@shared/interchange/arriving';
import { FORMATS, formatOf } from '@shared/interchange/formats';
import type { Format, WrittenFile } from '@shared/interchange/formats';
import type { ConversionReport } from '@shared/interchange/report';
import { MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { argumentsOf, languageOf, OUT, outputOf, PAGE } from '../arguments';
import { bundleOf, contentsOf, KEY_OPTIONS, orEnd } from '../bundles';
import { Ended, tools, writeFiles, writeTo } from '../io';
import type { Io } from '../io';

/** What is said of a file of another program that comes in. */
const ARRIVAL = {
  marking: { type: 'string' },
  all: { type: 'boolean' },
  source: { type: 'string' },
  author: { type: 'string' },
} as const;

export const CONVERT = 'convert IN OUT [--marking TLP:AMBER [--all]] [--source NAME] [--author NAME] [--language uk]';

const NOTHING_LOST: ConversionReport = { counts: {}, losses: [], notices: [] };

const isMarking = (word: string): word is Marking => (MARKINGS as readonly string[]).includes(word);

/** Ends of names with the direction they can be used in. */
const known = (way: 'read' | 'write'): string =>
  FORMATS.filter((format) => format[way])
    .flatMap(({ extensions }) => (way === 'read' ? extensions : [extensions[0]]))
    .map((extension) => `.${extension}`)
    .join(' ');

function formatFor(name: string, way: 'read' | 'write'): Format {
  const format = formatOf(name.replace(/\.age$/i, ''));
  if (format?.[way]) return format;
  throw new Ended(`“${name}” cannot be ${way === 'read' ? 'read' : 'written'}: names may end with ${known(way)}.`, 2);
}

/** No analyst is at the keyboard: each conversion is an actor of its own, so that no two are taken for one. */
const newActor = (): string => Array.from(randomBytes(10), (byte) => (byte % 36).toString(36)).join('');

/** Where each file goes: the first has the name that was asked for, the others stand beside it. */
function placed(files: readonly WrittenFile[], output: string): { name: string; bytes: Uint8Array }[] {
  const { dir, name, ext } = path.parse(output);
  return files.map((file, i) =>
    i === 0
      ? { name: output, bytes: file.bytes }
      : { name: path.join(dir, `${name}-${path.basename(file.name, ext)}${ext}`), bytes: file.bytes },
  );
}

function tell({ counts, losses, notices }: ConversionReport, io: Io): void {
  const came = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  if (came.length > 0) io.out(`  ${came.join(', ')}`);
  for (const { what, count } of losses) io.out(`  left out, ${count}: ${what}`);
  for (const notice of notices) io.out(`  ${notice}`);
}

export async function convert(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, CONVERT, [1, 2], { ...KEY_OPTIONS, ...OUT, ...PAGE, ...ARRIVAL });
  const [input, second] = args.files as [string, string?];
  const output = second ?? outputOf(args, CONVERT);
  if (path.resolve(output) === path.resolve(input)) throw new Ended('A file is not converted into itself.', 2);
  const marking = (args.text('marking') ?? 'TLP:AMBER').toUpperCase();
  if (!isMarking(marking)) throw new Ended(`A marking is one of ${MARKINGS.join(', ')}.\nUse: collate ${CONVERT}`, 2);
  const language = languageOf(args, CONVERT);
  const [from, to] = [formatFor(input, 'read'), formatFor(output, 'write')];
  const making = { ...tools, newId: uuidv7, now: Date.now, actor: newActor(), marking };
  const read =
    from.id === 'bundle'
      ? { ok: true as const, value: { contents: await contentsOf(input, args, io), report: NOTHING_LOST } }
      : await from.read!(await wholeOf(await bundleOf(input, args, io)), path.basename(input), making);
  if (!read.ok) throw new Ended(`${input}: ${read.sentence}`);
  const wishes = {
    marking,
    keepLabels: !args.has('all'),
    source: args.text('source') ?? '',
    author: args.text('author') ?? '',
  };
  const { contents, report } = from.id === 'bundle' ? read.value : arrivingAs(read.value, wishes, making);
  if (to.id === 'bundle') {
    await writeTo(
      output,
      args.has('force'),
      (sink) => writeBundleTo(sink, contents, tools, undefined, language),
      // What cannot be read again must not be handed out.
      async (made) => void orEnd(output, await readBundle(made, tools)),
    );
    tell(report, io);
    io.out(`${output}: written.`);
    return;
  }
  const written = await to.write!(contents, tools);
  const files = placed(written.files, output);
  await writeFiles(files, args.has('force'));
  tell(report, io);
  tell(written.report, io);
  io.out(`${files.map(({ name }) => name).join(', ')}: written.`);
}
