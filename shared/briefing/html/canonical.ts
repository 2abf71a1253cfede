/**
 * The words and the build of a page as one string that does not depend on who wrote it down: the same from the source
 * of an exported file as from the page a browser made of it. It is what the check of a file takes the hash of.
 */

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*>|([^<]+)/g;
const ATTRIBUTE = /([a-zA-Z-]+)(?:="([^"]*)")?/g;
const VOID = new Set(['br', 'hr', 'img']);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The canonical string of markup that this program wrote: each element as its name, its attributes in the order of
 * their names (but `open`, which readers change), what is in it, and `</>`.
 */
export function canonicalOf(html: string): string {
  let out = '';
  for (const [, slash, name, attributes, text] of html.replace(/\r\n?/g, '\n').matchAll(TOKEN)) {
    if (text !== undefined) out += encoded(decoded(text));
    else if (slash) out += '</>';
    else out += `<${name}${attributesOf(attributes ?? '')}>${VOID.has(name!) ? '</>' : ''}`;
  }
  return out;
}

function attributesOf(source: string): string {
  return [...source.matchAll(ATTRIBUTE)]
    .map(([, name, value]) => ({ name: name!.toLowerCase(), value: decoded(value ?? '') }))
    .filter(({ name }) => name !== 'open')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => ` ${name}="${encoded(value)}"`)
    .join('');
}
