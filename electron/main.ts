/**
 * The desktop host, put together: locks first, then the page's scheme, the channels, the menu and the window. It moves
 * bytes and names between the page and the system and knows nothing of what they mean.
 */
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { z } from 'zod';
import type { CommandId } from '@shared/commands';
import { isCommand, main as runCommand } from './cli/main';
import { openCopy } from './openCopy';
import { askForFolder, openFolders } from './folders';
import { forgetHandles, handedContent, openFiles, openFolder, readHandle, saveFile } from './files';
import { answer, listen, tell } from './ipc';
import { unwrapSecret, wrapSecret } from './keys';
import { EMPTY_STATE, showMenu } from './menu';
import { bundlesIn, openFromSystem, setReceiver } from './opened';
import { printToPdf } from './print';
import { registerScheme, servePage } from './protocol';
import { flushed, watchQuit } from './quit';
import { openSecondCopy } from './second-copy/secondCopy';
import { openStaging } from './staging';
import { lockProcess, lockSession } from './security';
import { setUpSpellcheck } from './spellcheck';
import { openWindow } from './window';

z.config({ jitless: true });

// The profile folder follows the name in package.json, packaged or not, so the data stays where it is. Tests give
// their own; nothing else may move it.
const ownProfile = process.env['COLLATE_USER_DATA'];
if (ownProfile !== undefined && !app.isPackaged) app.setPath('userData', path.resolve(ownProfile));

let window: BrowserWindow | null = null;
const runInPage = (id: CommandId): void => {
  if (window === null) showWindow();
  tell(window, 'menu:command', { id });
};

function showWindow(): void {
  if (window !== null && !window.isDestroyed()) {
    if (window.isMinimized()) window.restore();
    window.focus();
    return;
  }
  const opened = openWindow(() => {
    forgetHandles();
    void setReceiver(null);
  });
  window = opened;
  opened.on('closed', () => {
    window = null;
    void setReceiver(null);
    showMenu(EMPTY_STATE, runInPage);
  });
}

function connect(): void {
  const copy = openSecondCopy(path.join(app.getPath('userData'), 'second-copy'));
  const folders = openFolders(path.join(app.getPath('userData'), 'folders.json'));
  const staging = openStaging(path.join(app.getPath('userData'), 'staging'));
  const shown = (): BrowserWindow => {
    if (window === null) throw new Error('no window');
    return window;
  };
  listen(
    {
      'file:open': (ask) => openFiles(shown(), ask),
      'file:open-folder': (ask) => openFolder(shown(), ask),
      'file:read': (ask) => readHandle(ask),
      'file:read-part': ({ handle, from, to }) => readHandle({ handle }, { from, to }),
      'stage:begin': (ask) => staging.begin(ask),
      'stage:append': (ask) => staging.append(ask),
      'file:open-copy': openCopy,
      'file:save': (ask) => staging.use(ask.bytes, (bytes) => saveFile(shown(), { ...ask, bytes })),
      'print:pdf': (ask) => printToPdf(shown(), ask),
      'menu:state': (ask) => {
        showMenu(ask, runInPage);
        return answer(null);
      },
      'open:listen': async () => {
        await setReceiver((file) => tell(window, 'open:file', file));
        return answer(null);
      },
      'quit:done': ({ id }) => {
        flushed(id);
        return answer(null);
      },
      'copy:list': async () => answer([...(await copy.list())]),
      'copy:append': (ask) => copy.append(ask),
      'copy:put-blob': (ask) => staging.use(ask.bytes, (bytes) => copy.putBlob({ ...ask, bytes })),
      'copy:read-blob': async (ask) => {
        const kept = await copy.readBlob(ask);
        return answer(kept && handedContent(kept));
      },
      'copy:put-backup': (ask) => staging.use(ask.bytes, (bytes) => copy.putBackup({ ...ask, bytes })),
      'copy:read-backup': async ({ caseId }) => {
        const kept = await copy.readBackup(caseId);
        return answer(kept && { seq: kept.seq, bytes: handedContent(kept.bytes) });
      },
      'copy:read-log': async (ask) => answer([...(await copy.readLog(ask))]),
      'copy:remove': async ({ caseId }) => answer((await copy.remove(caseId), null)),
      'copy:put-settings': async ({ json }) => answer((await copy.putSettings(json), null)),
      'copy:read-settings': async () => answer(await copy.readSettings()),
      'copy:free-space': async () => answer(await copy.freeSpace()),
      'folder:choose': ({ title }) => askForFolder(shown(), title, folders),
      'folder:list': (ask) => folders.list(ask),
      'folder:read': async (ask) => {
        const read = await folders.read(ask);
        return read.ok ? answer(handedContent(read.value)) : read;
      },
      'folder:write': (ask) => staging.use(ask.bytes, (bytes) => folders.write({ ...ask, bytes })),
      'folder:remove': (ask) => folders.remove(ask),
      'folder:forget': ({ handle }) => folders.forget(handle),
      'key:wrap': wrapSecret,
      'key:unwrap': unwrapSecret,
    },
    () => window,
  );
}

function start(): void {
  lockSession();
  servePage();
  connect();
  showMenu(EMPTY_STATE, runInPage);
  void setUpSpellcheck(app.getPath('userData'));
  void openFromSystem(bundlesIn(process.argv, process.cwd()));
  showWindow();
}

/** The words after the program's own: packaged, it is the program alone; else Electron and the folder before it. */
const words = process.argv.slice(app.isPackaged ? 1 : 2);

if (isCommand(words[0])) {
  // A command needs neither a window nor the profile, and runs beside a program that is open.
  const io = {
    out: (line: string) => void process.stdout.write(`${line}\n`),
    err: (line: string) => void process.stderr.write(`${line}\n`),
    env: process.env,
  };
  void runCommand(words, io).then((status) => app.exit(status));
} else if (app.requestSingleInstanceLock()) {
  lockProcess();
  registerScheme();
  watchQuit();
  app.on('second-instance', (_event, argv, folder) => {
    showWindow();
    void openFromSystem(bundlesIn(argv, folder));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void openFromSystem([file]);
    if (app.isReady()) showWindow();
  });
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Not awaited at the top level: `ready` comes only after this module has been evaluated.
  void app.whenReady().then(start);
} else {
  app.quit();
}
