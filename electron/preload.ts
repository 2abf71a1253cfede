/**
 * What the page sees of this machine: one frozen object of named functions. It never hands over Electron's own
 * objects, an event, a channel name or a path.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Answer, Ask, Channel, CollateDesktop, EventName, EventPayload, Reply } from '@shared/ipc';
import { VERSION } from '@shared/version';

const call =
  <C extends Channel>(channel: C) =>
  (ask: Ask<C>): Promise<Reply<Answer<C>>> =>
    ipcRenderer.invoke(channel, ask) as Promise<Reply<Answer<C>>>;

function hear<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  const heard = (_event: unknown, payload: EventPayload<E>): void => listener(payload);
  ipcRenderer.on(event, heard);
  return () => void ipcRenderer.removeListener(event, heard);
}

const quitListeners = new Set<() => Promise<void>>();
hear('quit:ask', ({ id }) => {
  void Promise.allSettled([...quitListeners].map((listener) => listener())).then(() => call('quit:done')({ id }));
});

const bridge = {
  os: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
  version: VERSION,
  openFiles: call('file:open'),
  openFolder: call('file:open-folder'),
  readFile: call('file:read'),
  readFilePart: call('file:read-part'),
  beginStage: call('stage:begin'),
  appendStage: call('stage:append'),
  openCopy: call('file:open-copy'),
  saveFile: call('file:save'),
  printToPdf: call('print:pdf'),
  wrapSecret: call('key:wrap'),
  unwrapSecret: call('key:unwrap'),
  setMenuState: (state) => void call('menu:state')({ ...state, enabled: [...state.enabled] }),
  onCommand: (listener) => hear('menu:command', ({ id }) => listener(id)),
  onOpenFile: (listener) => {
    const stop = hear('open:file', (file) => listener(file));
    void call('open:listen')({});
    return stop;
  },
  onBeforeQuit: (listener) => {
    const own = (): Promise<void> => listener();
    quitListeners.add(own);
    return () => void quitListeners.delete(own);
  },
  copy: {
    list: call('copy:list'),
    append: call('copy:append'),
    putBlob: call('copy:put-blob'),
    readBlob: call('copy:read-blob'),
    putBackup: call('copy:put-backup'),
    readBackup: call('copy:read-backup'),
    readLog: call('copy:read-log'),
    remove: call('copy:remove'),
    putSettings: call('copy:put-settings'),
    readSettings: call('copy:read-settings'),
    freeSpace: call('copy:free-space'),
  },
  folders: {
    choose: call('folder:choose'),
    list: call('folder:list'),
    read: call('folder:read'),
    write: call('folder:write'),
    remove: call('folder:remove'),
    forget: call('folder:forget'),
  },
} satisfies CollateDesktop;

contextBridge.exposeInMainWorld(
  'collateDesktop',
  Object.freeze({ ...bridge, copy: Object.freeze(bridge.copy), folders: Object.freeze(bridge.folders) }),
);
