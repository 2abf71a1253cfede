/** The words of a line as HTML: citations as links to their references, or as the reference style writes them. */
import { SCALE_IDS, termById } from '../../model/estimative';
import { isWebAddress } from '../address';
import { entryOfRuns } from '../entry';
import type { EntryPart } from '../entry';
import type { CitationGroup, Inline } from '../parts';
import { numberRuns } from '../references';
import type { Runs } from '../styles/runs';
import { escapeHtml } from './escape';
import type { Page } from './page';

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code' } as const;

export function inlinesHtml(inlines: readonly Inline[], page: Page): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '<br>';
      if (inline.kind === 'citation') return citationHtml(inline, page);
      if (inline.kind === 'footnote') return noteHtml(inline.number, page);
      return wordsHtml(inline);
    })
    .join('');
}

function wordsHtml({ text, marks, href, term }: Extract<Inline, { kind: 'text' }>): string {
  const words = marks.reduce((html, mark) => `<${TAGS[mark]}>${html}</${TAGS[mark]}>`, escapeHtml(text));
  const band = term && bandOf(term);
  const said = band ? `<span class="term" title="${escapeHtml(band)}">${words}</span>` : words;
  // A link into the case leads nowhere outside of it: there its words are words.
  return href !== undefined && isWebAddress(href)
    ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${said}</a>`
    : said;
}

/** "very likely: 80–95 %"; null where the scale or the term is not known here. */
function bandOf({ scale, term }: { scale: string; term: string }): string | null {
  const known = SCALE_IDS.find((id) => id === scale);
  const found = known && termById(known, term);
  return found ? `${found.words}: ${found.bandWords}` : null;
}

export function citationHtml(group: CitationGroup, page: Page): string {
  if (group.note !== undefined)
    return `${marksOf(group, page)}${noteHtml(group.note, page)}${missingHtml(group.missing, page)}`;
  if (group.runs) {
    const words = runsHtml(group.runs);
    const lead = group.numbers[0];
    // An address among the words is a link itself.
    const linked =
      lead === undefined || group.runs.some((run) => run.url)
        ? words
        : `<a href="${wayTo(lead, group, page)}">${words}</a>`;
    return `<span class="cited">${marksOf(group, page)}${linked}</span>${missingHtml(group.missing, page)}`;
  }
  const link = (number: number): string => {
    const first = page.cited.has(number) ? '' : ` id="${page.prefix}cite-${number}"`;
    page.cited.add(number);
    return `<a${first} href="${wayTo(number, group, page)}" aria-label="${page.words.reference(number)}">${number}</a>`;
  };
  const parts = numberRuns(group.numbers).map(([from, to]) => {
    if (from === to) return link(from);
    // A number hidden inside a range is cited there too: its way back leads to the range.
    let hidden = '';
    for (let inside = from + 1; inside < to; inside += 1) {
      if (!page.cited.has(inside)) hidden += `<span id="${page.prefix}cite-${inside}"></span>`;
      page.cited.add(inside);
    }
    return `${link(from)}–${hidden}${link(to)}`;
  });
  if (group.missing > 0) parts.push(`<span class="missing">${page.words.deleted(group.missing)}</span>`);
  const places = group.places.map((place) => place.place).filter((place) => place !== null);
  const title = places.length > 0 ? ` title="${escapeHtml(places.join(', '))}"` : '';
  return `<sup class="cite"${title}>[${parts.join(', ')}]</sup>`;
}

/** Where a number leads: to the passage that is cited, which unfolds there, else to its reference. */
function wayTo(number: number, group: CitationGroup, { prefix, keys }: Page): string {
  const key = group.places.map((place) => keys.get(place.excerptId)).find((one) => one?.startsWith(`${number}-`));
  return key === undefined ? `#${prefix}ref-${number}` : `#${prefix}passage-${key}`;
}

/** What is gone, behind words or a note that tell the rest. */
const missingHtml = (count: number, { words }: Page): string =>
  count === 0 ? '' : ` <span class="missing">[${words.deleted(count)}]</span>`;

/** Places that the ways back from the list lead to, for references cited here first. */
function marksOf({ numbers }: CitationGroup, page: Page): string {
  const fresh = numbers.filter((number) => !page.cited.has(number));
  for (const number of fresh) page.cited.add(number);
  return fresh.map((number) => `<span id="${page.prefix}cite-${number}"></span>`).join('');
}

const noteHtml = (number: number, { prefix, words }: Page): string =>
  `<sup class="note"><a id="${prefix}noted-${number}" href="#${prefix}note-${number}" aria-label="${words.note(number)}">${number}</a></sup>`;

const runsHtml = (runs: Runs): string => entryOfRuns(runs).map(partHtml).join('');

export function partHtml({ kind, text, bold, smallCaps, underline, raised }: EntryPart): string {
  const safe = escapeHtml(text);
  if (kind === 'grade') return `<span class="grade">${safe}</span>`;
  if (kind === 'url' && isWebAddress(text)) return `<a href="${safe}" rel="noopener noreferrer">${safe}</a>`;
  let html = kind === 'title' ? `<cite>${safe}</cite>` : safe;
  if (bold) html = `<b>${html}</b>`;
  if (underline) html = `<u>${html}</u>`;
  if (smallCaps) html = `<span class="small-caps">${html}</span>`;
  return raised ? `<${raised}>${html}</${raised}>` : html;
}
