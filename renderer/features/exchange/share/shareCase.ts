/** Makes the bundle that was asked for: redacted first, then cut to the part, then signed, then locked. */
import type { BundleContents, Signer } from '@shared/bundle';
import { signedParts } from '@shared/bundle';
import { isRedacted } from '@shared/bundle/share/recipient';
import { selectForSharing } from '@shared/bundle/share/select';
import { readChangesSince } from '../../../store/changesSince';
import { readContents } from '../../../store/contents';
import type { OpenCase } from '../../../store/openCase';
import { letGo, madeOf } from '../../../platform/spool';
import { packBundle, redactBundle, sealBundle } from '../bundleClient';
import type { BundleOptions } from '../bundleClient';
import { bundleTools } from '../bundleTools';
import { choiceOf } from './wishes';
import type { ShareWishes } from './wishes';

export interface ShareGround {
  readonly open: OpenCase;
  /** Excerpts that were selected when sharing began. */
  readonly excerptIds: readonly string[];
  /** Journal entry up to which the recipient has everything; null where they have nothing yet. */
  readonly since: number | null;
}

/** Reads the case at most once for as many choices as are tried. */
export function contentsReader(open: OpenCase): () => Promise<BundleContents> {
  let read: Promise<BundleContents> | null = null;
  return () => (read ??= readContents(open, { originals: true }) as Promise<BundleContents>);
}

/** What would go; null where nothing is chosen, or there is nothing new for them. */
export async function contentsFor(
  wishes: ShareWishes,
  ground: ShareGround,
  whole: () => Promise<BundleContents>,
  options: BundleOptions = {},
): Promise<BundleContents | null> {
  if (wishes.part === 'since') {
    // A redacted copy is not the case: changes of the one are nothing for whoever has the other.
    if (ground.since === null || isRedacted(wishes)) return null;
    const changes = (await readChangesSince(ground.open, ground.since, new Set())) as BundleContents | null;
    return changes && selectForSharing(changes, { what: 'case' }, wishes.originals);
  }
  const choice = choiceOf(wishes, ground.excerptIds);
  if (!choice) return null;
  const all = await whole();
  // Redacted before it is cut: a part does not know which of its text others hold to be stricter.
  const may = isRedacted(wishes)
    ? await redactBundle(
        all,
        {
          ceiling: wishes.ceiling ?? 'TLP:RED',
          pseudonyms: wishes.pseudonyms,
          privateNotes: wishes.privateNotes,
          originals: wishes.originals,
        },
        options,
      )
    : all;
  return selectForSharing(may, choice, wishes.originals);
}

/** The bundle, signed where there is a signer, and locked as wished. */
export async function bytesFor(
  contents: BundleContents,
  wishes: ShareWishes,
  signer: Signer | null,
  options: BundleOptions = {},
): Promise<Blob> {
  let bytes = await packBundle(contents, { ...options, language: wishes.language });
  if (signer) {
    const plain = bytes;
    const signed = await signedParts(plain, signer, bundleTools);
    if (!signed.ok) throw new Error(`the bundle could not be signed: ${signed.reason}`);
    bytes = new Blob(
      signed.value.map((part) =>
        part instanceof Uint8Array ? (part as Uint8Array<ArrayBuffer>) : plain.slice(part.from, part.to),
      ),
    );
    madeOf(plain, bytes);
  }
  if (wishes.lock === 'none') return bytes;
  try {
    const lock = wishes.lock === 'passphrase' ? { passphrase: wishes.passphrase } : { recipients: [wishes.key.trim()] };
    return await sealBundle(bytes, lock, options);
  } finally {
    await letGo(bytes);
  }
}
