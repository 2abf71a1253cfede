/** Makes a bundle and saves it where the analyst says, with progress, a way to stop, and a reason where it did not go. */
import type { BundleContents, Signer } from '@shared/bundle';
import type { Lock } from '@shared/bundle/seal/age';
import { no, yes } from '@shared/model/result';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { signerFor } from '../../app/signingKey';
import { letGo } from '../../platform/spool';
import { prepareBundles, refusalOfFailure } from './bundleClient';
import type { BundleOptions, PackOptions } from './bundleClient';
import { BUNDLE_FILTER } from './importBundle';
import { makeBundle } from './makeBundle';

const SEALED_FILTER = { name: 'Encrypted bundle', extensions: ['age'] } as const;

/** A file name out of a case's name: letters and digits of any script, the rest as dashes. */
export const fileNameOf = (name: string, extension: string): string =>
  `${
    name
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'case'
  }.${extension}`;

export interface SaveWishes extends Pick<PackOptions, 'language'> {
  readonly isSigned: boolean;
  readonly lock: Lock | null;
  /** Said of the file's name once it is written. */
  readonly told: (name: string) => string;
  /** Done once the file is written, before it is said. */
  readonly onSaved?: () => Promise<void>;
}

/** @param contentsOf what goes; null where there is nothing */
export async function saveBundle(
  context: CommandContext,
  contentsOf: (options: BundleOptions) => Promise<BundleContents | null>,
  { isSigned, lock, language, told, onSaved }: SaveWishes,
): Promise<Outcome> {
  const stop = new AbortController();
  const progress = context.progress('Making the bundle', () => stop.abort());
  const options = { signal: stop.signal, onProgress: (fraction: number) => progress.update(fraction) };
  let bytes: Blob | null = null;
  // While the rows are read.
  prepareBundles();
  try {
    const contents = await contentsOf(options);
    if (!contents) return no('cancelled');
    let signer: Signer | null = null;
    if (isSigned) {
      const own = await signerFor(context.analyst!, context.platform);
      if (!own.ok) return no(own.reason);
      signer = own.value;
    }
    bytes = await makeBundle(contents, { signer, lock }, language ? { ...options, language } : options);
    const saved = await context.platform.saveFile({
      suggestedName: fileNameOf(contents.case.name, lock ? 'collate.age' : 'collate'),
      filters: [lock ? SEALED_FILTER : BUNDLE_FILTER],
      bytes,
    });
    if (!saved.ok) return no(saved.reason);
    await onSaved?.();
    context.toast(told(saved.value.name));
    return yes(null);
  } catch (error) {
    if (stop.signal.aborted) return no('cancelled');
    const refusal = refusalOfFailure(error);
    if (refusal) return no(refusal);
    throw error;
  } finally {
    progress.done();
    if (bytes) await letGo(bytes);
  }
}
