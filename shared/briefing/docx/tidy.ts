/**
 * A Word file whose bytes depend on nothing but the briefing: the library puts the time and random names into it.
 * The parts are packed anew with the bundle's own zip.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeZip } from '../../bundle/zipWrite';
import { startDeflater } from '../../bundle/zlib';

/** Parts Word looks for first, in the order it writes them itself. */
const FIRST = ['[Content_Types].xml', '_rels/.rels'];

/** @param at ISO 8601 instant that stands as the day of making */
export async function tidied(file: Uint8Array, at: string): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'));
  const texts = new Map(parts.map(([name, bytes]) => [name, /\.(xml|rels)$/.test(name) ? strFromU8(bytes) : null]));
  const steady = steadyNames([...texts.values()].filter((text) => text !== null));
  return writeZip(
    parts
      .map(([name, bytes]) => {
        const text = texts.get(name);
        if (text === null || text === undefined) return { name: steady(name), bytes, stored: true };
        const dated = name === 'docProps/core.xml' ? withDates(text, at) : text;
        return { name, bytes: strToU8(steady(dated)) };
      })
      .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1)),
    { startDeflater },
  );
}

const rank = (name: string): number => {
  const place = FIRST.indexOf(name);
  return place < 0 ? FIRST.length : place;
};

const withDates = (xml: string, at: string): string =>
  xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${at}`);

/** Random names become numbers, in the order they first stand in the parts. */
function steadyNames(texts: readonly string[]): (text: string) => string {
  const names = new Map<string, string>();
  const random = /\b(?:rId[\w-]{15,}|_Toc\d+)(?![\w-])/g;
  for (const text of texts) {
    for (const [name] of text.matchAll(random)) {
      if (!names.has(name)) names.set(name, `${name.startsWith('_') ? '_Toc' : 'rIdx'}${names.size + 1}`);
    }
  }
  return (text) => withOwnIds(text.replace(random, (name) => names.get(name) ?? name));
}

/** Bookmarks and pictures are numbered through all documents the library makes; here from 1. */
function withOwnIds(xml: string): string {
  const bookmarks = new Map<string, number>();
  let pictures = 0;
  return xml
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)"/g, (_all, start: string, id: string) => {
      if (!bookmarks.has(id)) bookmarks.set(id, bookmarks.size + 1);
      return `${start}${bookmarks.get(id)}"`;
    })
    .replace(/(<wp:docPr id=")\d+"/g, (_all, start: string) => `${start}${(pictures += 1)}"`);
}
