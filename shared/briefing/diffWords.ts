/** What changed between two versions, in one sentence. */
import type { DiffCounts } from './versionDiff';

const number = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

function pair(added: number, removed: number, one: string, many: string): string[] {
  if (added > 0 && removed > 0)
    return [`${number(added, one, many)} added, ${removed.toLocaleString('en-GB')} removed`];
  if (added > 0) return [`${number(added, one, many)} added`];
  return removed > 0 ? [`${number(removed, one, many)} removed`] : [];
}

/** `12 words added, 3 removed, 1 citation added`; says so where the texts are the same. */
export function countsInWords(counts: DiffCounts): string {
  const parts = [
    ...pair(counts.wordsAdded, counts.wordsRemoved, 'word', 'words'),
    ...pair(counts.citationsAdded, counts.citationsRemoved, 'citation', 'citations'),
    ...pair(counts.quotationsAdded, counts.quotationsRemoved, 'quotation', 'quotations'),
    ...pair(counts.figuresAdded, counts.figuresRemoved, 'figure', 'figures'),
    ...(counts.moved > 0 ? [`${number(counts.moved, 'paragraph', 'paragraphs')} moved`] : []),
    ...(counts.restyled > 0 ? [`looks changed in ${number(counts.restyled, 'paragraph', 'paragraphs')}`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'The two texts are the same';
}
