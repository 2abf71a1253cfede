/** `encrypt`, `decrypt` and `sign`. Keys and passphrases come from files or the environment and are never printed. */
import { createHash, createPrivateKey, createPublicKey, sign as signWith } from 'node:crypto';
import { bundleRefusalSentence, fingerprintOf, inspectBundle, signedParts } from '@shared/bundle';
import type { Signer } from '@shared/bundle';
import { headOf, isRecipient, isSealed, sealRefusalSentence, sealTo, unsealTo } from '@shared/bundle/seal/age';
import type { Lock } from '@shared/bundle/seal/age';
import { argumentsOf, OUT, outputOf } from '../arguments';
import type { Arguments } from '../arguments';
import { KEY_OPTIONS, keyFor, orEnd, passphraseOf } from '../bundles';
import { chunksOf } from '@shared/bundle/source';
import { Ended, openFile, readFile, tools, writeTo } from '../io';
import type { Io } from '../io';

export const ENCRYPT = 'encrypt FILE -o OUT (-r age1… [-r age1…] | --passphrase-file FILE) [--armor]';
export const DECRYPT = 'decrypt FILE -o OUT [-i KEYFILE | --passphrase-file FILE]';
export const SIGN = 'sign FILE --key KEY.pem [--name NAME] -o OUT';

async function lockOf(args: Arguments, io: Io): Promise<Lock> {
  const recipients = args.texts('recipient');
  const wrong = recipients.find((one) => !isRecipient(one));
  if (wrong !== undefined) throw new Ended(`“${wrong}” is not a public key of age. Nothing was written.`, 2);
  if (recipients.length > 0) return { recipients };
  const passphrase = await passphraseOf(args, io);
  if (passphrase !== undefined) return { passphrase };
  throw new Ended(
    `For whom? Name public keys with -r, or give a passphrase in COLLATE_PASSPHRASE or with --passphrase-file.\nUse: collate ${ENCRYPT}`,
    2,
  );
}

export async function encrypt(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, ENCRYPT, [1, 1], {
    ...OUT,
    recipient: { type: 'string', short: 'r', multiple: true },
    'passphrase-file': { type: 'string' },
    armor: { type: 'boolean', short: 'a' },
  });
  const output = outputOf(args, ENCRYPT);
  const lock = await lockOf(args, io);
  const name = args.files[0]!;
  const bundle = await openFile(name);
  if (isSealed(await headOf(bundle))) throw new Ended(`“${name}” is encrypted already. Nothing was written.`);
  orEnd(name, await inspectBundle(bundle, tools));
  await writeTo(output, args.has('force'), (sink) => sealTo(sink, bundle, lock, undefined, args.has('armor')));
  io.out(`${output}: encrypted.`);
}

export async function decrypt(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, DECRYPT, [1, 1], { ...KEY_OPTIONS, ...OUT });
  const output = outputOf(args, DECRYPT);
  const name = args.files[0]!;
  const sealed = await openFile(name);
  const head = await headOf(sealed);
  if (!isSealed(head)) throw new Ended(`“${name}” is not encrypted. Nothing was written.`);
  const key = await keyFor(head, args, io);
  await writeTo(
    output,
    args.has('force'),
    async (sink) => {
      const opened = await unsealTo(sink, sealed, key);
      if (!opened.ok) throw new Ended(sealRefusalSentence(opened.reason));
      return opened.value;
    },
    async (bundle) => void orEnd(name, await inspectBundle(bundle, tools)),
  );
  io.out(`${output}: decrypted.`);
}

/** A signer from a PEM file, as `openssl genpkey -algorithm ed25519` writes it. The actor follows from the key. */
async function signerFrom(file: string, name: string): Promise<Signer> {
  const pem = new TextDecoder().decode(await readFile(file));
  let key: ReturnType<typeof createPrivateKey>;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new Ended(`“${file}” holds no private key in PEM. Nothing was written.`);
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Ended(`The key in “${file}” is not an Ed25519 key. Nothing was written.`);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const publicKey = new Uint8Array(spki.subarray(-32));
  const hash = createHash('sha256').update(publicKey).digest('hex');
  return {
    publicKey,
    name: name.slice(0, 120),
    actor: BigInt(`0x${hash}`).toString(36).padStart(10, '0').slice(0, 10),
    sign: async (message) => new Uint8Array(signWith(null, message, key)),
  };
}

export async function sign(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, SIGN, [1, 1], { ...OUT, key: { type: 'string' }, name: { type: 'string' } });
  const output = outputOf(args, SIGN);
  const file = args.text('key');
  if (file === undefined) throw new Ended(`With which key? Use: collate ${SIGN}`, 2);
  const signer = await signerFrom(file, args.text('name')?.trim() || 'the command line');
  const name = args.files[0]!;
  const bundle = await openFile(name);
  if (isSealed(await headOf(bundle)))
    throw new Ended(`“${name}” is encrypted. Sign it before it is encrypted. Nothing was written.`);
  const signed = await signedParts(bundle, signer, tools);
  if (!signed.ok) {
    throw new Ended(
      signed.reason === 'file-unexpected'
        ? `“${name}” is signed already. Nothing was written.`
        : `${name}: ${bundleRefusalSentence(signed.reason, signed.detail)}`,
    );
  }
  await writeTo(output, args.has('force'), async (sink) => {
    let size = 0;
    for (const part of signed.value) {
      const bytes = part instanceof Uint8Array ? part : bundle.slice(part.from, part.to);
      for await (const chunk of chunksOf(bytes)) {
        await sink.write(size, chunk);
        size += chunk.length;
      }
    }
    return size;
  });
  io.out(`${output}: signed by the key ${fingerprintOf(await tools.sha256(signer.publicKey))}.`);
}
