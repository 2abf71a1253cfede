/** A document on a bundle's page: its text with the excerpts marked, and the excerpts below it. */
import { descriptorParts, entryParts, entryText } from '../briefing/entry';
import { isWebAddress } from '../briefing/address';
import { escapeHtml } from '../briefing/html/escape';
import { markingHtml } from '../briefing/html/page';
import { currentTextId } from '../model/document';
import type { Document } from '../model/document';
import type { Excerpt } from '../model/excerpt';
import { gradeCode } from '../model/grading';
import type { Link } from '../model/link';
import { effectiveMarking } from '../model/marking';
import { reliabilityOf } from '../model/source';
import { pageIndexAt } from '../text/laidOut';
import type { Segment } from '../text/segments';
import type { PageIndex } from './pageIndex';

/** The pieces of a document's article. */
export function* documentHtml(document: Document, index: PageIndex): Generator<string> {
  const excerpts = index.excerptsOf(document.id);
  if (index.extent === 'cited' && excerpts.length === 0) return;
  const { words } = index;
  const lang = langOf(document.language);
  const publisher = index.lookup.source(document.sourceId ?? '');
  yield `<article id="d-${document.id}">\n<h3${lang} dir="auto">${escapeHtml(document.title)}</h3>\n`;
  const entry = [
    ...entryParts(document, publisher, words.locale, words.briefing),
    ...descriptorParts(publisher, words.briefing),
  ];
  yield `<p class="facts">${markingHtml(document.marking)} ${escapeHtml(entryText(entry))}`;
  const url = document.csl.URL;
  yield `${url && isWebAddress(url) ? ` <a href="${escapeHtml(url)}" rel="noopener noreferrer">${words.address}</a>` : ''}</p>\n`;
  if (document.note !== '') yield `<p class="said" dir="auto">${escapeHtml(document.note)}</p>\n`;
  const textId = currentTextId(document);
  const text = index.texts.get(textId);
  if (index.extent === 'whole' && text !== undefined) {
    yield `<div class="text"${lang} dir="auto">\n`;
    yield* markedText(
      textId,
      text,
      excerpts.filter((excerpt) => excerpt.textId === textId),
      index,
      document.title,
    );
    yield '</div>\n';
  }
  if (excerpts.length > 0) {
    yield `<h4>${words.excerpts}</h4>\n<ol class="excerpts">\n`;
    for (const excerpt of excerpts) yield excerptHtml(excerpt, document, index, lang);
    yield '</ol>\n';
  }
  yield '</article>\n';
}

const langOf = (language: string): string =>
  /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(language) ? ` lang="${language}"` : '';

/** The text block by block, each stretch that excerpts cover in a mark, and each excerpt's number where it ends. */
function* markedText(
  textId: string,
  text: string,
  excerpts: readonly Excerpt[],
  index: PageIndex,
  shownTitle: string,
): Generator<string> {
  const cuts = [...new Set(excerpts.flatMap((excerpt) => [excerpt.start, excerpt.end]))].sort((a, b) => a - b);
  let nextCut = 0;
  let nextExcerpt = 0;
  let open: Excerpt[] = [];
  const { segments, pages } = index.partsOf(textId) ?? NOTHING;
  const marked = (start: number, end: number): string => {
    const pieces: string[] = [];
    for (let at = start; at < end;) {
      while (nextCut < cuts.length && cuts[nextCut]! <= at) nextCut += 1;
      const to = Math.min(end, cuts[nextCut] ?? end);
      while (nextExcerpt < excerpts.length && excerpts[nextExcerpt]!.start <= at) open.push(excerpts[nextExcerpt++]!);
      open = open.filter((excerpt) => excerpt.end > at);
      const words = escapeHtml(text.slice(at, to));
      pieces.push(open.length === 0 ? words : `<mark${open.length > 1 ? ' class="many"' : ''}>${words}</mark>`);
      for (const excerpt of open) {
        if (excerpt.end !== to) continue;
        const number = index.numberOf.get(excerpt.id)!;
        pieces.push(
          `<a class="number" id="t-${excerpt.id}" href="#e-${excerpt.id}" aria-label="${index.words.excerpt(number)}">${number}</a>`,
        );
      }
      at = to;
    }
    return pieces.join('');
  };
  let page = -1;
  let isTable = false;
  for (const segment of segments) {
    // The heading above says the title already.
    if (
      segment.kind === 'title' &&
      text.slice(segment.start, segment.end) === shownTitle &&
      !cuts.some((cut) => cut < segment.end)
    )
      continue;
    const isRow = segment.kind === 'table-row';
    if (isTable && !isRow) yield '</table>\n';
    const begun = pageIndexAt(pages, segment.start);
    if (begun > page && !(isTable && isRow)) {
      page = begun;
      yield `<p class="leaf">${index.words.places.pageShort} ${escapeHtml(pages[begun]![0])}</p>\n`;
    }
    if (isRow && !isTable) yield '<table>\n';
    isTable = isRow;
    yield isRow
      ? `<tr>${cellsOf(text, segment)
          .map(([start, end]) => `<td>${marked(start, end)}</td>`)
          .join('')}</tr>\n`
      : `<p${classOf(segment)}>${marked(segment.start, segment.end)}</p>\n`;
  }
  if (isTable) yield '</table>\n';
}

const NOTHING: NonNullable<ReturnType<PageIndex['partsOf']>> = { segments: [], pages: [] };

const classOf = ({ kind, level }: Segment): string => {
  if (kind === 'paragraph') return '';
  return level > 1 ? ` class="${kind} level-${level}"` : ` class="${kind}"`;
};

/** Start and end of each cell of a row; a tab belongs to the cell before it, so that no excerpt's end is missed. */
function cellsOf(text: string, { start, end }: Segment): [number, number][] {
  const cells: [number, number][] = [];
  for (let from = start; from < end;) {
    const tab = text.indexOf('\t', from);
    const to = tab < 0 || tab >= end ? end : tab + 1;
    cells.push([from, to]);
    from = to;
  }
  return cells;
}

function excerptHtml(excerpt: Excerpt, document: Document, index: PageIndex, lang: string): string {
  const number = index.numberOf.get(excerpt.id)!;
  const own = index.lookup.source(excerpt.sourceId ?? '');
  const source = own ?? index.lookup.source(document.sourceId ?? '');
  const reliability = reliabilityOf(source);
  const grade = gradeCode(reliability, excerpt.credibility);
  const inText = index.extent === 'whole' && excerpt.textId === currentTextId(document);
  const place = index.extent === 'whole' ? index.lookup.placeOf(excerpt) : null;
  const facts = [
    markingHtml(effectiveMarking(excerpt.marking, document.marking)),
    source ? `<b>${escapeHtml(source.name)}</b>` : '',
    excerpt.eventDate ? escapeHtml(excerpt.eventDate) : '',
    place ? `<span title="${escapeHtml(place.long)}">${escapeHtml(place.short)}</span>` : '',
    grade
      ? `<span title="${escapeHtml(index.words.briefing.grade(reliability, excerpt.credibility))}">${escapeHtml(grade)}</span>`
      : '',
    escapeHtml(excerpt.tags.flatMap((tag) => index.tagName(tag) ?? []).join(', ')),
  ].filter((fact) => fact !== '');
  const links = index.linksOf(excerpt.id).map((link) => linkHtml(link, excerpt.id, index));
  return [
    `<li id="e-${excerpt.id}">`,
    inText
      ? `<a href="#t-${excerpt.id}" aria-label="${index.words.excerptInText(number)}">${number}</a>`
      : `<b>${number}</b>`,
    `<div><blockquote${lang} dir="auto">${escapeHtml(excerpt.quote)}</blockquote>`,
    `<p class="facts">${facts.join(' · ')}</p>`,
    excerpt.note === '' ? '' : `<p class="note" dir="auto">${escapeHtml(excerpt.note)}</p>`,
    links.length === 0 ? '' : `<ul>${links.join('')}</ul>`,
    '</div></li>\n',
  ].join('');
}

/** A link as it reads from one of its ends: "contradicts excerpt 12: why". */
export function linkHtml(link: Link, from: string, index: PageIndex): string {
  const forward = link.fromId === from;
  const other = forward ? link.toId : link.fromId;
  const { words } = index;
  const number = index.numberOf.get(other);
  const hypothesis = index.hypothesis(other);
  let end = words.excerptNotShown;
  if (number !== undefined) end = `<a href="#e-${other}">${words.theExcerpt(number)}</a>`;
  else if (hypothesis) end = `<a href="#h-${other}">${escapeHtml(hypothesis.code)}</a>`;
  const why = link.note === '' ? '' : `: ${escapeHtml(link.note)}`;
  return `<li>${words.links[link.type][forward ? 0 : 1]} ${end}${why}</li>`;
}
