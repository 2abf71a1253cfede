/** References in BibTeX and BibLaTeX: entries, strings and braces; the commonest accents of LaTeX become letters. */
import type { CslDate, CslName } from '../../model/csl';
import { cslOf, dateOf } from './entry';
import type { ReferenceEntry } from './entry';
import { latexText } from './latex';

const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  techreport: 'report',
  report: 'report',
  online: 'webpage',
  www: 'webpage',
  electronic: 'webpage',
  thesis: 'thesis',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  manual: 'report',
  unpublished: 'manuscript',
  collection: 'book',
  mvbook: 'book',
  proceedings: 'book',
  inreference: 'entry-encyclopedia',
  dataset: 'dataset',
  patent: 'patent',
  video: 'motion_picture',
  letter: 'personal_communication',
  periodical: 'periodical',
};
const TAKEN = new Set(
  'author title subtitle journal journaltitle booktitle publisher institution school organization address location year month date urldate url doi pages number type language langid abstract annote annotation note keywords keyword file'.split(
    ' ',
  ),
);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** True where a line begins an entry. */
export const isBibtex = (text: string): boolean =>
  /^\s{0,80}@\s?[a-z]{1,40}\s{0,8}[{(]/im.test(text.slice(0, 1_000_000));

interface Raw {
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** The entries of a file; an entry that does not close is left out and counted. */
export function bibtexEntries(text: string): { readonly entries: readonly ReferenceEntry[]; readonly broken: number } {
  const strings = new Map<string, string>(MONTHS.map((month, i) => [month, String(i + 1)]));
  const entries: ReferenceEntry[] = [];
  let broken = 0;
  const head = /^[ \t]*@\s?([a-z]{1,40})\s{0,8}[{(]/gim;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const type = match[1]!.toLowerCase();
    if (type === 'comment' || type === 'preamble') continue;
    const read = readFields(text, head.lastIndex, type === 'string', strings);
    if (!read) {
      broken += 1;
      continue;
    }
    head.lastIndex = read.end;
    if (type === 'string') for (const [key, value] of read.fields) strings.set(key, value);
    else entries.push(entryOf({ type, fields: read.fields }));
  }
  return { entries, broken };
}

function readFields(text: string, from: number, isString: boolean, strings: ReadonlyMap<string, string>) {
  const fields = new Map<string, string>();
  let at = from;
  if (!isString) {
    const key = /[^,{}()=\s]{0,300}\s*/y;
    while (/\s/.test(text[at] ?? '')) at += 1;
    key.lastIndex = at;
    at += key.exec(text)?.[0].length ?? 0;
  }
  for (;;) {
    while (/[\s,]/.test(text[at] ?? '')) at += 1;
    if (text[at] === '}' || text[at] === ')') return { fields, end: at + 1 };
    const name = /([^\s=,{}"#]{1,100})\s{0,100}=\s{0,100}/y;
    name.lastIndex = at;
    const found = name.exec(text);
    if (!found) return null;
    at = name.lastIndex;
    const value = readValue(text, at, strings);
    if (!value) return null;
    fields.set(found[1]!.toLowerCase(), value.words);
    at = value.end;
  }
}

function readValue(text: string, from: number, strings: ReadonlyMap<string, string>) {
  let at = from;
  let words = '';
  for (;;) {
    const sign = text[at];
    if (sign === '{' || sign === '"') {
      const end = closing(text, at);
      if (end < 0) return null;
      words += text.slice(at + 1, end);
      at = end + 1;
    } else {
      const bare = /[^\s,{}()#"]{1,200}/y;
      bare.lastIndex = at;
      const found = bare.exec(text)?.[0];
      if (found === undefined) return null;
      words += strings.get(found.toLowerCase()) ?? found;
      at += found.length;
    }
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (text[at] !== '#') return { words, end: at };
    at += 1;
    while (/\s/.test(text[at] ?? '')) at += 1;
  }
}

/** Longest value, in UTF-16 code units: one that does not close must not eat the file. */
const LONGEST_VALUE = 1_000_000;

function closing(text: string, open: number): number {
  const isQuoted = text[open] === '"';
  let depth = 0;
  for (let at = open + 1; at < text.length && at - open < LONGEST_VALUE; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      if (depth === 0) return isQuoted ? -1 : at;
      depth -= 1;
    } else if (sign === '"' && isQuoted && depth === 0) return at;
  }
  return -1;
}

function entryOf({ type, fields }: Raw): ReferenceEntry {
  const raw = (...names: string[]): string =>
    names.map((name) => fields.get(name) ?? '').find((value) => value !== '') ?? '';
  const words = (...names: string[]): string => latexText(raw(...names));
  const url = raw('url')
    .replace(/^\\url\{(.*)\}$/, '$1')
    .replace(/\\([_%&#~])/g, '$1');
  const details: [string, string][] = [];
  for (const [name, value] of fields)
    if (!TAKEN.has(name) && value.trim() !== '') details.push([name, latexText(value)]);
  if (raw('doi') !== '') details.push(['DOI', words('doi')]);
  const title = [words('title'), words('subtitle')].filter((part) => part !== '').join(': ');
  const kind = type === 'misc' && url !== '' ? 'webpage' : Object.hasOwn(TYPES, type) ? TYPES[type]! : 'document';
  return {
    csl: cslOf({
      type: kind,
      title,
      authors: namesIn(raw('author')),
      issued: dateIn(raw('date')) ?? dateOf([Number(/\d{4}/.exec(raw('year'))?.[0]), monthIn(raw('month'))]),
      accessed: dateIn(raw('urldate')),
      fields: {
        'container-title': words('journaltitle', 'journal', 'booktitle'),
        publisher: words('publisher', 'institution', 'school', 'organization'),
        'publisher-place': words('location', 'address'),
        genre: words('type'),
        number: words('number'),
        page: words('pages').replace(/[-–]+/g, '–'),
        URL: url,
        DOI: words('doi'),
        language: words('langid', 'language'),
      },
    }),
    abstract: words('abstract'),
    notes: [words('note'), words('annote', 'annotation')].filter((note) => note !== ''),
    keywords: words('keywords', 'keyword').split(/[,;\n]/),
    details,
    attachments: raw('file') === '' ? [] : raw('file').split(';'),
  };
}

/** Names joined by `and`: `Family, Given`, `Given Family`, or one in braces that stays whole. */
function namesIn(value: string): CslName[] {
  return value
    .split(/\s+and\s+(?![^{]{0,300}\})/i)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'others')
    .map((name) => {
      if (/^\{[^{}]*\}$/.test(name)) return { literal: latexText(name) };
      const parts = name.split(',').map((part) => latexText(part));
      if (parts.length > 1) return { family: [parts[0], ...parts.slice(1, -1)].join(' '), given: parts.at(-1)! };
      const whole = latexText(name);
      const space = whole.lastIndexOf(' ');
      return space < 0 ? { literal: whole } : { family: whole.slice(space + 1), given: whole.slice(0, space) };
    });
}

function dateIn(value: string): CslDate | undefined {
  const dates = value
    .split('/')
    .slice(0, 2)
    .map((part) => {
      const match = /^\s*(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(part);
      return match ? dateOf(match.slice(1).map((one) => Number(one ?? 0)))?.['date-parts'][0] : undefined;
    });
  const found = dates.filter((parts) => parts !== undefined);
  return found.length > 0 ? { 'date-parts': found } : undefined;
}

function monthIn(value: string): number {
  const known = MONTHS.indexOf(value.trim().slice(0, 3).toLowerCase());
  return known >= 0 ? known + 1 : Number(/^\s*\d{1,2}/.exec(value)?.[0] ?? 0);
}
