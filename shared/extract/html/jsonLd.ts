/** What a page says of itself for search engines (schema.org as JSON-LD): read as data, within bounds. */

export interface ArticleFacts {
  readonly type?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
  readonly site?: string;
  readonly language?: string;
}

/** Longest script that is read, and most things looked at in it. */
const LONGEST = 512 * 1024;
const MOST_THINGS = 5_000;

const ARTICLE = /^(?:\w*Article|\w*Posting|Report|WebPage|\w*Page|\w*Review|AnalysisNewsArticle)$/;

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const typesOf = (thing: Readonly<Record<string, unknown>>): string[] =>
  listed(thing['@type']).map((type) => words(type).replace(/^.*[/#]/, ''));

const namesOf = (value: unknown): string[] =>
  listed(value)
    .map((one) => (isThing(one) ? words(listed(one['name'])[0]) : words(one)))
    .filter((name) => name.trim() !== '' && !/^https?:/.test(name));

function* thingsIn(root: unknown): Generator<Readonly<Record<string, unknown>>> {
  const waiting: unknown[] = [root];
  for (let looked = 0; waiting.length > 0 && looked < MOST_THINGS; looked += 1) {
    const value = waiting.shift();
    if (Array.isArray(value)) waiting.push(...value.slice(0, 200));
    else if (isThing(value)) {
      yield value;
      waiting.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
    }
  }
}

/** The first article in a script, or the page where there is no article; empty where it cannot be read. */
export function articleFacts(script: string): ArticleFacts {
  if (script.length > LONGEST) return {};
  let root: unknown;
  try {
    root = JSON.parse(script.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, ''));
  } catch {
    return {};
  }
  const things = [...thingsIn(root)].filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const thing = things.find((one) => typesOf(one).some((type) => !type.endsWith('Page'))) ?? things[0];
  if (!thing) return {};
  return {
    type: typesOf(thing).find((type) => ARTICLE.test(type)) ?? '',
    title: words(thing['headline']) || words(thing['name']),
    authors: namesOf(thing['author']),
    date: words(thing['datePublished']) || words(thing['dateCreated']),
    site: namesOf(thing['publisher'])[0] ?? '',
    language: words(thing['inLanguage']),
  };
}
