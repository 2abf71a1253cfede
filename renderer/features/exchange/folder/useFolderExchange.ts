/** Lets the open case exchange by itself: soon after it is opened, on a timer, and when the window comes to the front. */
import { useEffect, useRef } from 'react';
import type { App } from '../../../app/context';
import { useSetting } from '../../../store/hooks';
import { exchangeWithFolder } from './exchange';
import { folderKey } from './state';
import type { FolderSetting } from './state';

/** Milliseconds. */
const EVERY = 20_000;
const FIRST = 2_000;

export function useFolderExchange(app: App): void {
  const open = app.openCase;
  const setting = useSetting<FolderSetting>(folderKey(open?.id ?? ''));
  const latest = useRef(app);
  useEffect(() => {
    latest.current = app;
  }, [app]);
  useEffect(() => {
    if (!open || !setting?.byItself) return undefined;
    const go = (): void => void exchangeWithFolder(latest.current, open, setting, false);
    const first = setTimeout(go, FIRST);
    const every = setInterval(go, EVERY);
    addEventListener('focus', go);
    return () => {
      clearTimeout(first);
      clearInterval(every);
      removeEventListener('focus', go);
    };
  }, [open, setting]);
}
