/** The lines of the table: a document each, with a line above those of a group. */
import { grouped } from './table';
import type { Fact, Grouping } from './table';

export type Line =
  | { readonly kind: 'document'; readonly key: string; readonly fact: Fact }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly facts: readonly Fact[];
      readonly isFolded: boolean;
    };

/** @param folded keys of the groups whose documents are not listed */
export function linesOf(facts: readonly Fact[], grouping: Grouping, folded: readonly string[]): Line[] {
  const ofFacts = (some: readonly Fact[]): Line[] =>
    some.map((fact) => ({ kind: 'document', key: fact.document.id, fact }));
  if (grouping === 'none') return ofFacts(facts);
  return grouped(facts, grouping).flatMap((group) => {
    // The same key in another grouping is another group.
    const key = `${grouping} ${group.key}`;
    const isFolded = folded.includes(key);
    const head: Line = { kind: 'group', key, label: group.label, facts: group.facts, isFolded };
    return isFolded ? [head] : [head, ...ofFacts(group.facts)];
  });
}
