/** Exchanges the open case with its folder: one window of a profile at a time, with what came told in a line. */
import { analystRecordId } from '@shared/model/analyst';
import type { ActorId } from '@shared/merge/clock';
import { failureSentence } from '@shared/messages';
import type { App } from '../../../app/context';
import { flushPending } from '../../../app/pending';
import { StoreFailure } from '../../../store/failure';
import type { OpenCase } from '../../../store/openCase';
import { readRows } from '../../../store/rows';
import { packBundle, unpackBundle } from '../bundleClient';
import { hashOf } from '../bundleTools';
import { exchangeOnce } from './round';
import type { Round } from './round';
import { activityOf, setActivity } from './state';
import type { FolderSetting } from './state';
import { folderSentence, isChange, reportWords } from './words';

type Host = Pick<App, 'platform' | 'toast' | 'now'>;

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
    await navigator.locks.request(`collate-exchange-${open.id}`, { ifAvailable: !pressed }, async (lock) => {
      if (!lock) return;
      const done = await exchangeOnce(
        {
          open,
          folders,
          pack: (contents) => packBundle(contents),
          unpack: (bytes) => unpackBundle(bytes),
          sha256: hashOf,
          now: () => app.now(),
        },
        setting.handle,
        pressed,
      );
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
