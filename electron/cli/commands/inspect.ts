/** `inspect` and `verify`: what a bundle says of itself, and whether all of it holds. */
import { fingerprintOf, inspectBundle, readBundle, signatureOf } from '@shared/bundle';
import type { BundleHeader, Signature } from '@shared/bundle';
import { argumentsOf } from '../arguments';
import { bundleOf, KEY_OPTIONS, orEnd } from '../bundles';
import { tools } from '../io';
import type { Io } from '../io';

/** Counted in every answer, 0 where the bundle has none. */
const COUNTED = ['documents', 'excerpts', 'tags', 'links', 'sources', 'hypotheses', 'briefings'] as const;

export const INSPECT = 'inspect FILE [--json]';
export const VERIFY = 'verify FILE';

interface Signed {
  readonly name: string;
  readonly actor: string;
  readonly fingerprint: string;
}

const signedBy = async (signature: Signature | null): Promise<Signed | null> =>
  signature && { ...signature.signer, fingerprint: fingerprintOf(await tools.sha256(signature.publicKey)) };

const countsOf = (header: BundleHeader): Record<string, number> => ({
  ...Object.fromEntries(COUNTED.map((table) => [table, 0])),
  ...header.counts,
});

const signatureWords = (signed: Signed | null): string =>
  signed ? `by the key ${signed.fingerprint}, which says it is ${signed.name}` : 'none';

export async function inspect(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, INSPECT, [1, 1], { ...KEY_OPTIONS, json: { type: 'boolean' } });
  const name = args.files[0]!;
  const bundle = await bundleOf(name, args, io);
  const header = orEnd(name, await inspectBundle(bundle, tools));
  const signed = await signedBy(orEnd(name, await signatureOf(bundle, tools)));
  const { format, formatVersion, modelVersion, marking, withheld } = header;
  const counts = countsOf(header);
  if (args.has('json')) {
    const { id, name: caseName } = header.case;
    const signatures = signed ? [signed] : [];
    io.out(
      JSON.stringify(
        { format, formatVersion, modelVersion, case: { id, name: caseName }, counts, marking, signatures, withheld },
        null,
        2,
      ),
    );
    return;
  }
  io.out(`Case       ${header.case.name} (${header.case.id})`);
  io.out(`Format     ${format} ${formatVersion}, model ${modelVersion}`);
  io.out(`Marking    ${marking}`);
  io.out(`Signature  ${signatureWords(signed)}`);
  for (const [table, count] of Object.entries(counts)) io.out(`${String(count).padStart(9)}  ${table}`);
  for (const [what, count] of Object.entries(withheld)) io.out(`${String(count).padStart(9)}  withheld: ${what}`);
}

export async function verify(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, VERIFY, [1, 1], KEY_OPTIONS);
  const name = args.files[0]!;
  const bundle = await bundleOf(name, args, io);
  orEnd(name, await readBundle(bundle, tools));
  const signed = await signedBy(orEnd(name, await signatureOf(bundle, tools)));
  io.out(`${name}: whole and valid. Signature: ${signatureWords(signed)}.`);
}
