/**
 * The command line: bundles checked, joined and changed in scripts, without a window and without the database of the
 * analyst. Exit status: 0 done, 1 refused or not valid (the reason on stderr), 2 wrong use.
 */
import { VERSION } from '@shared/version';
import { CHECK, check } from './commands/check';
import { CONVERT, convert } from './commands/convert';
import { INSPECT, VERIFY, inspect, verify } from './commands/inspect';
import { MERGE, merge } from './commands/merge';
import { REDACT, redact } from './commands/redact';
import { DECRYPT, ENCRYPT, SIGN, decrypt, encrypt, sign } from './commands/seal';
import { Ended } from './io';
import type { Io } from './io';

type Command = (given: readonly string[], io: Io) => Promise<void>;

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly use: string; readonly what: string }>> = {
  inspect: { run: inspect, use: INSPECT, what: 'what a bundle holds' },
  verify: { run: verify, use: VERIFY, what: 'whether every part of a bundle is whole and valid' },
  convert: {
    run: convert,
    use: CONVERT,
    what: 'a case from one format to another, told by the ends of the names',
  },
  merge: { run: merge, use: MERGE, what: 'copies of one case as one' },
  redact: {
    run: redact,
    use: REDACT,
    what: 'what may go to somebody who may see so much and no more',
  },
  check: { run: check, use: CHECK, what: 'the check of its briefings; 1 where an error stands' },
  encrypt: { run: encrypt, use: ENCRYPT, what: 'an age file of a bundle' },
  decrypt: {
    run: decrypt,
    use: DECRYPT,
    what: 'the bundle of an age file',
  },
  sign: { run: sign, use: SIGN, what: 'a bundle with an Ed25519 signature' },
};

const help = (): string =>
  [
    `collate ${VERSION}: bundles of cases, from the command line.`,
    '',
    ...Object.values(COMMANDS).flatMap(({ use, what }) => [`  collate ${use}`, `      ${what}`]),
    '',
    'A passphrase is read from COLLATE_PASSPHRASE or --passphrase-file. A file that is there already is kept unless',
    '--force is said. Exit status: 0 done, 1 refused or not valid, 2 wrong use.',
  ].join('\n');

/** True for an argument that names a command of this program. */
export const isCommand = (word: string | undefined): boolean =>
  word !== undefined && (Object.hasOwn(COMMANDS, word) || word === 'help');

/** Runs one command. Returns the exit status; never throws. */
export async function main(argv: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const [name, ...given] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(help());
    return 0;
  }
  if (name === '--version') {
    io.out(VERSION);
    return 0;
  }
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    io.err(name === undefined ? help() : `There is no command “${name}”.\n\n${help()}`);
    return 2;
  }
  try {
    await COMMANDS[name]!.run(given, io);
    return 0;
  } catch (error) {
    if (error instanceof Ended) {
      io.err(error.message);
      return error.status;
    }
    io.err(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}. Nothing was written.`);
    return 1;
  }
}
