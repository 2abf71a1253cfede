/** The root: who is at the keyboard, which case is open, and the frame around it. */
import { useCallback, useEffect, useState } from 'react';
import type { Platform } from '@shared/platform';
import { IndexContext } from '../search/hooks';
import { CaseContext } from '../store/hooks';
import { dropUnfinishedCases } from '../store/registry';
import type { Restored } from '../store/rebuild';
import { Banner, ToastRegion } from '../ui';
import { AppContext } from './context';
import type { AnalystSetting } from './context';
import { DialogHost } from './dialogs/DialogHost';
import { RestoredNotice } from './dialogs/RestoredNotice';
import { showFailure } from './dialogs/FailureDialog';
import { CaseFrame } from './frame/CaseFrame';
import { useFolderExchange } from '../features/exchange';
import { LibraryView, NameView } from '../features/library';
import { useHostEvents } from './hostEvents';
import { useKeymap } from './useKeymap';
import { useDrafts } from './drafts';
import { useLastWords } from './lastWords';
import { useLiveApp } from './liveApp';
import { navigate, useRoute } from './route';
import { readAnalyst, saveAnalyst } from './session';
import { useSession } from './useSession';
import { restoreFromDisk, returnToPlace } from './startUp';

export const App = ({ platform }: { platform: Platform }) => {
  const [analyst, setAnalyst] = useState<AnalystSetting | null | undefined>(undefined);
  const [restored, setRestored] = useState<readonly Restored[]>([]);
  const [persisted, setPersisted] = useState(true);
  const [brokenStart, setBrokenStart] = useState<{ error: unknown } | null>(null);
  const route = useRoute();
  const caseId = route.view === 'library' ? null : route.caseId;
  const { session, trouble } = useSession(caseId, analyst ?? null, platform);
  const app = useLiveApp(platform, analyst ?? null, session, showFailure);
  useKeymap(app);
  useHostEvents(app, session);
  useLastWords(app);
  useDrafts(app);
  useFolderExchange(app);

  useEffect(() => {
    void (async () => {
      await dropUnfinishedCases();
      setRestored(await restoreFromDisk(platform));
      await returnToPlace();
      setAnalyst(await readAnalyst());
      setPersisted((await navigator.storage?.persist?.()) ?? true);
    })().catch((error: unknown) => setBrokenStart({ error }));
  }, [platform]);

  const nameAnalyst = useCallback((name: string) => {
    void saveAnalyst(name).then(setAnalyst);
  }, []);

  // For the boundary above, which can say it and still export.
  if (brokenStart) throw brokenStart.error;
  return (
    <AppContext value={app}>
      <CaseContext value={session?.open ?? null}>
        <IndexContext value={session?.index ?? null}>
          {restored.length > 0 && <RestoredNotice restored={restored} onClose={() => setRestored([])} />}
          {analyst === undefined ? null : analyst === null ? (
            <NameView onName={nameAnalyst} />
          ) : route.view === 'library' ? (
            <LibraryView />
          ) : trouble ? (
            <Banner
              tone="danger"
              title="The case could not be opened"
              action={{ label: 'All cases', onPress: () => navigate({ view: 'library' }) }}
            >
              {trouble}
            </Banner>
          ) : session ? (
            <CaseFrame key={session.open.id} route={route} session={session} persisted={persisted} />
          ) : null}
          <DialogHost />
          <ToastRegion />
        </IndexContext>
      </CaseContext>
    </AppContext>
  );
};
