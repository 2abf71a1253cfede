/**
 * Marks what the text suggests: a faint line under the words, of another pattern for each kind. It lies below the
 * excerpts' own marks and is painted apart from them, since it changes at other times.
 */
import type { Suggestion, SuggestionKind } from '@shared/suggest/suggestion';
import type { Locator } from './positions';

/** Which suggestion each painted range stands for, by its place in the list. */
export type PaintedSuggestions = ReadonlyMap<AbstractRange, string>;

const PATTERNS: Readonly<Record<SuggestionKind, string>> = {
  date: '1.5px dotted',
  figure: '1.5px dashed',
  name: '1px solid',
  attribution: '1px wavy',
  hedge: '1px double',
};
const KINDS = Object.keys(PATTERNS) as SuggestionKind[];
const nameOf = (kind: SuggestionKind): string => `suggestion-${kind}`;

let sheet: CSSStyleSheet | null = null;

function addRules(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  for (const kind of KINDS) {
    sheet.insertRule(
      `::highlight(${nameOf(kind)}) { text-decoration: underline ${PATTERNS[kind]} color-mix(in srgb, var(--line-strong) 60%, transparent); text-underline-offset: 4px; text-decoration-skip-ink: none; }`,
    );
  }
  document.adoptedStyleSheets.push(sheet);
}

/** Takes every mark of a suggestion away. */
export function clearSuggestions(): void {
  for (const kind of KINDS) CSS.highlights.delete(nameOf(kind));
}

/** Marks what is in the page now, in place of what was marked before. */
export function paintSuggestions(locator: Locator, suggestions: readonly Suggestion[]): PaintedSuggestions {
  clearSuggestions();
  addRules();
  const painted = new Map<AbstractRange, string>();
  const ranges = new Map<SuggestionKind, Range[]>();
  suggestions.forEach(({ kind, start, end }, index) => {
    if (end <= locator.from || start >= locator.to) return;
    const range = locator.range(start, end);
    if (!range) return;
    painted.set(range, String(index));
    const list = ranges.get(kind);
    if (list) list.push(range);
    else ranges.set(kind, [range]);
  });
  for (const [kind, list] of ranges) {
    const highlight = new Highlight(...list);
    highlight.priority = 1;
    CSS.highlights.set(nameOf(kind), highlight);
  }
  return painted;
}
