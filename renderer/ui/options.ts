/** Finding options by what is typed: the same in every field that offers a list. */

/** Something to choose. */
export interface Option {
  readonly id: string;
  readonly label: string;
  /** A quieter second line or place, such as a path; it is searched too. */
  readonly detail?: string | undefined;
  /** 0 to 11. */
  readonly hue?: number | null | undefined;
  /** More words it is found by. */
  readonly also?: readonly string[] | undefined;
}

/** The options a list shows at most; typing narrows them. */
const MOST = 100;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/**
 * The options that match, best first: the same word, then a beginning, then the beginning of a later word, then
 * anywhere. Case and accents do not count. Nothing typed gives the first hundred as they stand.
 */
export function matching<One extends Option>(options: readonly One[], typed: string): readonly One[] {
  const wanted = fold(typed);
  if (wanted === '') return options.slice(0, MOST);
  const ranked: { one: One; rank: number }[] = [];
  for (const one of options) {
    const rank = Math.min(...[one.label, ...(one.also ?? [])].map((name) => rankOf(fold(name), wanted)));
    if (rank < NOT_FOUND) ranked.push({ one, rank });
    else if (one.detail !== undefined && fold(one.detail).includes(wanted)) ranked.push({ one, rank: NOT_FOUND });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** Whether an option has exactly this name. */
export const isNamed = (options: readonly Option[], typed: string): boolean => {
  const wanted = fold(typed);
  return options.some((one) => fold(one.label) === wanted || (one.also ?? []).some((name) => fold(name) === wanted));
};

const NOT_FOUND = 4;

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return NOT_FOUND;
  if (at > 0) return /[\p{L}\p{N}]/u.test(name[at - 1]!) ? 3 : 2;
  return name.length === wanted.length ? 0 : 1;
}
