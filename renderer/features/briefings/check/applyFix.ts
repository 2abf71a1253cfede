/** One press that puts a finding right. */
import type { Editor } from '@tiptap/react';
import type { Finding } from '@shared/briefing/checks/finding';
import { citedAs } from '@shared/briefing/citedAs';
import type { Briefing } from '@shared/model/briefing';
import type { App } from '../../../app/context';
import type { Evidence } from '../numbering';
import { findingsIn, findingsKey } from './findingMarks';

export interface FixTools {
  readonly app: Pick<App, 'run' | 'toast'>;
  readonly editor: Editor;
  readonly briefing: Pick<Briefing, 'id'>;
  readonly evidence: Evidence | null;
  /** Rows of excerpts that are not cited yet. */
  readonly excerpt: (id: string) => Promise<{ readonly id: string; readonly quote: string } | undefined>;
}

const GONE = 'What this would put right is no longer there. Nothing was changed; the check looks again.';

/** Puts it right; the finding goes at once, and the next check says whether it was enough. */
export async function applyFix(
  { fix, id }: Finding,
  { app, editor, briefing, evidence, excerpt }: FixTools,
): Promise<void> {
  if (!fix) return;
  if (fix.kind === 'marking') {
    await app.run('briefing.update', { id: briefing.id, patch: { marking: fix.marking } });
    return;
  }
  const { state, view } = editor;
  const tr = state.tr;
  if (fix.kind === 'replace') tr.insertText(fix.text, fix.from, fix.to);
  else if (fix.kind === 'remove') tr.delete(fix.from, fix.to);
  else if (fix.kind === 'cite') {
    const row = evidence?.lookup.excerpt(fix.excerptId) ?? (await excerpt(fix.excerptId));
    if (!row) return app.toast(GONE, { tone: 'warning' });
    const kept = evidence && 'documentId' in row ? citedAs(row as Parameters<typeof citedAs>[0], evidence.lookup) : {};
    editor
      .chain()
      .insertContentAt(fix.at, { type: 'citation', attrs: { excerptId: row.id, ...kept } })
      .run();
    return forget(editor, id);
  } else {
    const row = evidence?.lookup.excerpt(fix.excerptId);
    const node = state.doc.nodeAt(fix.from);
    if (!row || !evidence || node?.attrs['excerptId'] !== fix.excerptId) return app.toast(GONE, { tone: 'warning' });
    const words = node.type.name === 'quotation' ? { text: row.quote } : {};
    tr.setNodeMarkup(fix.from, null, { ...node.attrs, ...words, ...citedAs(row, evidence.lookup) });
  }
  view.dispatch(tr.scrollIntoView());
  return forget(editor, id);
}

function forget(editor: Editor, id: string): void {
  const { findings } = findingsIn(editor.state);
  const rest = (findings ?? []).filter((one) => one.id !== id);
  editor.view.dispatch(editor.state.tr.setMeta(findingsKey, { findings: rest }).setMeta('addToHistory', false));
}
