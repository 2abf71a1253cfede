/** What a Word file says of itself: title, authors, day of writing, language. */
import { languageTag } from '../fileFacts';
import type { FileFacts } from '../fileFacts';
import { below, childOf, elementsOf, valueOf, wordsOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

const SCRIPTS = ['Latn', 'Cyrl', 'Grek', 'Hang', 'Hira', 'Kana', 'Hani', 'Arab', 'Hebr', 'Deva', 'Thai'] as const;
/** Scripts that languages are written in together with others. */
const WRITTEN_IN: Readonly<Record<string, RegExp>> = {
  Jpan: /^(?:Hira|Kana|Hani)$/,
  Kore: /^(?:Hang|Hani)$/,
  Hans: /^Hani$/,
  Hant: /^Hani$/,
};
const SAMPLE = 20_000;

/** The script most letters of a text are in. */
function mainScript(text: string): string {
  const sample = text.slice(0, SAMPLE);
  let main = '';
  let most = 0;
  for (const script of SCRIPTS) {
    const count = sample.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0;
    if (count > most) [main, most] = [script, count];
  }
  return main;
}

/** True where a text in that script may be in that language. */
function suits(language: string, script: string): boolean {
  const tag = languageTag(language);
  if (tag === '') return false;
  const own = new Intl.Locale(tag).maximize().script ?? '';
  return WRITTEN_IN[own]?.test(script) ?? own === script;
}

/** The language the text is set in by default, of the three that Word keeps; empty where none is of its script. */
function usualLanguage(styles: XmlElement | null, text: string): string {
  const language = below(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang');
  const script = mainScript(text);
  const said = ['w:val', 'w:eastAsia', 'w:bidi'].map((name) => valueOf(language, name));
  return said.find((one) => suits(one, script)) ?? '';
}

/** From the core properties (docProps/core.xml); the language else from the default style. */
export function wordFacts(core: XmlElement | null, styles: XmlElement | null, text: string): FileFacts {
  const words = (name: string): string => wordsOf(childOf(core, name)).trim();
  const authors = elementsOf(core).filter(({ name }) => name === 'dc:creator');
  return {
    title: words('dc:title'),
    authors: authors.flatMap((author) => wordsOf(author).split(/\s*;\s*/)),
    date: words('dcterms:created') || words('dcterms:modified'),
    language: words('dc:language') || usualLanguage(styles, text),
  };
}
