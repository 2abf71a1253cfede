/**
 * How a highlight looks: tinted ground in the first tag's hue, and a line under the words whose pattern is the first
 * tag's kind and whose depth is the lane, so that every one of several overlapping excerpts is seen. The rules live in a
 * style sheet of their own, one rule for each look that was needed.
 */
import { TAG_HUES } from '@shared/model/tag';
import type { Tag, TagKind } from '@shared/model/tag';

const PATTERNS: Readonly<Record<TagKind, string>> = {
  topic: '2px solid',
  person: '2px dashed',
  organisation: '2px dotted',
  place: '2px double',
  equipment: '1px wavy',
  event: '4px solid',
};

const known = new Set<string>();
let sheet: CSSStyleSheet | null = null;

function addRule(name: string, rule: string): void {
  if (known.has(name)) return;
  known.add(name);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.insertRule(`::highlight(${name}) { ${rule} }`);
}

/** Depth of the underline below the words, in pixels, by lane. */
const DEPTH = [3, 6, 9, 12] as const;

/** The name of the CSS highlight for an excerpt with this first tag in this lane; its rule is there afterwards. */
export function highlightName(tag: Tag | undefined, lane: number): string {
  const hue = tag ? tag.hue % TAG_HUES : null;
  const name = hue === null ? `excerpt-plain-${lane}` : `excerpt-${hue}-${tag!.kind}-${lane}`;
  const ground = hue === null ? 'var(--accent-ground)' : `var(--hue-${hue}-ground)`;
  const line = hue === null ? 'var(--line-strong)' : `var(--hue-${hue}-underline)`;
  addRule(
    name,
    `background-color: color-mix(in srgb, ${ground} ${lane === 0 ? 100 : 55}%, transparent);` +
      `text-decoration: underline ${tag ? PATTERNS[tag.kind] : '2px solid'} ${line};` +
      `text-underline-offset: ${DEPTH[lane] ?? 3}px; text-decoration-skip-ink: none;`,
  );
  return name;
}

/** The name of the stronger ground that the focused excerpt has, in its own hue. */
export function focusedName(tag: Tag | undefined): string {
  const hue = tag ? tag.hue % TAG_HUES : null;
  const name = `excerpt-focused-${hue ?? 'plain'}`;
  const ground = hue === null ? 'var(--accent)' : `var(--hue-${hue}-underline)`;
  addRule(name, `background-color: color-mix(in srgb, ${ground} 30%, transparent);`);
  return name;
}

export const FOUND = 'found-words';
export const FOUND_NOW = 'found-now';

/** Rules for the highlights that belong to no tag. */
export function addFixedRules(): void {
  addRule(FOUND, 'background-color: var(--found);');
  addRule(FOUND_NOW, 'background-color: var(--accent); color: var(--on-accent);');
}

/** The colour of an excerpt's bracket: its first tag's, or a plain one. */
export const bracketColour = (tag: Tag | undefined): string =>
  tag ? `var(--hue-${tag.hue % TAG_HUES}-underline)` : 'var(--line-strong)';
