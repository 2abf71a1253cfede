/** HTML of a note to plain words: for exports that hold notes as HTML. Nothing in it is run, loaded or trusted. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isSign ? String.fromCodePoint(code) : '\ufffd';
}

/** The words: a line end where a block ends, an empty line between paragraphs, no tags, no scripts or styles. */
export function htmlText(html: string): string {
  return withoutHidden(html)
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]{0,2000}>/gi, '\n')
    .replace(/<li\b[^<>]{0,2000}>/gi, '\n- ')
    .replace(/<\/(?:p|div|h[1-6]|blockquote|ul|ol|table|pre|section|article)\s*>/gi, '\n\n')
    .replace(/<\/(?:tr|dt|dd)\s*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]{0,20000}>/gi, '')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, entity)
    .trim();
}

/** True where a value is written in HTML. */
export const looksLikeHtml = (words: string): boolean =>
  /<\/?(?:p|div|span|b|i|em|strong|br|h[1-6]|ul|ol|li|a|sup|sub|blockquote)\b[^<>]{0,2000}>/i.test(words);

/** Without scripts and styles; one that does not end goes to the end. */
function withoutHidden(html: string): string {
  const parts: string[] = [];
  const tags = /<(\/?)(?:script|style)\b/gi;
  let from = 0;
  let isHidden = false;
  for (const match of html.matchAll(tags)) {
    const isEnd = match[1] === '/';
    if (isEnd !== isHidden) continue;
    if (!isEnd) parts.push(html.slice(from, match.index));
    isHidden = !isEnd;
    from = match.index;
  }
  return isHidden ? parts.join('') : parts.join('') + html.slice(from);
}
