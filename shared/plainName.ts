/** Names of files that stay in their folder, on every system: what a page may name where it may not name a path. */

/** Hidden files, and what systems and office programs leave in folders beside the documents. */
export const isJunkName = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(name);

/** Separators, drives and streams, what Windows forbids, and characters that cannot be seen. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f/\\:<>"|?*\u2028\u2029]/;
/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

const LONGEST = 255;

/** True for the name of one file in a folder: no path, no `..`, no device, none that another system reads otherwise. */
export const isPlainName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= LONGEST &&
  !FORBIDDEN.test(name) &&
  !DEVICE.test(name) &&
  !name.startsWith('.') &&
  !/[. ]$/.test(name);
