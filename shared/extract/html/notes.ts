/** Footnotes of a page: the mark in the text, the note itself, and the way back, which is no text. */
import { attribute, below, hasWord, isElement, nameOf, textOf } from './node';
import type { HtmlNode } from './node';

const NOTE_ROLES: ReadonlySet<string> = new Set(['doc-footnote', 'doc-endnote']);
const NOTE_TYPES: ReadonlySet<string> = new Set(['footnote', 'endnote', 'rearnote']);
const NOTES_ROLES: ReadonlySet<string> = new Set(['doc-endnotes', 'doc-footnotes']);
const NOTES_TYPES: ReadonlySet<string> = new Set(['footnotes', 'endnotes', 'rearnotes']);
const NOTES_CLASSES: ReadonlySet<string> = new Set(['footnotes', 'endnotes', 'footnote', 'references', 'reflist']);
const NOTE_ID = /^(?:[\w-]*[-_])?(?:fn|ftn|edn|footnote|endnote|cite_note)[-_:]?[\w.:-]*$/i;
const BACK_CLASSES: ReadonlySet<string> = new Set([
  'footnote-back',
  'footnote-backref',
  'reversefootnote',
  'data-footnote-backref',
]);

/** True for a footnote, and for a list or part that holds nothing else. */
export function isNote(node: HtmlNode): boolean {
  const name = nameOf(node);
  if (hasWord(node, 'role', NOTE_ROLES) || hasWord(node, 'epub:type', NOTE_TYPES)) return true;
  if (hasWord(node, 'role', NOTES_ROLES) || hasWord(node, 'epub:type', NOTES_TYPES)) return true;
  if (name === 'li' || name === 'aside') return NOTE_ID.test(attribute(node, 'id'));
  return (name === 'section' || name === 'div' || name === 'ol') && hasWord(node, 'class', NOTES_CLASSES);
}

/** True for the link from a note back to its mark. */
export function isWayBack(node: HtmlNode): boolean {
  if (nameOf(node) !== 'a') return false;
  if (/(?:^|\s)doc-backlink(?:\s|$)/.test(attribute(node, 'role')) || hasWord(node, 'class', BACK_CLASSES)) return true;
  return (
    attribute(node, 'href').includes('#') &&
    /^(?:\s|[\u2191\u21a9\u21b5\u2934^]|\ufe0e|\ufe0f)+$/u.test(textOf(node, 20))
  );
}

/**
 * The mark of a note in the text as it is written here (`[3]`), or null where the element is none: a raised link into
 * the page, or one that says it is a mark.
 */
export function noteMark(node: HtmlNode): string | null {
  const name = nameOf(node);
  if (name !== 'sup' && name !== 'a') return null;
  const says =
    /(?:^|\s)(?:doc-noteref|noteref)(?:\s|$)/.test(`${attribute(node, 'role')} ${attribute(node, 'epub:type')}`) ||
    (name === 'a' && /(?:^|\s)footnote-ref(?:\s|$)/.test(attribute(node, 'class')));
  if (!says && !holdsRaisedLink(node)) return null;
  const label = textOf(node, 30).replace(/\s+/g, ' ').trim();
  if (!/^[\p{L}\p{N}*†‡§ .,–[\]()-]{1,12}$/u.test(label)) return null;
  return `[${label.replace(/^[[(]|[\])]$/g, '').trim()}]`;
}

/** `<sup><a href="#…">` with nothing else in it, or the two the other way round. */
function holdsRaisedLink(node: HtmlNode): boolean {
  const wanted = nameOf(node) === 'sup' ? 'a' : 'sup';
  let found = 0;
  let link: HtmlNode | null = wanted === 'a' ? null : node;
  for (const one of below(node)) {
    if (!isElement(one)) continue;
    if (nameOf(one) !== wanted) continue;
    found += 1;
    if (wanted === 'a') link = one;
    if (found > 1) return false;
  }
  return found === 1 && link !== null && attribute(link, 'href').includes('#');
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};

/** Raised figures as they are seen: `10⁶` is not `106`. Null where the words stay as they are. */
export function raised(text: string): string | null {
  const label = text.trim();
  if (/^[+\-−]?\d{1,6}$/.test(label)) return Array.from(label, (sign) => RAISED[sign]).join('');
  return /^\d{1,3}(?: ?[,–-] ?\d{1,3}){1,9}$/.test(label) ? `[${label}]` : null;
}
