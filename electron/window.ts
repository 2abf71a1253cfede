/** The one window: sandboxed, isolated, without Node. It appears when its page has something to show. */
import path from 'node:path';
import { BrowserWindow, app, dialog, nativeTheme } from 'electron';
import { startUrl } from './origin';
import { flushBeforeClose } from './quit';
import { keepWindowState, readWindowState } from './windowState';

const PRELOAD = path.join(import.meta.dirname, '../preload/preload.cjs');

/** Opens it; `onLoading` runs whenever a page begins to load, also anew. */
export function openWindow(onLoading: () => void): BrowserWindow {
  const userData = app.getPath('userData');
  const kept = readWindowState(userData);
  const window = new BrowserWindow({
    title: app.name,
    width: kept?.width ?? 1280,
    height: kept?.height ?? 800,
    ...(kept === null ? {} : { x: kept.x, y: kept.y }),
    minWidth: 800,
    minHeight: 560,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#121418' : '#fafaf8',
    webPreferences: {
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  });
  let alive = false;
  window.webContents.on('did-start-loading', () => {
    alive = false;
    onLoading();
  });
  window.webContents.on('did-finish-load', () => {
    alive = true;
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    alive = false;
    if (reason !== 'clean-exit') void offerReload(window);
  });
  window.once('ready-to-show', () => {
    if (kept?.maximized === true) window.maximize();
    window.show();
  });
  keepWindowState(window, userData);
  flushBeforeClose(window, () => alive);
  void window.loadURL(startUrl());
  return window;
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The page stopped working.',
    detail: 'Every step you finished is saved. Load the page again to go on.',
    buttons: ['Load again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
