/** The findings in the text: a plugin that keeps their places while one types, and underlines the words of the open ones. */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import type { Finding, RuleId } from '@shared/briefing/checks/finding';
import { mapFindings } from './mapFindings';

export interface FindingState {
  /** All findings of the newest check, in text order, at their places now; null before the first answer. */
  readonly findings: readonly Finding[] | null;
  readonly rules: Readonly<Partial<Record<RuleId, string>>>;
  /** The newest check broke off: what stands here is of one before it. */
  readonly hasFailed: boolean;
  /** Ids that somebody accepted: these are not underlined. */
  readonly accepted: ReadonlySet<string>;
  readonly decorations: DecorationSet;
}

export type FindingMeta = Partial<Pick<FindingState, 'findings' | 'rules' | 'hasFailed' | 'accepted'>>;

export const findingsKey = new PluginKey<FindingState>('findings');

const NOTHING: FindingState = {
  findings: null,
  rules: {},
  hasFailed: false,
  accepted: new Set(),
  decorations: DecorationSet.empty,
};

/** What is known of the check; nothing where the editor has no such plugin. */
export const findingsIn = (state: EditorState): FindingState => findingsKey.getState(state) ?? NOTHING;

export const findingMarksPlugin = (): Plugin<FindingState> =>
  new Plugin<FindingState>({
    key: findingsKey,
    state: {
      init: () => NOTHING,
      apply(tr, now) {
        const meta = tr.getMeta(findingsKey) as FindingMeta | undefined;
        if (!meta && (!tr.docChanged || !now.findings)) return now;
        const kept = tr.docChanged && now.findings ? mapFindings(now.findings, tr.mapping) : now.findings;
        const next = { ...now, findings: kept, ...meta };
        // A key moves what is underlined; only where its words were changed is something to be drawn anew.
        if (!meta && kept?.length === now.findings?.length)
          return { ...next, decorations: now.decorations.map(tr.mapping, tr.doc) };
        return { ...next, decorations: decorationsOf(tr.doc, next) };
      },
    },
    props: {
      decorations: (state) => findingsKey.getState(state)?.decorations,
    },
  });

function decorationsOf(doc: Node, { findings, accepted }: Omit<FindingState, 'decorations'>): DecorationSet {
  const all: Decoration[] = [];
  for (const { id, severity, at } of findings ?? []) {
    if (!at || accepted.has(id) || at.to > doc.content.size) continue;
    const attrs = { 'data-finding': id, 'data-severity': severity };
    const node = doc.nodeAt(at.from);
    const isWhole = node !== null && !node.isText && at.to === at.from + node.nodeSize;
    all.push(isWhole ? Decoration.node(at.from, at.to, attrs) : Decoration.inline(at.from, at.to, attrs));
  }
  return DecorationSet.create(doc, all);
}
