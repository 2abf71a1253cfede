/** Names of notes that every system takes, that Obsidian can link to, and that are one file each everywhere. */

const LONGEST = 80;
/** Control signs, what Windows refuses, and what means something inside a wikilink. */
// oxlint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"*/:<>?\\|#^[\]%]/gu;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** A title as a file's name, without its extension. */
export function safeName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '')
    .replace(UNFIT, ' ')
    .replace(/\s+/gu, ' ');
  const short = Array.from(clean.slice(0, 400)).slice(0, LONGEST).join('').trim();
  const name = short.replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return 'Untitled';
  return DEVICE.test(name) ? `_${name}` : name;
}

/** Two names that are one file on some system fold to the same. */
const fold = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase();

/** Gives paths without extension, each once: the second of a name gets a number. */
export function pathMaker(): (folder: string, title: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (folder, title) => {
    const base = folder === '' ? safeName(title) : `${folder}/${safeName(title)}`;
    let path = base;
    for (let number = next.get(fold(base)) ?? 2; taken.has(fold(path)); number += 1) {
      path = `${base} ${number}`;
      next.set(fold(base), number + 1);
    }
    taken.add(fold(path));
    return path;
  };
}
