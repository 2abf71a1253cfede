/**
 * The locks: no network, no permission beyond two, no navigation, no new window, no webview. Each one holds alone, so
 * that a hole in one is not a hole in the house.
 */
import { app, session, type WebContents } from 'electron';
import { devServer, isOwn, isPage, PRINT_PATH } from './origin';

/** `persistent-storage` keeps Chromium from dropping the database; the other lets "Copy" work. */
const ALLOWED_PERMISSIONS: readonly string[] = ['persistent-storage', 'clipboard-sanitized-write'];

/** Before `ready`. Resolving no host name at all also stops what never passes through a session's requests. */
export function lockProcess(): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  if (devServer() === null) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

/** After `ready`. */
export function lockSession(): void {
  const { defaultSession } = session;
  defaultSession.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isLocal(request.url) }));
  defaultSession.setPermissionRequestHandler((contents, permission, decide) =>
    decide(ALLOWED_PERMISSIONS.includes(permission) && isPage(contents.getURL())),
  );
  defaultSession.setPermissionCheckHandler(
    (contents, permission) =>
      ALLOWED_PERMISSIONS.includes(permission) && contents !== null && isPage(contents.getURL()),
  );
  defaultSession.setDevicePermissionHandler(() => false);
}

/** Says whether a request stays inside the program. */
export function isLocal(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === 'blob:' || url.protocol === 'data:' || isOwn(url)) return true;
  if (url.protocol === 'devtools:') return !app.isPackaged;
  const dev = devServer();
  return dev !== null && url.host === new URL(dev).host;
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    if (!isPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isPage(event.url) && !isPrintPage(event.url)) event.preventDefault();
  });
}

const isPrintPage = (address: string): boolean =>
  URL.canParse(address) && isOwn(new URL(address)) && new URL(address).pathname.startsWith(PRINT_PATH);
