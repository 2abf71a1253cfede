/** Writes XML 1.0: elements as strings, with what XML cannot hold replaced. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that no XML 1.0 document may hold, half surrogate pairs among them. */
// eslint-disable-next-line no-control-regex -- they are what is meant
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Identifiers, numbers, times and plain words: most of what is written needs no replacing. */
const PLAIN = /^[\w .,:#/-]*$/;

/** The words with every character that XML cannot hold as U+FFFD. */
export const writable = (words: string): string => words.replace(UNWRITABLE, '\ufffd');

const escaped = (words: string): string =>
  writable(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

const quoted = (words: string): string =>
  PLAIN.test(words)
    ? words
    : escaped(words).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');

/** An element of other elements. An attribute that is undefined is left out; empty content makes an empty tag. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${quoted(String(value))}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** An element of words; nothing where there are none. */
export const wordsElement = (name: string, words: string): string =>
  words === '' ? '' : `<${name}>${escaped(words)}</${name}>`;

/** A wrapper that the schema wants to be absent where it would be empty. */
export const wrapper = (name: string, content: readonly string[]): string =>
  content.length === 0 ? '' : element(name, {}, content);

/** A whole document. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
