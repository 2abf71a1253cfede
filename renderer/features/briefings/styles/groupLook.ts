/** What a group of citations shows in the editor in a style that writes words or notes. */
import { groupKey } from '@shared/briefing/styles/styledReferences';
import type { StyledReferences } from '@shared/briefing/styles/styledReferences';
import { runsText } from '@shared/briefing/styles/runs';

export interface GroupLook {
  /** The words of the group; of a note nothing: its number is counted with the author's footnotes. */
  readonly label: string;
  /** The attribute of its first citation that the style sheet goes by. */
  readonly attribute: 'data-note' | 'data-said';
}

/**
 * The look of a group; null where the numbers of the references stand: in numeric styles, where everything cited was
 * deleted, and until the style has been told of the group.
 * @param nth how many groups of the same excerpts stand before it
 */
export function groupLook(
  styled: StyledReferences,
  ids: readonly string[],
  { isGone, inFootnote, nth }: { readonly isGone: boolean; readonly inFootnote: boolean; readonly nth: number },
): GroupLook | null {
  if (styled.isNumbersAlone || isGone) return null;
  if (styled.kind === 'note' && !inFootnote) return { label: '', attribute: 'data-note' };
  const labels = styled.byKey.get(groupKey(ids));
  const label = labels?.[nth] ?? labels?.at(-1);
  return label ? { label: runsText(label.runs), attribute: 'data-said' } : null;
}
