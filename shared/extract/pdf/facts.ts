/** What a PDF says of itself: mostly what some program put there, so little of it is believed. */
import type { CslItem, CslName } from '../../model/csl';

/** As the file has them (ISO 32000-1, 14.3.3); empty where it has none. */
export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  /** `D:YYYYMMDDHHmmSS…` */
  readonly created: string;
  readonly language: string;
}

export interface PdfFacts {
  /** Empty where the file names none that a person would have chosen. */
  readonly title: string;
  readonly csl: Partial<CslItem>;
  /** BCP 47, empty where unknown. */
  readonly language: string;
}

const NO_TITLE =
  /^(?:microsoft (?:office )?(?:word|powerpoint|excel|outlook)\b|untitled|(?:slide|page|document|doc|scan)[\s_-]*\d*$|print)|\.(?:docx?|pdf|indd|qxd|rtf|tex|dvi|odt|xlsx?|pptx?|html?)$|^[\w.-]{0,12}$|[\\/]\w+[\\/]/i;
const NO_AUTHOR =
  /^(?:admin(?:istrator)?|user|owner|unknown|author|microsoft.*|default|pc|root|scanner|.{0,2})$|[@\d\\/]/i;
/** An institution is one name, whatever it looks like. */
const INSTITUTION =
  /\b(?:administration|agency|association|bank|bureau|cent(?:er|re)|commission|committee|company|corporation|council|department|division|foundation|government|group|inc|institut[eo]?|ltd|ministry|nations|office|organi[sz]ation|parliament|press|research|services?|society|union|universit(?:y|ät|é))\b/iu;
/** Where its maker is to be found, put behind a name. */
const ADDRESS = /[,;(<\s]*(?:https?:\/\/|www\.)\S+/gi;
const TITLES = /^(?:dr|mr|mrs|ms|prof|sir)\.?\s+/i;

function nameOf(text: string): CslName | null {
  const name = text.trim().replace(TITLES, '');
  if (name === '' || name.length > 200 || NO_AUTHOR.test(name)) return null;
  const turned = /^([^,]{2,40}),\s*([^,]{1,40})$/.exec(name);
  if (turned) return { family: turned[1]!, given: turned[2]! };
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^\p{Lu}/u.test(word))) return { literal: name };
  if (INSTITUTION.test(name)) return { literal: name };
  return { family: words.at(-1)!, given: words.slice(0, -1).join(' ') };
}

const authorsOf = (author: string): CslName[] =>
  author
    .replace(ADDRESS, '')
    .split(/;|\s+(?:and|&|und|et|та|и)\s+/)
    .flatMap((part) => (part.split(',').length > 2 || /^\S+ \S+.*,\s*\S+ \S+/.test(part) ? part.split(',') : [part]))
    .map(nameOf)
    .filter((name) => name !== null)
    .slice(0, 50);

/** The day a file was made is when its text appeared only where its first pages name the same year. */
function issuedOf(created: string, beginning: string): CslItem['issued'] {
  const match = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(created);
  if (!match || !new RegExp(`(?<!\\d)${match[1]}(?!\\d)`).test(beginning)) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? 0 : Number(part))) as [
    number,
    number,
    number,
  ];
  if (year < 1980 || month < 1 || month > 12) return year < 1980 ? undefined : { 'date-parts': [[year]] };
  return { 'date-parts': [day >= 1 && day <= 31 ? [year, month, day] : [year, month]] };
}

/** Programs write their own language into anything: believed only where the letters and words do not speak against it. */
function languageOf(language: string, text: string): string {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(language)) return '';
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{sc=Latin}/gu)?.length ?? 0;
  // A report in English from an office whose programs speak another language.
  const english = (sample.match(/\b(?:the|of|and)\b/gi)?.length ?? 0) * 40 > letters / 5;
  if (english && latin * 2 > letters && !/^en\b/i.test(language)) return '';
  return /^(?:en|de|fr|es|it|pt|nl|pl)\b/i.test(language) && latin * 2 < letters ? '' : language;
}

/** @param text the document's own text */
export function factsOf(info: PdfInfo, text: string): PdfFacts {
  const title = info.title.replace(/\s+/g, ' ').trim();
  const author = authorsOf(info.author);
  const issued = issuedOf(info.created, text.slice(0, 6_000));
  return {
    title: title.length > 1_000 || NO_TITLE.test(title) || !/\p{L}{2}/u.test(title) ? '' : title,
    csl: { ...(author.length > 0 ? { author } : {}), ...(issued ? { issued } : {}) },
    language: languageOf(info.language, text),
  };
}
