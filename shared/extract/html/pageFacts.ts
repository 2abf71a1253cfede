/** What a page says of itself: title, authors, date, site, address, language, from the places where pages say it. */
import type { CslItem } from '../../model/csl';
import type { FileFacts } from '../fileFacts';
import { articleFacts } from './jsonLd';
import type { ArticleFacts } from './jsonLd';
import { attribute, below, hasAttribute, nameOf, textOf } from './node';
import type { HtmlNode } from './node';

export interface PageFacts extends FileFacts {
  /** The fields that only pages have. */
  readonly more: Partial<CslItem>;
}

interface Said {
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly canonical: string;
  readonly time: string;
  readonly article: ArticleFacts;
  readonly language: string;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

function gather(root: HtmlNode): Said {
  const meta = new Map<string, string[]>();
  let [title, canonical, time, marked] = ['', '', '', ''];
  let language = attribute(root, 'lang') || attribute(root, 'xml:lang');
  let article: ArticleFacts = {};
  for (const node of below(root)) {
    switch (nameOf(node)) {
      case 'meta': {
        const name = attribute(node, 'name') || attribute(node, 'property') || attribute(node, 'itemprop');
        const key = (name || attribute(node, 'http-equiv')).toLowerCase();
        const content = tidy(attribute(node, 'content'));
        if (key !== '' && content !== '' && meta.size < 500) meta.set(key, [...(meta.get(key) ?? []), content]);
        break;
      }
      case 'html':
        language ||= attribute(node, 'lang');
        break;
      case 'title':
        title ||= tidy(textOf(node, 2_000));
        break;
      case 'link':
        if (/(?:^|\s)canonical(?:\s|$)/i.test(attribute(node, 'rel'))) canonical ||= attribute(node, 'href').trim();
        break;
      case 'time':
        if (/datePublished/i.test(attribute(node, 'itemprop')) || hasAttribute(node, 'pubdate')) {
          marked ||= attribute(node, 'datetime');
        }
        time ||= attribute(node, 'datetime');
        break;
      case 'script':
        if (/^application\/ld\+json/i.test(attribute(node, 'type')) && article.authors === undefined) {
          article = articleFacts(textOf(node));
        }
        break;
      default:
    }
  }
  return { meta, title, canonical, time: marked || time, article, language };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `YYYY-MM-DD` of a date as pages write it, in the zone it was written in; empty where it is none that is sure. */
export function dayIn(said: string): string {
  const text = said.trim();
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d{3})/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  if (/^\d{4}(?:-\d{2})?$/.test(text)) return text;
  const named =
    /\b(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3})[a-z]*\.?,? (\d{4})\b/i.exec(text) ??
    /\b(?<month>[a-z]{3})[a-z]*\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/i.exec(text);
  if (!named) return '';
  const [day, month, year] = named.groups
    ? [named.groups['day']!, named.groups['month']!, named.groups['year']!]
    : [named[1]!, named[2]!, named[3]!];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? '' : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A web address, absolute, without a part for a place in the page; empty for anything else. */
export function webAddress(said: string, base = ''): string {
  const address = /^https?:\/\//i.test(said) ? said : /^\/[^/]/.test(said) ? siteOf(base) + said : '';
  return /^https?:\/\/[^\s/]+/i.test(address) && address.length <= 2_000 ? address.replace(/#.*$/, '').trim() : '';
}

const siteOf = (address: string): string => /^https?:\/\/[^/?#\s]+/i.exec(address)?.[0] ?? '';

/** Where a browser saved the page from, as it notes above it. */
const savedFrom = (source: string): string =>
  /saved from url=\(\d{1,5}\)(https?:\/\/\S+)/i.exec(source)?.[1] ??
  /Page saved with SingleFile\s+url: (https?:\/\/\S+)/i.exec(source)?.[1] ??
  '';

/** @param address where the page is from, where that is known */
export function pageFacts(root: HtmlNode, source: string, address = ''): PageFacts {
  const { meta, title, canonical, time, article, language: own } = gather(root);
  const all = (...names: readonly string[]): readonly string[] => names.flatMap((name) => meta.get(name) ?? []);
  const first = (...names: readonly string[]): string => all(...names)[0] ?? '';
  const from = webAddress(address) || webAddress(savedFrom(source.slice(0, 4_096)));
  const url = webAddress(canonical, from) || webAddress(first('og:url'), from) || from;
  const site = first('og:site_name') || article.site || first('application-name', 'dc.publisher', 'citation_publisher');
  const isNews = /News|Opinion|Reportage/.test(article.type ?? '');
  const said = first('og:title', 'dc.title', 'citation_title', 'twitter:title');
  const date = [
    first('article:published_time', 'datepublished', 'og:published_time', 'citation_publication_date'),
    article.date ?? '',
    first('date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'pubdate', 'publish-date'),
    first('sailthru.date', 'parsely-pub-date', 'citation_date'),
    time,
  ].map(dayIn);
  const language = [own, article.language ?? '', first('content-language', 'og:locale', 'dc.language').split(',')[0]!];
  return {
    title: said || article.title || title,
    authors: authorsOf(article.authors ?? [], all('author', 'dc.creator', 'citation_author', 'article:author')),
    date: date.find((day) => day !== '') ?? '',
    language: language.find((tag) => /^\s*[a-z]{2,3}(?:[-_]|\s*$)/i.test(tag)) ?? '',
    more: {
      type: isNews ? 'article-newspaper' : 'webpage',
      ...(site === '' ? {} : { 'container-title': site.slice(0, 500) }),
      ...(url === '' ? {} : { URL: url }),
    },
  };
}

function authorsOf(named: readonly string[], metas: readonly string[]): string[] {
  const people = metas.filter((name) => !/^(?:https?:|@)/i.test(name));
  const names = (named.length > 0 ? named : people)
    .map((name) => tidy(name).replace(/^(?:by|von|par|por|автор:?)\s+/i, ''))
    .filter((name) => name !== '' && name.length <= 120);
  return [...new Set(names)];
}
