/** From a finding to its words: the caret goes there, and the place comes into view. */
import type { Editor } from '@tiptap/react';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Finding } from '@shared/briefing/checks/finding';
import { findingsIn } from './findingMarks';

/** Selects the words of a finding and gives the text the focus. A finding about the whole note leads to its beginning. */
export function goToFinding(editor: Editor, finding: Finding): void {
  const { state, view } = editor;
  const end = state.doc.content.size;
  const from = Math.min(finding.at?.from ?? 0, end);
  const to = Math.min(finding.at?.to ?? 0, end);
  const node = state.doc.nodeAt(from);
  const isAtom =
    finding.at !== null && node !== null && !node.isText && node.isAtom && NodeSelection.isSelectable(node);
  const selection = isAtom
    ? NodeSelection.create(state.doc, from)
    : TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
  view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  view.focus();
}

/** The finding at its place now: a view may show it as it stood some keys ago. */
export function placedNow(editor: Editor, finding: Finding): Finding {
  const same = (findingsIn(editor.state).findings ?? []).filter((one) => one.id === finding.id);
  const far = (one: Finding): number => Math.abs((one.at?.from ?? 0) - (finding.at?.from ?? 0));
  // Two sentences of the same words have one id: the nearest is meant.
  return same.sort((a, b) => far(a) - far(b))[0] ?? finding;
}

/** The open findings that stand in the text, in its order. */
export function placedFindings(editor: Editor): Finding[] {
  const { findings, accepted } = findingsIn(editor.state);
  return (findings ?? [])
    .filter((one) => one.at !== null && !accepted.has(one.id))
    .sort((a, b) => a.at!.from - b.at!.from || a.at!.to - b.at!.to);
}

/** The next one after the caret, or the one before it; round at the ends. Null where there is none. */
export function findingFrom(editor: Editor, direction: 1 | -1): Finding | null {
  const all = placedFindings(editor);
  const { from, to } = editor.state.selection;
  if (direction > 0) return all.find((one) => one.at!.from >= to && one.at!.to > from) ?? all[0] ?? null;
  return all.findLast((one) => one.at!.to <= from && one.at!.from < from) ?? all.at(-1) ?? null;
}
