/**
 * The numbers of judgements, figures and footnotes, counted through the whole text. They stand beside their nodes as
 * custom properties: counters of the style sheet end at a block that is left undrawn while it is out of sight.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { touches } from './changes';
import { numberingKey } from './numbering';
import type { NoteSpec } from './numbering';

const COUNTED = new Set(['judgement', 'figure', 'footnote']);

const ordinalsKey = new PluginKey<DecorationSet>('ordinals');

export const ordinalsPlugin = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key: ordinalsKey,
    state: {
      init: (_config, state) => ordinalsOf(state.doc, notesOf(state)),
      apply(tr, now, before, state) {
        const evidence = numberingKey.getState(state)?.evidence;
        const isStyled = evidence !== numberingKey.getState(before)?.evidence;
        if (!tr.docChanged && !isStyled) return now;
        const notes = notesOf(state);
        // Words between two citations part or join their note.
        if (!isStyled && notes.size === 0 && !touches(tr, COUNTED)) return now.map(tr.mapping, tr.doc);
        return ordinalsOf(tr.doc, notes);
      },
    },
    props: {
      decorations: (state) => ordinalsKey.getState(state),
    },
  });

const NONE: ReadonlySet<number> = new Set();

/** Positions of the citations and quotations that the reference style makes a note of. */
function notesOf(state: EditorState): ReadonlySet<number> {
  const numbering = numberingKey.getState(state);
  if (numbering?.evidence?.styled?.kind !== 'note') return NONE;
  return new Set(
    numbering.decorations.find(undefined, undefined, (spec) => (spec as NoteSpec).isNote).map(({ from }) => from),
  );
}

function ordinalsOf(doc: Node, notes: ReadonlySet<number>): DecorationSet {
  const counts = new Map<string, number>();
  const all: Decoration[] = [];
  doc.descendants((node, at) => {
    const name = notes.has(at) ? 'footnote' : node.type.name;
    if (!COUNTED.has(name)) return;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    all.push(Decoration.node(at, at + node.nodeSize, { style: `--${name}: "${count}"` }));
  });
  return DecorationSet.create(doc, all);
}
