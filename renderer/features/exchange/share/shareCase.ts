/** What of the case goes into the bundle that was asked for: redacted first, then cut to the part. */
import type { BundleContents } from '@shared/bundle';
import type { Lock } from '@shared/bundle/seal/age';
import { isRedacted } from '@shared/bundle/share/recipient';
import { selectForSharing } from '@shared/bundle/share/select';
import { readChangesSince } from '../../../store/changesSince';
import { readContents } from '../../../store/contents';
import type { OpenCase } from '../../../store/openCase';
import { redactBundle } from '../bundleClient';
import type { BundleOptions } from '../bundleClient';
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

/** What locks the bundle as wished. */
export const lockOf = ({ lock, passphrase, key }: ShareWishes): Lock | null =>
  lock === 'none' ? null : lock === 'passphrase' ? { passphrase } : { recipients: [key.trim()] };
