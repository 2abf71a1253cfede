/** Paints excerpts over the text with the CSS Custom Highlight API: the page's elements stay as they are. */
import type { Excerpt } from '@shared/model/excerpt';
import type { Tag } from '@shared/model/tag';
import type { Span } from '@shared/text/trimMarkers';
import { addFixedRules, focusedName, FOUND, FOUND_NOW, highlightName } from './highlightStyle';
import type { Locator } from './positions';

/** Which excerpt each painted range stands for. */
export type Painted = ReadonlyMap<AbstractRange, string>;

export interface Painting {
  readonly locator: Locator;
  readonly excerpts: readonly Excerpt[];
  readonly lanes: ReadonlyMap<string, number>;
  readonly tagOf: (excerpt: Excerpt) => Tag | undefined;
  readonly focusedId: string | null;
  readonly found: readonly Span[];
  readonly foundNow: Span | null;
}

interface Look {
  readonly name: string;
  readonly ranges: readonly Range[];
  readonly priority: number;
}

/** What each view of the text painted: names are shared by all of them. */
const shown = new Map<object, readonly Look[]>();
const names = new Set<string>();

function publish(): void {
  for (const name of names) CSS.highlights.delete(name);
  names.clear();
  for (const { name, ranges, priority } of [...shown.values()].flat()) {
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    for (const range of ranges) highlight.add(range);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    names.add(name);
  }
}

/** Takes the highlights of a view away. */
export function clearHighlights(view: object): void {
  shown.delete(view);
  publish();
}

/** Paints what is in the page now, in place of what the view painted before. */
export function paint(view: object, painting: Painting): Painted {
  const { locator, excerpts, lanes, tagOf, focusedId, found, foundNow } = painting;
  addFixedRules();
  const all: Look[] = [];
  const put = (name: string, ranges: readonly Range[], priority: number): void =>
    void all.push({ name, ranges, priority });
  const painted = new Map<AbstractRange, string>();
  const looks = new Map<string, { ranges: Range[]; lane: number }>();
  for (const excerpt of excerpts) {
    if (excerpt.end <= locator.from || excerpt.start >= locator.to) continue;
    const range = locator.range(excerpt.start, excerpt.end);
    if (!range) continue;
    painted.set(range, excerpt.id);
    const lane = lanes.get(excerpt.id) ?? 0;
    const name = highlightName(tagOf(excerpt), lane);
    const look = looks.get(name);
    if (look) look.ranges.push(range);
    else looks.set(name, { ranges: [range], lane });
    if (excerpt.id === focusedId) put(focusedName(tagOf(excerpt)), [range.cloneRange()], 50);
  }
  for (const [name, { ranges, lane }] of looks) put(name, ranges, 10 + lane);
  const inPage = found.filter((span) => span.end > locator.from && span.start < locator.to);
  const words = inPage.map((span) => locator.range(span.start, span.end)).filter((range) => range !== null);
  if (words.length > 0) put(FOUND, words, 60);
  const now = foundNow && locator.range(foundNow.start, foundNow.end);
  if (now) put(FOUND_NOW, [now], 61);
  shown.set(view, all);
  publish();
  return painted;
}

/** Newer than the compiler's list of the page's interfaces. */
interface PointedHighlights {
  highlightsFromPoint?(x: number, y: number): readonly { readonly ranges: readonly AbstractRange[] }[];
}

/** The excerpts painted at a point of the window, the innermost first. */
export function excerptsAtPoint(painted: Painted, x: number, y: number): string[] {
  const ids: string[] = [];
  for (const { ranges } of (CSS.highlights as PointedHighlights).highlightsFromPoint?.(x, y) ?? []) {
    for (const range of ranges) {
      const id = painted.get(range);
      if (id !== undefined && !ids.includes(id)) ids.push(id);
    }
  }
  return ids;
}
