/** Opens and closes the case that the route names. */
import { useEffect, useState } from 'react';
import { failureSentence } from '@shared/messages';
import type { Platform } from '@shared/platform';
import { StoreFailure } from '../store/failure';
import type { AnalystSetting } from './context';
import { clearSelection } from './selection';
import { openSession } from './session';
import type { Session } from './session';
import { keepSettings } from './startUp';

export interface SessionState {
  readonly session: Session | null;
  /** Why the case could not be opened or was lost; null where all is well. */
  readonly trouble: string | null;
}

const CLOSED: SessionState = { session: null, trouble: null };

export function useSession(caseId: string | null, analyst: AnalystSetting | null, platform: Platform): SessionState {
  const [state, setState] = useState<SessionState>(CLOSED);
  useEffect(() => {
    if (!caseId || !analyst) return undefined;
    let gone = false;
    let session: Session | null = null;
    let stopListening: (() => void) | null = null;
    openSession(caseId, analyst, platform).then(
      (opened) => {
        session = opened;
        if (gone) void opened?.close();
        else if (opened) {
          stopListening = opened.open.onLost((why) => setState({ session: null, trouble: failureSentence(why) }));
          setState({ session: opened, trouble: null });
          void keepSettings(platform);
        } else
          setState({
            session: null,
            trouble: 'This profile has no such case: it was deleted, or the address is wrong.',
          });
      },
      (error: unknown) => {
        if (!gone)
          setState({ session: null, trouble: failureSentence(error instanceof StoreFailure ? error.kind : 'unknown') });
      },
    );
    return () => {
      gone = true;
      stopListening?.();
      clearSelection();
      setState(CLOSED);
      void session?.close();
    };
  }, [caseId, analyst, platform]);
  return state;
}
