/** What a Word file says of itself: title, authors, day of writing, language. */
import type { FileFacts } from '../fileFacts';
import { suitingLanguage } from '../languages';
import { below, childOf, elementsOf, valueOf, wordsOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

/** The language the text is set in by default, of the three that Word keeps; empty where none is of its script. */
function usualLanguage(styles: XmlElement | null, text: string): string {
  const language = below(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang');
  const said = ['w:val', 'w:eastAsia', 'w:bidi'].map((name) => valueOf(language, name));
  return suitingLanguage(said, text);
}

/** From the core properties (docProps/core.xml); the language else from the default style. */
export function wordFacts(core: XmlElement | null, styles: XmlElement | null, text: string): FileFacts {
  const words = (name: string): string => wordsOf(childOf(core, name)).trim();
  const authors = elementsOf(core).filter(({ name }) => name === 'dc:creator');
  return {
    title: words('dc:title'),
    authors: authors.flatMap((author) => wordsOf(author).split(';')),
    date: words('dcterms:created') || words('dcterms:modified'),
    language: words('dc:language') || usualLanguage(styles, text),
  };
}
