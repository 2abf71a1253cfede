/** Text made safe for a page. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters HTML forbids are dropped. */
export const withoutControls = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');

/** Text made safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string =>
  withoutControls(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
