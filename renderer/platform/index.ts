/** Chooses the host, once, at start. */
import type { Platform } from '@shared/platform';
import { browserPlatform } from './browser';
import { desktopPlatform } from './desktop';

/** The host that is there: the desktop when its preload put the bridge on the page, else the browser. */
export const choosePlatform = (): Platform =>
  window.collateDesktop === undefined ? browserPlatform() : desktopPlatform(window.collateDesktop);
