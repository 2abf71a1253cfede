/** Styled text as typed runs: what a citation style may set apart, and nothing that a page could take for markup. */

/** How words are set apart, besides italics. */
export interface Emphasis {
  readonly bold?: true;
  readonly smallCaps?: true;
  readonly underline?: true;
  readonly raised?: 'sup' | 'sub';
}

export interface Run extends Emphasis {
  readonly text: string;
  readonly italic?: true;
  /** The text is an address, as the document has it. */
  readonly url?: true;
}

export type Runs = readonly Run[];

type Look = Omit<Run, 'text'>;

/** The words of the runs without their look. */
export const runsText = (runs: Runs): string => runs.map((run) => run.text).join('');

/**
 * Signs that stand for the beginning of a look in the processor's output. They are noncharacters of Unicode
 * (U+FDD0 to U+FDEF), which no text may hold; `asData` takes them out of everything that goes in.
 */
export const BEGIN = {
  italic: '\uFDD0',
  upright: '\uFDD1',
  bold: '\uFDD2',
  light: '\uFDD3',
  smallCaps: '\uFDD4',
  fullCaps: '\uFDD5',
  underline: '\uFDD6',
  noLine: '\uFDD7',
  sup: '\uFDD8',
  sub: '\uFDD9',
  baseline: '\uFDDA',
  url: '\uFDDB',
} as const;
export const END = '\uFDDF';

const LESS = '\uFDE0';
const MORE = '\uFDE1';

/** Text from a case as the processor may have it: it reads `<i>` and its like as markup, so the brackets go in disguise. */
export const asData = (text: string): string =>
  text
    .replace(/[\uFDD0-\uFDEF]/gu, '')
    .replaceAll('<', LESS)
    .replaceAll('>', MORE);

const LOOKS: Readonly<Record<string, readonly [keyof Look, Look[keyof Look]]>> = {
  [BEGIN.italic]: ['italic', true],
  [BEGIN.upright]: ['italic', undefined],
  [BEGIN.bold]: ['bold', true],
  [BEGIN.light]: ['bold', undefined],
  [BEGIN.smallCaps]: ['smallCaps', true],
  [BEGIN.fullCaps]: ['smallCaps', undefined],
  [BEGIN.underline]: ['underline', true],
  [BEGIN.noLine]: ['underline', undefined],
  [BEGIN.sup]: ['raised', 'sup'],
  [BEGIN.sub]: ['raised', 'sub'],
  [BEGIN.baseline]: ['raised', undefined],
  [BEGIN.url]: ['url', true],
};

function changed(look: Look, [key, value]: readonly [keyof Look, Look[keyof Look]]): Look {
  const { [key]: _before, ...rest } = look;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** The runs of the processor's output: white space as single spaces, neighbours of one look joined, no doubled full stop. */
export function parseRuns(marked: string): Runs {
  const runs: Run[] = [];
  const outer: Look[] = [];
  let look: Look = {};
  for (const piece of marked.split(/([\uFDD0-\uFDDF])/u)) {
    const begin = LOOKS[piece];
    if (begin) {
      outer.push(look);
      look = changed(look, begin);
    } else if (piece === END) look = outer.pop() ?? {};
    else if (piece !== '') add(runs, piece.replaceAll(LESS, '<').replaceAll(MORE, '>').replace(/\s+/gu, ' '), look);
  }
  return trimmed(runs);
}

function add(runs: Run[], words: string, look: Look): void {
  const last = runs.at(-1);
  // A title may end in a sign of its own; the style's full stop after it would be one too many.
  const text = last && !last.url && /[.!?…]$/u.test(last.text) ? words.replace(/^\./u, '') : words;
  if (text === '') return;
  if (last && sameLook(last, look)) runs[runs.length - 1] = { ...last, text: last.text + text };
  else runs.push({ ...look, text });
}

const sameLook = (a: Look, b: Look): boolean =>
  a.italic === b.italic &&
  a.bold === b.bold &&
  a.smallCaps === b.smallCaps &&
  a.underline === b.underline &&
  a.raised === b.raised &&
  a.url === b.url;

function trimmed(runs: readonly Run[]): Runs {
  return runs
    .map((run, i) => {
      const start = i === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: i === runs.length - 1 ? start.trimEnd() : start };
    })
    .filter((run) => run.text !== '');
}

/** The runs without their first `count` UTF-16 code units. */
export function dropStart(runs: Runs, count: number): Runs {
  let left = count;
  const rest: Run[] = [];
  for (const run of runs) {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    if (text !== '') rest.push({ ...run, text });
  }
  return rest;
}
