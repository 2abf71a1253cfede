/**
 * What comes from Word, Google Docs and the web, without what it carries along: only headings, paragraphs, lists, tables,
 * emphasis and links come in. Nothing is fetched for it, and pictures from elsewhere stay out.
 */
import { isLinkTarget } from '@shared/briefing/bodyMarks';
import { wordLists } from './wordLists';

const DROPPED =
  'script, style, meta, link, title, base, xml, template, iframe, object, embed, svg, canvas, audio, video, noscript, ' +
  'select, textarea, button, map, [style*="mso-hide:all" i], .Apple-interchange-newline';
/** Elements that say something to the editor; any other gives way to what it holds. */
const KEPT: ReadonlySet<string> = new Set(
  'p h1 h2 h3 ul ol li blockquote table thead tbody tfoot tr th td strong b em i u s del strike code br hr a div section article'.split(
    ' ',
  ),
);
const BLOCKS = 'p, h1, h2, h3, ul, ol, li, blockquote, table, div, section, article, hr';

/** The pasted HTML made clean. What the editor itself put on the clipboard passes as it is. */
export function cleanPaste(html: string): string {
  if (html.includes('data-pm-slice')) return html;
  const { body } = new DOMParser().parseFromString(withoutOffice(html), 'text/html');
  dropComments(body);
  wordLists(body);
  for (const one of body.querySelectorAll(DROPPED)) one.remove();
  for (const picture of body.querySelectorAll('img, picture, figure')) standIn(picture);
  namedByStyle(body);
  tasks(body);
  for (const one of body.querySelectorAll('*')) tidy(one);
  dropEmpty(body);
  return body.innerHTML.trim();
}

/** Namespaced elements of Office hold nothing to keep; their close tags would confuse the parser. */
const withoutOffice = (html: string): string =>
  html
    .replace(/<!\[(?:if|endif)[^>]*>/giu, '')
    .replace(/<o:p>(?:\s|&nbsp;|&#160;)*<\/o:p>/giu, '')
    .replace(/<\/?(?:o|v|w|m|st1|x):[^>]*>/giu, '');

function dropComments(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const all: ChildNode[] = [];
  while (walker.nextNode()) all.push(walker.currentNode as ChildNode);
  for (const one of all) one.remove();
}

/** A picture leaves the words that stand for it, where it has any; a figure its caption. */
function standIn(picture: Element): void {
  const words =
    picture.localName === 'figure'
      ? (picture.querySelector('figcaption')?.textContent ?? '')
      : (picture.getAttribute('alt') ?? '');
  const isFigureWithMore =
    picture.localName === 'figure' && picture.querySelector('table, p, ul, ol, blockquote') !== null;
  if (isFigureWithMore || !picture.isConnected) return;
  const said = words.replace(/\s+/gu, ' ').trim();
  if (/\p{L}{2}/u.test(said)) picture.replaceWith(`[Picture: ${said.slice(0, 300)}]`);
  else picture.remove();
}

const styleOf = (one: Element): string => (one.getAttribute('style') ?? '').toLowerCase().replace(/\s*:\s*/gu, ':');

function rename(one: Element, name: string): Element {
  const made = one.ownerDocument.createElement(name);
  for (const { name: key, value } of one.attributes) made.setAttribute(key, value);
  made.append(...one.childNodes);
  one.replaceWith(made);
  return made;
}

const unwrap = (one: Element): void => one.replaceWith(...one.childNodes);

function wrapInside(one: Element, name: string): void {
  const made = one.ownerDocument.createElement(name);
  made.append(...one.childNodes);
  one.append(made);
}

/** What programs say by style and not by element: headings of Word, emphasis of Google Docs, and emphasis that is none. */
function namedByStyle(body: Element): void {
  for (const one of body.querySelectorAll('p')) {
    const level = /mso-outline-level:([1-9])/u.exec(styleOf(one))?.[1];
    if (one.classList.contains('MsoTitle')) rename(one, 'h1');
    else if (level) rename(one, `h${Math.min(3, Number(level))}`);
  }
  for (const one of body.querySelectorAll('h4, h5, h6')) rename(one, 'h3');
  for (const one of body.querySelectorAll('b, strong'))
    if (/(?:^|;)\s*font-weight:(?:normal|[1-4]00)/u.test(styleOf(one))) unwrap(one);
  for (const one of body.querySelectorAll('i, em')) if (/(?:^|;)\s*font-style:normal/u.test(styleOf(one))) unwrap(one);
  for (const one of body.querySelectorAll('span, font')) {
    const style = styleOf(one);
    const inHeading = one.closest('h1, h2, h3') !== null;
    if (!inHeading && /(?:^|;)\s*font-weight:(?:bold|[6-9]00)/u.test(style)) wrapInside(one, 'strong');
    if (/(?:^|;)\s*font-style:italic/u.test(style)) wrapInside(one, 'em');
    if (/text-decoration[a-z-]*:[^;]*line-through/u.test(style)) wrapInside(one, 's');
    if (!one.closest('a') && !one.querySelector('a') && /text-decoration[a-z-]*:[^;]*underline/u.test(style))
      wrapInside(one, 'u');
  }
  // A heading is bold by itself.
  for (const one of body.querySelectorAll('h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong')) unwrap(one);
  for (const one of body.querySelectorAll('pre')) {
    const lines = (one.textContent ?? '').split('\n').map((line) => {
      const made = one.ownerDocument.createElement('p');
      made.textContent = line;
      return made;
    });
    one.replaceWith(...lines);
  }
}

/** Lists whose items carry a box become lists of tasks, as the editor reads them. */
function tasks(body: Element): void {
  for (const list of body.querySelectorAll('ul')) {
    const items = [...list.children].filter((one) => one.localName === 'li');
    const boxOf = (item: Element): Element | null =>
      item.getAttribute('role') === 'checkbox'
        ? item
        : (item.querySelector(
            ':scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]',
          ) ?? null);
    if (items.length === 0 || !items.every(boxOf)) continue;
    list.setAttribute('data-type', 'taskList');
    for (const item of items) {
      const box = boxOf(item)!;
      const done = box === item ? item.getAttribute('aria-checked') === 'true' : box.hasAttribute('checked');
      item.setAttribute('data-type', 'taskItem');
      item.setAttribute('data-checked', String(done));
      if (box !== item) box.remove();
    }
  }
  for (const field of body.querySelectorAll('input, label')) unwrap(field);
}

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
  ul: ['data-type'],
  li: ['data-type', 'data-checked'],
};

/** One element: unknown ones give way to what they hold, known ones lose what is not theirs. */
function tidy(one: Element): void {
  const name = one.localName;
  if (!KEPT.has(name)) return unwrap(one);
  if (name === 'a') {
    const href = one.getAttribute('href')?.trim() ?? '';
    for (const key of one.getAttributeNames()) one.removeAttribute(key);
    if (!isLinkTarget(href) || href.startsWith('collate:')) return unwrap(one);
    one.setAttribute('href', href);
    return undefined;
  }
  // A table of one cell only places things.
  if (name === 'table' && one.querySelectorAll('td, th').length === 1) {
    one.replaceWith(...one.querySelector('td, th')!.childNodes);
    return undefined;
  }
  const mine = ALLOWED[name] ?? [];
  for (const key of one.getAttributeNames()) if (!mine.includes(key)) one.removeAttribute(key);
  return undefined;
}

/** Runs of spaces and blank paragraphs, with which other programs make room, go. */
function dropEmpty(body: Element): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    text.data = text.data
      .replace(/[ \t\r\n\u00A0]*\u00A0[ \t\r\n\u00A0]+|[ \t\r\n\u00A0]+\u00A0/gu, ' ')
      .replace(/[\t\r\n ]+/gu, ' ');
  }
  const isBlank = (one: Element): boolean =>
    (one.textContent ?? '').replace(/[\s\u00A0\u200B\uFEFF]/gu, '') === '' &&
    one.querySelector('br + *, hr, table') === null;
  for (const one of [...body.querySelectorAll('strong, b, em, i, u, s, del, strike, code, a')].toReversed())
    if (isBlank(one)) unwrap(one);
  for (const one of [
    ...body.querySelectorAll('p, h1, h2, h3, div, section, article, li, ul, ol, blockquote'),
  ].toReversed())
    if (isBlank(one) && one.querySelector(BLOCKS) === null && !one.matches('td > :only-child, th > :only-child'))
      one.remove();
  for (const one of body.querySelectorAll('ul, ol')) if (one.children.length === 0) one.remove();
}
