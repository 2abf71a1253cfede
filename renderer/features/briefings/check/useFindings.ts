/** The findings as a view sees them: those still open, those accepted with their reasons, and what to do with each. */
import { useMemo } from 'react';
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { splitFindings } from '@shared/briefing/accepted';
import type { SplitFindings } from '@shared/briefing/accepted';
import type { Finding, RuleId } from '@shared/briefing/checks/finding';
import type { Briefing } from '@shared/model/briefing';
import { useApp } from '../../../app/context';
import { useCase } from '../../../store/hooks';
import { readRows } from '../../../store/rows';
import type { Evidence } from '../numbering';
import { acceptFinding } from './AcceptDialog';
import { applyFix } from './applyFix';
import { findingsIn } from './findingMarks';
import { goToFinding, placedNow } from './goTo';

export interface Findings extends SplitFindings<Finding> {
  /** False before the first answer. */
  readonly isReady: boolean;
  readonly rules: Readonly<Partial<Record<RuleId, string>>>;
  /** The newest check broke off. */
  readonly hasFailed: boolean;
}

const NONE: readonly Finding[] = [];

const sameIds = (a: readonly Finding[] | null, b: readonly Finding[] | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((one, i) => one.id === b[i]!.id));

const samePlaces = (a: readonly Finding[] | null, b: readonly Finding[] | null): boolean => a === b;

/**
 * Kept current with the editor; new only when there is another finding. With `places` also when one of them has moved,
 * which every key before it does: only for a view that shows where they stand.
 */
export function useFindings(
  editor: Editor,
  accepted: Briefing['accepted'],
  { places = false }: { readonly places?: boolean } = {},
): Findings {
  const same = places ? samePlaces : sameIds;
  const now = useEditorState({
    editor,
    selector: ({ editor: at }) => findingsIn(at.state),
    equalityFn: (a, b) =>
      b !== null && same(a.findings, b.findings) && a.rules === b.rules && a.hasFailed === b.hasFailed,
  });
  const { findings, rules, hasFailed } = now;
  return useMemo(
    () => ({
      ...splitFindings(inTextOrder(findings ?? NONE), accepted),
      isReady: findings !== null || hasFailed,
      rules,
      hasFailed,
    }),
    [findings, rules, hasFailed, accepted],
  );
}

/** Those about the whole note first. */
const inTextOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => (a.at?.from ?? -1) - (b.at?.from ?? -1));

export interface FindingActions {
  readonly show: (finding: Finding) => void;
  readonly fix: (finding: Finding) => void;
  readonly accept: (finding: Finding) => Promise<boolean>;
}

export function useFindingActions(editor: Editor, briefing: Briefing, evidence: Evidence | null): FindingActions {
  const app = useApp();
  const open = useCase();
  return useMemo(
    () => ({
      show: (finding) => goToFinding(editor, placedNow(editor, finding)),
      fix: (finding) => {
        const excerpt = async (id: string) => (await readRows(open, 'excerpts', [id]))[0];
        void applyFix(placedNow(editor, finding), { app, editor, briefing, evidence, excerpt });
      },
      accept: (finding) => acceptFinding(app, briefing.id, finding),
    }),
    [app, open, editor, briefing, evidence],
  );
}
