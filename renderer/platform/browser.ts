/** A plain browser as host: no native menu, no files from the system, no second copy on disk. */
import { no } from '@shared/model/result';
import type { Platform } from '@shared/platform';
import { VERSION } from '@shared/version';
import { openFiles, saveFile } from './browserFiles';
import { openFolder } from './folderFiles';
import { browserFolders } from './browserFolders';
import { printPage } from './browserPrint';
import { pickedFromDrop } from './pageFile';

const nothingToStop = (): void => undefined;

export function browserPlatform(): Platform {
  return {
    kind: 'browser',
    os: osOf(navigator.userAgent),
    version: VERSION,
    openFiles,
    openFolder,
    fromDrop: pickedFromDrop,
    saveFile,
    openCopy: null,
    printToPdf: printPage,
    setMenuState: nothingToStop,
    onCommand: () => nothingToStop,
    onOpenFile: () => nothingToStop,
    onBeforeQuit(listener) {
      // A browser waits for nobody: what is unsaved is written as soon as the page is out of sight.
      const hidden = (): void => {
        if (document.visibilityState === 'hidden') void listener();
      };
      const leaving = (): void => void listener();
      document.addEventListener('visibilitychange', hidden);
      window.addEventListener('pagehide', leaving);
      return () => {
        document.removeEventListener('visibilitychange', hidden);
        window.removeEventListener('pagehide', leaving);
      };
    },
    wrapSecret: () => Promise.resolve(no('not-allowed')),
    unwrapSecret: () => Promise.resolve(no('not-allowed')),
    secondCopy: null,
    folders: browserFolders(),
  };
}

/** What the keyboard and the words of the menus go by. */
export const osOf = (userAgent: string): Platform['os'] =>
  /Macintosh|Mac OS X/.test(userAgent) ? 'mac' : userAgent.includes('Windows') ? 'windows' : 'linux';
