/**
 * Two texts of a briefing side by side in one: blocks are aligned first, then words inside those that belong together.
 * What is shown holds both texts whole: without what was added it is the old one, without what was removed the new one.
 */
import { diffArrays } from 'diff';
import type { Briefing } from '../model/briefing';
import { linesOf, tokensOfText } from './diffLines';
import type { LabelOf, Line, LineKind, Token } from './diffLines';
import { pairLines } from './pairLines';

export type Change = 'same' | 'added' | 'removed';

export interface Piece {
  readonly change: Change;
  readonly kind: 'words' | 'citation' | 'quotation' | 'figure';
  readonly text: string;
}

export interface ShownLine {
  readonly kind: LineKind;
  readonly level: number;
  /** `moved` stands at its new place, `moved away` at its old one; both are whole. */
  readonly change: Change | 'changed' | 'moved' | 'moved away';
  readonly pieces: readonly Piece[];
  /** What it was before, where its words stand in another kind of line now. */
  readonly was: Pick<Line, 'kind' | 'level'> | null;
  /** The words are the same and look other. */
  readonly isRestyled: boolean;
}

export interface DiffCounts {
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly citationsAdded: number;
  readonly citationsRemoved: number;
  readonly quotationsAdded: number;
  readonly quotationsRemoved: number;
  readonly figuresAdded: number;
  readonly figuresRemoved: number;
  readonly moved: number;
  readonly restyled: number;
}

export interface VersionDiff {
  readonly title: readonly Piece[];
  readonly lines: readonly ShownLine[];
  readonly counts: DiffCounts;
}

type Text = Pick<Briefing, 'title' | 'body'>;
type Run = { readonly change: Change; readonly tokens: readonly Token[] };

/** Edits after which two lines or notes count as different throughout: bounds the work on hostile texts. */
const MOST_EDITS = 4_000;
/** A line of fewer words may stand twice by chance: it does not count as moved. */
const FEWEST_MOVED = 4;

/** Compares two texts. Pure; the label of a citation comes from `labelOf`. */
export function diffVersions(before: Text, after: Text, labelOf: LabelOf): VersionDiff {
  const lines = movedIn(alignedLines(linesOf(before.body, labelOf), linesOf(after.body, labelOf)));
  const title = diffTokens(tokensOfText(before.title), tokensOfText(after.title));
  const runs = [...title, ...lines.flatMap((line) => line.runs)];
  return {
    title: piecesOf(title),
    lines: lines.map(({ runs: own, ...line }) => ({ ...line, pieces: piecesOf(own) })),
    counts: countsOf(runs, lines),
  };
}

type OpenLine = Omit<ShownLine, 'pieces'> & { readonly runs: readonly Run[] };

const keyOf = (line: Line): string => `${line.kind} ${line.level} ${line.tokens.map(({ key }) => key).join('\u0001')}`;

const whole = (line: Line, change: Change): OpenLine => ({
  kind: line.kind,
  level: line.level,
  change,
  runs: [{ change, tokens: line.tokens }],
  was: null,
  isRestyled: false,
});

function alignedLines(before: readonly Line[], after: readonly Line[]): OpenLine[] {
  const all: OpenLine[] = [];
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MOST_EDITS }) ?? [
    { added: false, removed: true, count: before.length },
    { added: true, removed: false, count: after.length },
  ];
  let [i, j] = [0, 0];
  let gap: { from: Line[]; to: Line[] } = { from: [], to: [] };
  const close = (): void => {
    all.push(...linesOfGap(gap.from, gap.to));
    gap = { from: [], to: [] };
  };
  for (const { added, removed, count } of changes) {
    for (let n = 0; n < count; n += 1) {
      if (removed) gap.from.push(before[i++]!);
      else if (added) gap.to.push(after[j++]!);
      else {
        close();
        const [old, now] = [before[i++]!, after[j++]!];
        all.push({ ...whole(now, 'same'), isRestyled: old.look !== now.look });
      }
    }
  }
  close();
  return all;
}

/** What stands between two lines that are the same: lines that belong together are compared word by word. */
function linesOfGap(from: readonly Line[], to: readonly Line[]): OpenLine[] {
  const all: OpenLine[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairLines(from, to), [from.length, to.length] as const]) {
    while (i < a) all.push(whole(from[i++]!, 'removed'));
    while (j < b) all.push(whole(to[j++]!, 'added'));
    if (a === from.length) break;
    const [old, now] = [from[i++]!, to[j++]!];
    const runs = diffTokens(old.tokens, now.tokens);
    const isOther = old.kind !== now.kind || old.level !== now.level;
    all.push({
      kind: now.kind,
      level: now.level,
      change: 'changed',
      runs,
      was: isOther ? { kind: old.kind, level: old.level } : null,
      isRestyled: false,
    });
  }
  return all;
}

/** A line removed here and added there, word for word, was moved. */
function movedIn(lines: readonly OpenLine[]): OpenLine[] {
  const sign = (line: OpenLine): string => line.runs.flatMap((run) => run.tokens.map((one) => one.key)).join('\u0001');
  const isLong = (line: OpenLine): boolean =>
    line.runs.flatMap((run) => run.tokens).filter((token) => token.kind === 'word').length >= FEWEST_MOVED;
  const away = new Map<string, number[]>();
  lines.forEach((line, at) => {
    if (line.change !== 'removed' || !isLong(line)) return;
    const places = away.get(sign(line));
    if (places) places.push(at);
    else away.set(sign(line), [at]);
  });
  const moved = new Map<number, 'moved' | 'moved away'>();
  lines.forEach((line, at) => {
    if (line.change !== 'added') return;
    const from = away.get(sign(line))?.shift();
    if (from === undefined) return;
    moved.set(from, 'moved away').set(at, 'moved');
  });
  return lines.map((line, at) => {
    const change = moved.get(at);
    return change ? { ...line, change, runs: line.runs.map((run) => ({ ...run, change: 'same' })) } : line;
  });
}

/** The words of one line beside those of another. */
function diffTokens(before: readonly Token[], after: readonly Token[]): Run[] {
  const keys = (tokens: readonly Token[]): string[] => tokens.map((token) => token.key);
  const changes = diffArrays(keys(before), keys(after), { maxEditLength: MOST_EDITS }) ?? [
    { added: false, removed: true, count: before.length },
    { added: true, removed: false, count: after.length },
  ];
  let [i, j] = [0, 0];
  const groups: Group[] = [];
  for (const { added, removed, count } of changes) {
    const old = added ? [] : before.slice(i, (i += count));
    const now = removed ? [] : after.slice(j, (j += count));
    const last = groups.at(-1);
    const isSame = !added && !removed;
    if (last && !last.isSame && !isSame) {
      last.old.push(...old);
      last.now.push(...now);
    } else groups.push({ isSame, old: [...old], now: [...now] });
  }
  return bridged(groups).flatMap((group): Run[] =>
    group.isSame
      ? [{ change: 'same', tokens: group.now }]
      : [
          ...(group.old.length > 0 ? [{ change: 'removed' as const, tokens: group.old }] : []),
          ...(group.now.length > 0 ? [{ change: 'added' as const, tokens: group.now }] : []),
        ],
  );
}

interface Group {
  readonly isSame: boolean;
  readonly old: Token[];
  readonly now: Token[];
}

/** Words put in place of others, and a change that only a space parts from them, are read as one. */
function bridged(groups: readonly Group[]): Group[] {
  const all: Group[] = [];
  const replaces = (group: Group | undefined): boolean =>
    group !== undefined && !group.isSame && group.old.length > 0 && group.now.length > 0;
  groups.forEach((group, at) => {
    const last = all.at(-1);
    const isSpace = group.isSame && group.now.every((token) => token.text.trim() === '');
    const joins = isSpace
      ? last && at + 1 < groups.length && (replaces(groups[at + 1]) || replaces(last))
      : !group.isSame && last && !last.isSame;
    if (joins) {
      last!.old.push(...group.old);
      last!.now.push(...group.now);
    } else all.push(group);
  });
  return all;
}

const kindOf = (token: Token): Piece['kind'] =>
  token.kind === 'word' || token.kind === 'between' ? 'words' : token.kind;

function piecesOf(runs: readonly Run[]): Piece[] {
  const pieces: { change: Change; kind: Piece['kind']; text: string }[] = [];
  for (const { change, tokens } of runs) {
    for (const token of tokens) {
      const last = pieces.at(-1);
      if (last && last.change === change && last.kind === 'words' && kindOf(token) === 'words') last.text += token.text;
      else pieces.push({ change, kind: kindOf(token), text: token.text });
    }
  }
  return pieces;
}

function countsOf(runs: readonly Run[], lines: readonly OpenLine[]): DiffCounts {
  const count = (change: Change, kind: Token['kind']): number =>
    runs
      .filter((run) => run.change === change)
      .reduce((sum, run) => sum + run.tokens.filter((token) => token.kind === kind).length, 0);
  return {
    wordsAdded: count('added', 'word'),
    wordsRemoved: count('removed', 'word'),
    citationsAdded: count('added', 'citation'),
    citationsRemoved: count('removed', 'citation'),
    quotationsAdded: count('added', 'quotation'),
    quotationsRemoved: count('removed', 'quotation'),
    figuresAdded: count('added', 'figure'),
    figuresRemoved: count('removed', 'figure'),
    moved: lines.filter((line) => line.change === 'moved').length,
    restyled: lines.filter((line) => line.isRestyled || line.was !== null).length,
  };
}
