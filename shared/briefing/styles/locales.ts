/** The words and dates of languages, for citation styles (CSL locales). */
import { parseXml } from './xml';
import type { XmlElement } from './xml';

export interface Locales {
  /** `en-US`: the processor asks for it before any other. */
  readonly base: XmlElement;
  /** Root elements by BCP 47 tag. */
  readonly byTag: ReadonlyMap<string, XmlElement>;
}

/**
 * The locales of XML texts by their tag.
 * @throws where one is not XML, or `en-US` is not among them: they come with the program
 */
export function readLocales(texts: Readonly<Record<string, string>>): Locales {
  const byTag = new Map<string, XmlElement>();
  for (const [tag, text] of Object.entries(texts)) {
    const parsed = parseXml(text);
    if (!parsed.ok) throw new Error(`The locale ${tag} is not XML: ${parsed.detail}`);
    byTag.set(tag, parsed.value);
  }
  const base = byTag.get('en-US');
  if (!base) throw new Error('There is no locale en-US.');
  return { base, byTag };
}

/** The tag of the locale for a language (BCP 47): its own, American English for `en`, else British English. */
export function localeTag(locales: Locales, language: string): string {
  if (locales.byTag.has(language)) return language;
  return language !== 'en' && locales.byTag.has('en-GB') ? 'en-GB' : 'en-US';
}
