/**
 * Encrypted bundles: age v1 files (https://age-encryption.org/v1), with a passphrase or for the holders of keys, so
 * that the `age` program opens them too and the other way round. No key and no passphrase is kept or logged here.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { MemorySink } from '../sink';
import type { ByteSink } from '../sink';
import { ArmorSink, isArmored, unarmored, unarmoredHead } from './armor';
import { flowOf, fromFlow } from './flow';
import type { Flow } from './flow';
import { sizeOf, wholeOf } from '../source';
import type { Bytes } from '../source';

/** What locks a bundle: one passphrase, or the public keys (`age1…`) of everybody who may open it. */
export type Lock = { readonly passphrase: string } | { readonly recipients: readonly string[] };
/** What opens it: the passphrase, or a secret key (`AGE-SECRET-KEY-1…`). */
export type Key = { readonly passphrase: string } | { readonly identity: string };

export type SealRefusal = 'not-sealed' | 'wrong-passphrase' | 'wrong-key' | 'key-broken' | 'sealed-broken';

const INTRO = 'age-encryption.org/v1\n';
const PASSPHRASE_STANZA = '-> scrypt ';
/** scrypt with N = 2^18: about a second of work for each guess, which is what the age program takes. */
const WORK = 18;
const LONGEST_HEADER = 64 * 1024;

const ascii = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** True for what begins as an age file does, armoured or not. */
export const isSealed = (head: Uint8Array): boolean => isArmored(head) || isBare(head);

const isBare = (head: Uint8Array): boolean => ascii(head.subarray(0, INTRO.length)) === INTRO;

/** The head as it is without its armour. */
const bareHead = (head: Uint8Array): Uint8Array => (isArmored(head) ? unarmoredHead(head) : head);

/** Which kind of key a sealed bundle asks for. */
export const keyKindOf = (head: Uint8Array): 'passphrase' | 'identity' =>
  ascii(bareHead(head).subarray(INTRO.length, INTRO.length + PASSPHRASE_STANZA.length)) === PASSPHRASE_STANZA
    ? 'passphrase'
    : 'identity';

/** True for the public key of somebody who can be given a sealed bundle: `age1…`, checksum right. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return text.startsWith('age1');
  } catch {
    return false;
  }
}

/** A new secret key and the public one that belongs to it. */
export async function newIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/**
 * Writes the bytes as an age file, a chunk at a time. Two of the same bytes differ: that is part of the encryption.
 * @param work log2 of the scrypt work for a passphrase; tests take less
 * @param armor as text of ASCII letters, which is a third larger
 * @returns its size
 * @throws RangeError for an empty passphrase, no recipient, or one that is none: ask `isRecipient` first
 */
export async function sealTo(sink: ByteSink, bytes: Bytes, lock: Lock, work = WORK, armor = false): Promise<number> {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    if (lock.passphrase === '') throw new RangeError('The passphrase is empty');
    encrypter.setScryptWorkFactor(work);
    encrypter.setPassphrase(lock.passphrase);
  } else {
    if (lock.recipients.length === 0 || !lock.recipients.every(isRecipient)) throw new RangeError('No recipient');
    for (const one of lock.recipients) encrypter.addRecipient(one);
  }
  const flow = (await encrypter.encrypt(flowOf(bytes) as never)) as unknown as Flow;
  if (!armor) return pour(flow, sink);
  const armored = new ArmorSink(sink);
  await pour(flow, armored);
  return armored.finish();
}

/** The bytes as an age file, in memory. */
export async function seal(bytes: Uint8Array, lock: Lock, work = WORK, armor = false): Promise<Uint8Array> {
  const sink = new MemorySink();
  return sink.bytes(await sealTo(sink, bytes, lock, work, armor));
}

/**
 * Writes what was sealed, or says why it cannot be had. What the sink has got is to be believed only when the answer
 * is its size: the end of the file says whether all of it is whole.
 */
export async function unsealTo(sink: ByteSink, bytes: Bytes, key: Key): Promise<Result<number, SealRefusal>> {
  const head = await headOf(bytes);
  if (!isSealed(head)) return no('not-sealed');
  const decrypter = new Decrypter();
  try {
    if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
    else decrypter.addIdentity(key.identity.trim());
  } catch {
    return no('key-broken');
  }
  // An endless header would be read to its end before anything else is asked of it.
  const bare = bareHead(head);
  if (!isBare(bare) || !ascii(bare).includes('\n--- ')) return no('sealed-broken');
  const plain = isArmored(head) ? unarmored(bytes) : bytes;
  const watched = new WatchedSink(sink);
  try {
    return yes(await pour((await decrypter.decrypt(flowOf(plain) as never)) as unknown as Flow, watched));
  } catch (error) {
    // What a disk refuses says nothing of the file.
    if (watched.failure) throw watched.failure.error;
    const isOther = error instanceof Error && error.message.startsWith('no identity matched');
    if (!isOther) return no('sealed-broken');
    return no('passphrase' in key ? 'wrong-passphrase' : 'wrong-key');
  }
}

/** What was sealed, in memory. Nothing of it is given out before all of it is known to be whole. */
export async function unseal(bytes: Uint8Array, key: Key): Promise<Result<Uint8Array, SealRefusal>> {
  const sink = new MemorySink();
  const size = await unsealTo(sink, bytes, key);
  return size.ok ? yes(sink.bytes(size.value)) : size;
}

/** The beginning of a file, as far as `isSealed` and `keyKindOf` look. */
export const headOf = async (bytes: Bytes): Promise<Uint8Array> => {
  if (bytes instanceof Uint8Array) return bytes.subarray(0, LONGEST_HEADER);
  if ('chunks' in bytes) throw new TypeError('a stream has no head to look at');
  return wholeOf(bytes.slice(0, Math.min(sizeOf(bytes), LONGEST_HEADER)));
};

async function pour(flow: Flow, sink: ByteSink): Promise<number> {
  let size = 0;
  for await (const chunk of fromFlow(flow)) {
    await sink.write(size, chunk);
    size += chunk.length;
  }
  return size;
}

class WatchedSink implements ByteSink {
  readonly #sink: ByteSink;
  failure: { readonly error: unknown } | null = null;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  async write(at: number, bytes: Uint8Array): Promise<void> {
    try {
      await this.#sink.write(at, bytes);
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}

const SENTENCES: Readonly<Record<SealRefusal, string>> = {
  'not-sealed': 'The file is not encrypted. Nothing was opened.',
  'wrong-passphrase':
    'The passphrase does not open this bundle. Nothing was imported. Check its spelling, or ask the sender for it again.',
  'wrong-key':
    'The bundle was encrypted for other people’s keys. Nothing was imported. Send the sender your public key and ask for the bundle again.',
  'key-broken': 'This is not a secret key as age writes them. Nothing was imported. Check that all of it was copied.',
  'sealed-broken':
    'The encrypted bundle was damaged or cut short on its way. Nothing was imported. Ask the sender for the file again.',
};

/** What happened, what is unchanged, what to do. */
export const sealRefusalSentence = (reason: SealRefusal): string => SENTENCES[reason];
