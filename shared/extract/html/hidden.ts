/** What of a page is not shown, or is no text: left out of what a person reads. */
import { attribute, hasAttribute, hasWord, nameOf } from './node';
import type { HtmlNode } from './node';

/** Elements whose content nobody reads in the flow of a page. */
const UNREAD = new Set([
  'head',
  'title',
  'meta',
  'link',
  'base',
  'style',
  'script',
  'noscript',
  'noframes',
  'noembed',
  'template',
  'nav',
  'button',
  'select',
  'textarea',
  'datalist',
  'input',
  'progress',
  'meter',
  'rp',
  'annotation',
  'annotation-xml',
  'xml',
  'area',
  'map',
]);

/** Elements that stand for a picture, a sound or a part without words of its own. */
const PICTURES = new Set(['img', 'svg', 'picture', 'video', 'audio', 'canvas', 'object', 'embed', 'v:imagedata']);

const UNREAD_ROLES: ReadonlySet<string> = new Set(['navigation', 'menu', 'menubar', 'toolbar', 'search', 'doc-toc']);

const HIDING =
  /(?:^|[;\s])(?:display\s*:\s*none|mso-list\s*:\s*ignore|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;

/** True for what is not shown, or not read as text. */
export function isUnread(node: HtmlNode): boolean {
  const name = nameOf(node);
  // In a page in XML, any prefix may stand for HTML.
  if (UNREAD.has(name) || /:(?:script|style)$/.test(name)) return true;
  if (name === 'dialog') return !hasAttribute(node, 'open');
  if (attribute(node, 'aria-hidden').toLowerCase() === 'true') return true;
  if (hasAttribute(node, 'hidden') && attribute(node, 'hidden').toLowerCase() !== 'until-found') return true;
  return HIDING.test(attribute(node, 'style')) || hasWord(node, 'role', UNREAD_ROLES);
}

/** True for a picture and its like; a picture of one point, with which mail is watched, is none. */
export function isPicture(node: HtmlNode): boolean {
  return PICTURES.has(nameOf(node));
}

/** True for the picture that nobody sees. */
export const isPoint = (node: HtmlNode): boolean =>
  /^[01](?:px)?$/.test(attribute(node, 'width').trim()) || /^[01](?:px)?$/.test(attribute(node, 'height').trim());
