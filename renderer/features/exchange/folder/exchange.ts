/** Exchanges the open case with its folder: one window of a profile at a time, with what came told in a line. */
import { signatureOf } from '@shared/bundle';
import type { Signer } from '@shared/bundle';
import { headOf, isSealed, keyKindOf } from '@shared/bundle/seal/age';
import { analystRecordId } from '@shared/model/analyst';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { FileContent, Folders } from '@shared/platform';
import type { ActorId } from '@shared/merge/clock';
import { failureSentence } from '@shared/messages';
import type { App } from '../../../app/context';
import { flushPending } from '../../../app/pending';
import { signerFor, standingOf } from '../../../app/signingKey';
import { blobOf } from '../../../platform/browserFiles';
import { letGo } from '../../../platform/spool';
import { StoreFailure } from '../../../store/failure';
import type { OpenCase } from '../../../store/openCase';
import { readRows } from '../../../store/rows';
import { unpackBundle, unsealBundle } from '../bundleClient';
import { bundleTools, hashOf } from '../bundleTools';
import { makeBundle } from '../makeBundle';
import { exchangeOnce } from './round';
import type { Round, Unlocking } from './round';
import { passphraseFor } from './secret';
import { activityOf, setActivity } from './state';
import type { FolderSetting } from './state';
import { folderSentence, isChange, NO_KEY, NO_PASSPHRASE, reportWords } from './words';

type Host = Pick<App, 'platform' | 'toast' | 'now' | 'analyst'>;

/**
 * One round with the folder, unless one is underway here or in another window.
 * @param pressed asks for leave where the host forgot it, and tries broken files again
 */
export async function exchangeWithFolder(
  app: Host,
  open: OpenCase,
  setting: FolderSetting,
  pressed: boolean,
): Promise<void> {
  const { folders } = app.platform;
  if (!folders || activityOf(open.id).isRunning) return;
  setActivity(open.id, { isRunning: true });
  try {
    // Asked first: a browser gives leave only soon after the press.
    if (pressed) {
      await folders.allow(setting.handle);
      await flushPending();
    }
    await navigator.locks.request(`collate-exchange-${open.id}`, { ifAvailable: !pressed }, async (granted) => {
      if (!granted) return;
      const safety = await safetyOf(app, open, setting);
      if (typeof safety === 'string') {
        setActivity(open.id, { trouble: safety });
        return;
      }
      const done = await roundWith(app, folders, open, safety, setting.handle, pressed);
      if (!done.ok) {
        setActivity(open.id, { trouble: folderSentence(done.reason) });
        return;
      }
      setActivity(open.id, { trouble: null, doneAt: app.now().toISOString() });
      await tell(app, open, done.value);
    });
  } catch (error) {
    setActivity(open.id, { trouble: troubleOf(error) });
  } finally {
    setActivity(open.id, { isRunning: false });
  }
}

interface Safety {
  readonly signer: Signer | null;
  readonly lock: { readonly passphrase: string } | null;
  /** For what others encrypted, also where nothing is encrypted here. */
  readonly passphrase: string | null;
}

/** How bundles are signed and encrypted; a sentence where they cannot be as they are to be. */
async function safetyOf(app: Host, open: OpenCase, setting: FolderSetting): Promise<Safety | string> {
  const passphrase = await passphraseFor(open.id, app.platform);
  if (setting.isLocked && passphrase === null) return NO_PASSPHRASE;
  let signer: Signer | null = null;
  if (setting.isSigned) {
    const own = app.analyst && (await signerFor(app.analyst, app.platform));
    if (!own?.ok) return NO_KEY;
    signer = own.value;
  }
  return { signer, lock: setting.isLocked && passphrase !== null ? { passphrase } : null, passphrase };
}

async function roundWith(
  app: Host,
  folders: Folders,
  open: OpenCase,
  { signer, lock, passphrase }: Safety,
  handle: string,
  again: boolean,
): ReturnType<typeof exchangeOnce> {
  const opened: object[] = [];
  try {
    return await exchangeOnce(
      {
        open,
        folders,
        pack: (contents) => makeBundle(contents, { signer, lock }),
        isLocked: lock !== null,
        unlock: async (bytes) => {
          const plain = await unlock(bytes, passphrase);
          if (plain.ok && plain.value !== bytes) opened.push(plain.value);
          return plain;
        },
        unpack: (bytes) => unpackBundle(bytes),
        standing: async (bytes) => {
          const signature = await signatureOf(blobOf(bytes), bundleTools);
          return standingOf(signature.ok ? signature.value : null);
        },
        sha256: hashOf,
        now: () => app.now(),
      },
      handle,
      again,
    );
  } finally {
    await letGoOf(app, opened);
  }
}

/** What was opened lies on the page's own disk; the database of a private window leaves blobs where they lie. */
async function letGoOf({ platform }: Host, opened: readonly object[]): Promise<void> {
  if (platform.kind === 'desktop') for (const one of opened) await letGo(one);
}

async function unlock(bytes: FileContent, passphrase: string | null): Promise<Result<FileContent, Unlocking>> {
  const blob = blobOf(bytes);
  if (!isSealed(await headOf(blob))) return yes(bytes);
  if (keyKindOf(await headOf(blob)) === 'identity') return no('wrong-passphrase');
  if (passphrase === null) return no('no-passphrase');
  const opened = await unsealBundle(blob, { passphrase });
  if (opened.ok) return opened;
  return no(opened.reason === 'wrong-passphrase' ? 'wrong-passphrase' : 'sealed-broken');
}

function troubleOf(error: unknown): string {
  if (error instanceof StoreFailure) return failureSentence(error.kind);
  return String(error).includes('BundleTooLarge')
    ? 'The case is larger than one bundle may be (4 GB). Your changes were not written; remove documents that are no longer needed.'
    : 'The exchange did not go through. What is here was not changed by it; it is tried again.';
}

/** The name an actor has in this case. */
export async function nameOf(open: OpenCase, actor: ActorId | null): Promise<string> {
  const [analyst] = actor ? await readRows(open, 'analysts', [analystRecordId(actor)]) : [];
  return analyst?.name ?? 'an analyst unknown here';
}

async function tell(app: Host, open: OpenCase, { taken }: Round): Promise<void> {
  const news = taken.filter(({ report }) => isChange(report));
  if (news.length === 0) return;
  const names = new Set(await Promise.all(news.map(({ by }) => nameOf(open, by))));
  const sum = news
    .map(({ report }) => report)
    .reduce((a, b) => ({
      added: a.added + b.added,
      changed: a.changed + b.changed,
      deleted: a.deleted + b.deleted,
      conflicts: a.conflicts + b.conflicts,
    }));
  // Each bundle is a step of its own: with several the offer would take back the last one only.
  app.toast(`Taken in from ${[...names].join(', ')}: ${reportWords(sum)}.`, news.length === 1 ? { undo: true } : {});
}
