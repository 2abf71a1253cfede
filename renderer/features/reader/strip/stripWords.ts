/** The strip in words. */
import { counted } from '@shared/text/counted';

/** What the strip shows, for those who do not see it. */
export function stripWords(excerpts: number, found: number): string {
  const parts = [excerpts === 0 ? 'no excerpts' : counted(excerpts, 'excerpt')];
  if (found > 0) parts.push(counted(found, 'place with the words found', 'places with the words found'));
  return `Map of the text: ${parts.join(', ')}`;
}

/** What stands at one height of it beside the excerpts that are named: how many more, and how often words are found. */
export function hintLines(named: number, excerpts: number, found: number): readonly string[] {
  const more = excerpts - named;
  return [
    ...(more > 0 ? [counted(more, 'more excerpt', 'more excerpts')] : []),
    ...(found > 0 ? [counted(found, 'place with the words found', 'places with the words found')] : []),
  ];
}
