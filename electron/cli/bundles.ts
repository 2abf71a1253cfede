/** Bundles from files: opened with the key that is at hand, refused in one sentence. */
import { bundleRefusalSentence, readBundle } from '@shared/bundle';
import type { BundleContents, BundleRefusal } from '@shared/bundle';
import type { Result } from '@shared/model/result';
import { LARGEST_IN_MEMORY } from '@shared/bundle/limits';
import { headOf, isSealed, keyKindOf, sealRefusalSentence, unseal } from '@shared/bundle/seal/age';
import type { Key } from '@shared/bundle/seal/age';
import type { Arguments } from './arguments';
import type { BlobLike } from '@shared/bundle/source';
import { wholeOf } from '@shared/bundle/source';
import { Ended, openFile, readFile, tools } from './io';
import type { Io } from './io';

/** Keys come from files or the environment: the arguments of a program can be seen by others on the machine. */
export const KEY_OPTIONS = { identity: { type: 'string', short: 'i' }, 'passphrase-file': { type: 'string' } } as const;

const textOf = async (name: string): Promise<string> => new TextDecoder().decode(await readFile(name));

/** The passphrase from the file named, or from COLLATE_PASSPHRASE; undefined where neither is given. */
export async function passphraseOf(given: Arguments, io: Io): Promise<string | undefined> {
  const file = given.text('passphrase-file');
  // A line feed at the end is the editor's, not the passphrase's.
  const passphrase = file === undefined ? io.env['COLLATE_PASSPHRASE'] : (await textOf(file)).replace(/\r?\n$/, '');
  return passphrase === '' ? undefined : passphrase;
}

/** What opens a file that begins so. */
export async function keyFor(head: Uint8Array, given: Arguments, io: Io): Promise<Key> {
  const file = given.text('identity');
  if (keyKindOf(head) === 'identity') {
    if (!file) throw new Ended('The bundle is encrypted for keys. Name the file of yours with --identity.');
    const identity = /^AGE-SECRET-KEY-\S+$/m.exec(await textOf(file))?.[0];
    if (!identity) throw new Ended(`“${file}” holds no secret key of age.`);
    return { identity };
  }
  const passphrase = await passphraseOf(given, io);
  if (passphrase === undefined)
    throw new Ended('The bundle is encrypted. Give its passphrase in COLLATE_PASSPHRASE or with --passphrase-file.');
  return { passphrase };
}

/**
 * A bundle, decrypted where it is encrypted. What was encrypted is held in memory: no plain copy of it is left on a
 * disk by a command that was not asked for one.
 */
export async function bundleOf(name: string, given: Arguments, io: Io): Promise<Uint8Array | BlobLike> {
  const file = await openFile(name);
  const head = await headOf(file);
  if (!isSealed(head)) return file;
  if (file.size > LARGEST_IN_MEMORY)
    throw new Ended(`“${name}” is encrypted and too large to be opened in memory. Decrypt it first: collate decrypt.`);
  const opened = await unseal(await wholeOf(file), await keyFor(head, given, io));
  if (!opened.ok) throw new Ended(sealRefusalSentence(opened.reason));
  return opened.value;
}

/** The value, or the end of the command with the refusal's sentence. */
export function orEnd<Value>(name: string, result: Result<Value, BundleRefusal>): Value {
  if (result.ok) return result.value;
  throw new Ended(`${name}: ${bundleRefusalSentence(result.reason, result.detail)}`);
}

/** Everything in a bundle. */
export async function contentsOf(name: string, given: Arguments, io: Io): Promise<BundleContents> {
  return orEnd(name, await readBundle(await bundleOf(name, given, io), tools));
}
