/** The marking of each paragraph before it, derived from what it cites; beside the text and never in it. */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { derivedMarking } from '@shared/briefing/marking';
import type { EvidenceLookup } from '@shared/briefing/references';
import type { Evidence } from './numbering';
import { numberingKey } from './numbering';

interface Portions {
  readonly isOn: boolean;
  readonly lookup: EvidenceLookup | null;
  readonly decorations: DecorationSet;
}

/** Its meta is whether the marks are shown. */
export const portionsKey = new PluginKey<Portions>('portions');

export const portionMarksPlugin = (): Plugin<Portions> =>
  new Plugin<Portions>({
    key: portionsKey,
    state: {
      init: () => ({ isOn: false, lookup: null, decorations: DecorationSet.empty }),
      apply(tr, now) {
        const isOn = (tr.getMeta(portionsKey) as boolean | undefined) ?? now.isOn;
        const lookup = (tr.getMeta(numberingKey) as Evidence | undefined)?.lookup ?? now.lookup;
        if (isOn === now.isOn && lookup === now.lookup && !(isOn && tr.docChanged)) return now;
        return { isOn, lookup, decorations: isOn && lookup ? portionsOf(tr.doc, lookup) : DecorationSet.empty };
      },
    },
    props: {
      decorations: (state) => portionsKey.getState(state)?.decorations,
    },
  });

function portionsOf(doc: Node, lookup: EvidenceLookup): DecorationSet {
  const all: Decoration[] = [];
  doc.descendants((node, at) => {
    const { name } = node.type;
    if (name === 'quotation' || (name === 'paragraph' && node.content.size > 0)) {
      const { marking } = derivedMarking(citedIn(node), lookup);
      all.push(Decoration.node(at, at + node.nodeSize, { 'data-portion': `(${marking})` }));
    }
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, all);
}

/** Ids of the excerpts that a paragraph cites or a quotation quotes. */
function citedIn(node: Node): string[] {
  const ids: string[] = [];
  const take = (one: Node): void => {
    if (typeof one.attrs['excerptId'] === 'string') ids.push(one.attrs['excerptId']);
  };
  take(node);
  node.descendants(take);
  return ids;
}
