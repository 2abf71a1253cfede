// Signatures: what was signed verifies, with OpenSSL too; what was changed since, in whatever byte, is refused.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, readBundle, signatureOf, signBundle, writeBundle } from '@shared/bundle';
import type { Signer } from '@shared/bundle';
import { base64Of, bytesOfBase64 } from '@shared/bundle/base64';
import { hexBytes } from '@shared/bundle/hex';
import { readSignature } from '@shared/bundle/seal/signature';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';
import { smallCase } from '../../../fixtures/bundles/make';
import { held } from '../../../fixtures/bundles/held';

async function newSigner(name = 'Jo Analyst'): Promise<Signer> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    actor: 'actor00001',
    name,
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message as BufferSource)),
  };
}

let plain: Uint8Array;
let signed: Uint8Array;
let signer: Signer;

beforeAll(async () => {
  plain = await writeBundle(smallCase(), bundleTools);
  signer = await newSigner();
  const result = await signBundle(plain, signer, bundleTools);
  if (!result.ok) throw new Error(result.reason);
  signed = result.value;
});

describe('a signed bundle', () => {
  it('says who signed it, and reads as the unsigned one does', async () => {
    const signature = await signatureOf(signed, bundleTools);
    expect(signature).toMatchObject({ ok: true, value: { signer: { actor: 'actor00001', name: 'Jo Analyst' } } });
    expect(signature.ok && signature.value?.publicKey).toEqual(signer.publicKey);
    expect(await held(await readBundle(signed, bundleTools))).toEqual(await held(await readBundle(plain, bundleTools)));
    expect(await signatureOf(plain, bundleTools)).toEqual({ ok: true, value: null });
  });

  it('keeps every byte of the bundle before the zip’s directory', () => {
    const there = unzipSync(signed);
    const { 'signature.json': own, ...rest } = there;
    expect(own).toBeDefined();
    expect(rest).toEqual(unzipSync(plain));
  });

  it('is the same for the same bundle and key (RFC 8032: signatures are deterministic)', async () => {
    expect(await signBundle(plain, signer, bundleTools)).toEqual({ ok: true, value: signed });
  });

  it('is not signed a second time', async () => {
    expect(await signBundle(signed, signer, bundleTools)).toMatchObject({ ok: false, reason: 'file-unexpected' });
  });

  it('is refused where another bundle’s signature stands in it, or one by another key', async () => {
    const other = smallCase();
    const changed = await writeBundle({ ...other, case: { ...other.case, name: 'Another name' } }, bundleTools);
    const files = unzipSync(changed);
    const forged = zipSync({ ...files, 'signature.json': unzipSync(signed)['signature.json']! });
    expect(await held(await readBundle(forged, bundleTools))).toEqual({
      ok: false,
      reason: 'signature-wrong',
      detail: 'Jo Analyst',
    });
    const stranger = await newSigner('Somebody');
    const theirs = await signBundle(plain, { ...stranger, sign: signer.sign }, bundleTools);
    expect(theirs.ok).toBe(true);
    if (theirs.ok)
      expect(await held(await readBundle(theirs.value, bundleTools))).toMatchObject({ reason: 'signature-wrong' });
  });

  it('is refused with any letter of its signature changed', async () => {
    const files = unzipSync(signed);
    const text = bundleTools.decode(files['signature.json']!);
    const at = text.indexOf('"signature":"') + '"signature":"'.length;
    for (const place of [at, at + 40, at + 80]) {
      const letter = text[place] === 'A' ? 'B' : 'A';
      const bent = text.slice(0, place) + letter + text.slice(place + 1);
      const zip = zipSync({ ...files, 'signature.json': bundleTools.encode(bent) });
      expect(await held(await readBundle(zip, bundleTools))).toMatchObject({ ok: false, reason: 'signature-wrong' });
    }
    for (const broken of ['', '{}', 'null', text.replace('Ed25519', 'RSA'), `${text} `]) {
      expect(readSignature(broken)).toBeNull();
      const zip = zipSync({ ...files, 'signature.json': bundleTools.encode(broken) });
      expect(await held(await readBundle(zip, bundleTools))).toMatchObject({ ok: false, reason: 'signature-wrong' });
    }
  });

  const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
  it.skipIf(!hasOpenssl)('verifies with OpenSSL as docs/bundle-format.md says (skipped without openssl)', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'collate-signature-'));
    try {
      const files = unzipSync(signed);
      const { publicKey, signature } = JSON.parse(bundleTools.decode(files['signature.json']!)) as Record<
        string,
        string
      >;
      writeFileSync(path.join(folder, 'key.der'), Buffer.from(publicKey!, 'base64'));
      writeFileSync(path.join(folder, 'signature.bin'), Buffer.from(signature!, 'base64'));
      const verify = (list: Uint8Array): string => {
        writeFileSync(path.join(folder, 'tagmanifest-sha256.txt'), list);
        const args =
          'pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin -in tagmanifest-sha256.txt -sigfile signature.bin';
        return execFileSync('openssl', args.split(' '), { cwd: folder, encoding: 'utf8' });
      };
      expect(verify(files['tagmanifest-sha256.txt']!)).toContain('Verified Successfully');
      expect(() => verify(Uint8Array.of(...files['tagmanifest-sha256.txt']!, 10))).toThrow('Command failed');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a fingerprint', () => {
  it('is sixteen letters that differ from key to key and avoid I, L, O and U', async () => {
    const prints = new Set<string>();
    for (let i = 0; i < 20; i += 1) {
      const { publicKey } = await newSigner();
      const print = fingerprintOf(await bundleTools.sha256(publicKey));
      expect(print).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      prints.add(print);
    }
    expect(prints.size).toBe(20);
    expect(fingerprintOf('00'.repeat(32))).toBe('0000-0000-0000-0000');
    expect(fingerprintOf('ff'.repeat(32))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });
});

describe('base64', () => {
  it('is that of RFC 4648 §10, there and back', () => {
    for (const [text, encoded] of [
      ['', ''],
      ['f', 'Zg=='],
      ['fo', 'Zm8='],
      ['foo', 'Zm9v'],
      ['foob', 'Zm9vYg=='],
      ['fooba', 'Zm9vYmE='],
      ['foobar', 'Zm9vYmFy'],
    ] as const) {
      expect(base64Of(bundleTools.encode(text))).toBe(encoded);
      expect(bundleTools.decode(bytesOfBase64(encoded))).toBe(text);
    }
    expect(bytesOfBase64(base64Of(hexBytes('00ff10fb')))).toEqual(hexBytes('00ff10fb'));
  });
});
