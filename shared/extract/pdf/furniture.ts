/** What stands on the pages and not in the text: running heads and feet, page numbers. They give the pages' labels. */
import type { PageLine, PageLines } from './page';

/** Share of the page's height at its upper and lower edge in which heads and feet stand. */
const ZONE = 0.13;
/** Heads of two pages stand at the same height, within so many points. */
const SAME_HEIGHT = 6;
/** At most so many lines are taken from either edge of a page. */
const MOST_LINES = 5;

const NUMBER =
  /^[-–—|[( ]*(?:p(?:age|\.)?|с(?:тр?)?\.|seite|página)?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|из|von)\s*\d{1,4})?[-–—|\]) ]*$/iu;

const keyOf = (text: string): string =>
  NUMBER.test(text) ? '#' : text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = ROMAN[text[i]!] ?? 0;
    sum += value < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

interface Printed {
  readonly label: string;
  readonly value: number;
}

/** The page number a head or foot may hold, alone or at one of its ends. */
function numbersIn(text: string): Printed[] {
  const alone = NUMBER.exec(text)?.[1]?.toLowerCase();
  const ends = alone ? [alone] : [/^(\d{1,4})\s/.exec(text)?.[1], /\s(\d{1,4})$/.exec(text)?.[1]];
  return ends
    .filter((label) => label !== undefined)
    .map((label) => ({ label, value: /^\d/.test(label) ? Number(label) : romanValue(label) }));
}

interface Edge {
  /** From the edge inwards. */
  readonly lines: readonly PageLine[];
  readonly top: boolean;
}

function edgesOf({ lines, height }: PageLines): Edge[] {
  const straight = lines.filter((line) => !line.turned).sort((a, b) => a.y - b.y);
  const above = straight.filter((line) => line.y < height * ZONE).slice(0, MOST_LINES);
  const below = straight.filter((line) => line.y > height * (1 - ZONE)).slice(-MOST_LINES);
  return [
    { lines: above, top: true },
    { lines: below.reverse(), top: false },
  ];
}

export interface Trimmed {
  /** The lines of the text, page by page. */
  readonly pages: readonly (readonly PageLine[])[];
  readonly labels: readonly string[];
}

/** Takes heads, feet and numbers from the pages. A document with nothing else keeps them. */
export function withoutFurniture(pages: readonly PageLines[]): Trimmed {
  const edges = pages.map(edgesOf);
  const seen = new Map<string, { page: number; y: number }[]>();
  const note = (page: number, key: string, y: number): void => {
    const places = seen.get(key);
    if (places) places.push({ page, y });
    else seen.set(key, [{ page, y }]);
  };
  for (const [page, both] of edges.entries()) {
    for (const { lines, top } of both) for (const line of lines) note(page, `${top} ${keyOf(line.text)}`, line.y);
    for (const line of pages[page]!.lines) if (line.turned) note(page, `turned ${line.text}`, 0);
  }
  const least = pages.length < 7 ? 2 : 3;
  const repeats = (key: string, y: number): boolean => {
    const places = seen.get(key) ?? [];
    return new Set(places.filter((one) => Math.abs(one.y - y) <= SAME_HEIGHT).map((one) => one.page)).size >= least;
  };
  const gone = new Set<PageLine>();
  const printed: Printed[][] = pages.map(() => []);
  for (const [page, both] of edges.entries()) {
    for (const { lines, top } of both) {
      for (const [i, line] of lines.entries()) {
        const key = keyOf(line.text);
        const alone = key === '#' && numbersIn(line.text).some(({ value }) => value === page + 1);
        const apart = Math.abs((lines[i + 1]?.y ?? (top ? Infinity : -Infinity)) - line.y) > 1.5 * line.size;
        if (!repeats(`${top} ${key}`, line.y) && !(i === 0 && alone && apart)) continue;
        gone.add(line);
        printed[page]!.push(...numbersIn(line.text));
      }
    }
    for (const line of pages[page]!.lines) if (line.turned && repeats(`turned ${line.text}`, 0)) gone.add(line);
  }
  const kept = pages.map(({ lines }) => lines.filter((line) => !gone.has(line)));
  const isBare = kept.every((lines) => lines.length === 0);
  return { pages: isBare ? pages.map(({ lines }) => lines) : kept, labels: labelsOf(pages, printed) };
}

/**
 * What each page is called: by the file where it says more than the count of pages, else by the numbers printed on
 * them where these run on, else the count.
 */
function labelsOf(pages: readonly PageLines[], printed: readonly (readonly Printed[])[]): string[] {
  if (pages.some(({ label }, i) => label !== null && label !== String(i + 1))) {
    return pages.map(({ label }, i) => label || `[${i + 1}]`);
  }
  const votes = new Map<string, number[]>();
  for (const [page, numbers] of printed.entries()) {
    for (const key of new Set(numbers.map((one) => `${/^\d/.test(one.label)} ${one.value - page}`))) {
      const voters = votes.get(key);
      if (voters) voters.push(page);
      else votes.set(key, [page]);
    }
  }
  const runs = [...votes].filter(([, voters]) => voters.length >= 2).sort((a, b) => b[1].length - a[1].length);
  return pages.map((_, page) => {
    const run = runs.find(([, voters]) => page >= voters[0]! - 1 && page <= voters.at(-1)! + 1);
    if (!run) return runs.length > 0 && runs[0]![0] !== 'true 1' ? `[${page + 1}]` : String(page + 1);
    const [kind, offset] = run[0].split(' ') as [string, string];
    const own = printed[page]!.find((one) => one.value - page === Number(offset));
    const value = page + Number(offset);
    return own?.label ?? (value < 1 ? `[${page + 1}]` : kind === 'true' ? String(value) : romanOf(value));
  });
}

function romanOf(value: number): string {
  const signs: [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
