/**
 * Where the page lives. `app://workbench` is the origin IndexedDB belongs to: change the scheme or the host and every
 * analyst's cases are orphaned. So neither may ever change.
 */
import { app } from 'electron';

export const SCHEME = 'app';
export const HOST = 'workbench';
const ORIGIN = `${SCHEME}://${HOST}`;
export const PAGE_URL = `${ORIGIN}/index.html`;
export const PRINT_PATH = '/print/';

/** A dev server's address; only a run from the source folder may have one. */
export const devServer = (): string | null => (app.isPackaged ? null : (process.env['COLLATE_DEV_URL'] ?? null));

/** The address the window opens. */
export const startUrl = (): string => devServer() ?? PAGE_URL;

/** Says whether an address is the page's own: parsed, not compared by its beginning. */
export function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const dev = devServer();
  if (dev !== null && url.origin === new URL(dev).origin) return true;
  return isOwn(url) && !url.pathname.startsWith(PRINT_PATH);
}

/** Says whether an address belongs to the app's own scheme and host. */
export const isOwn = (url: URL): boolean =>
  url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
