/**
 * Who a bundle is from: an Ed25519 signature (RFC 8032) over the bytes of `tagmanifest-sha256.txt`, whose checksums
 * lead to every other byte. It stands in `signature.json` beside it and can be verified with OpenSSL alone:
 * docs/bundle-format.md has the commands.
 */
import { z } from 'zod';
import { actorSchema } from '../../model/record';
import { base64Of, bytesOfBase64 } from '../base64';
import { canonicalJson, isCanonical, wellFormed } from '../canonicalJson';
import { hexBytes } from '../hex';

/** DER of a public Ed25519 key before its 32 bytes (RFC 8410 §4). */
const SPKI = hexBytes('302a300506032b6570032100');
const KEY_SIZE = 32;
const SIGNATURE_SIZE = 64;

/** Bytes as base64 (RFC 4648 §4), padded. */
const base64Schema = z.string().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);

const signatureSchema = z.strictObject({
  format: z.literal('collate-signature'),
  formatVersion: z.literal(1),
  algorithm: z.literal('Ed25519'),
  over: z.literal('tagmanifest-sha256.txt'),
  /** The key as SubjectPublicKeyInfo in DER, base64: what OpenSSL reads. */
  publicKey: base64Schema.max(200),
  signature: base64Schema.max(200),
  /** Who the signer says they are. Only the key is proved. */
  signer: z.strictObject({ actor: actorSchema, name: z.string().min(1).max(120) }),
});

export interface Signature {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  readonly signer: { readonly actor: string; readonly name: string };
}

export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly actor: string;
  readonly name: string;
  /** Ed25519 over the message; 64 bytes. The secret key stays with the host. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/** The text of `signature.json` for a tag manifest. */
export async function signatureText(tagManifest: Uint8Array, signer: Signer): Promise<string> {
  return canonicalJson(
    wellFormed({
      format: 'collate-signature',
      formatVersion: 1,
      algorithm: 'Ed25519',
      over: 'tagmanifest-sha256.txt',
      publicKey: base64Of(Uint8Array.of(...SPKI, ...signer.publicKey)),
      signature: base64Of(await signer.sign(tagManifest)),
      signer: { actor: signer.actor, name: signer.name },
    }),
  );
}

/** What `signature.json` says, not yet verified; null where it is not as signatures are. */
export function readSignature(text: string): Signature | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = signatureSchema.safeParse(raw);
  if (!parsed.success || !isCanonical(text, raw)) return null;
  const key = bytesOfBase64(parsed.data.publicKey);
  const signature = bytesOfBase64(parsed.data.signature);
  if (key.length !== SPKI.length + KEY_SIZE || signature.length !== SIGNATURE_SIZE) return null;
  if (!SPKI.every((byte, i) => key[i] === byte)) return null;
  return { publicKey: key.subarray(SPKI.length), signature, signer: parsed.data.signer };
}

/** Crockford's letters and digits: none that is taken for another, by eye or by voice. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 4;

/**
 * A public key in sixteen letters and digits, to compare by voice: the first 80 bits of its SHA-256 in Crockford's
 * base 32, `K7QX-2M4D-8R1A-ZP0T`.
 * @param hash SHA-256 of the 32 bytes of the key, hex
 */
export function fingerprintOf(hash: string): string {
  const bits = [...hexBytes(hash.slice(0, 20))].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: GROUPS }, (_group, group) =>
    Array.from({ length: GROUP }, (_letter, letter) => {
      const from = (group * GROUP + letter) * 5;
      return LETTERS[Number.parseInt(bits.slice(from, from + 5), 2)];
    }).join(''),
  ).join('-');
}
