/** Dragging in a tree, onto its rows and between them, and dropping on it what comes from elsewhere in the window. */
import { useDragAndDrop } from 'react-aria-components';
import type { DragAndDropHooks } from 'react-aria-components';
import type { TreeNode } from './Tree';

export type DropPlace = 'on' | 'before' | 'after';

export interface TreeDrag {
  /** Makes rows draggable within the tree. `targetId` is null for the empty room below. */
  onMove?: (ids: readonly string[], targetId: string | null, place: DropPlace) => void;
  /** Rows have an order of their own, so that one can drop between them too. */
  isOrdered?: boolean;
  /** A type of the drag data that may be dropped on a row, and what happens then with its text. */
  acceptType?: string;
  onReceive?: (texts: readonly string[], targetId: string) => void;
}

const OWN = 'application/x-tree-row';

/** The hooks for React Aria's Tree; null where nothing can be dragged or dropped. */
export function useTreeDrag(
  nodes: readonly TreeNode[],
  { onMove, isOrdered = false, acceptType, onReceive }: TreeDrag,
): DragAndDropHooks<TreeNode> | null {
  const accepted = acceptType !== undefined && onReceive !== undefined ? [acceptType] : [];
  const { dragAndDropHooks } = useDragAndDrop<TreeNode>({
    ...(onMove
      ? {
          getItems: (keys: Set<string | number>) =>
            [...keys].map((key) => ({ [OWN]: String(key), 'text/plain': labelOf(nodes, String(key)) })),
        }
      : {}),
    acceptedDragTypes: [...(onMove ? [OWN] : []), ...accepted],
    shouldAcceptItemDrop: (target) => target.dropPosition === 'on',
    getDropOperation: (target, types) => {
      const between = target.type === 'item' && target.dropPosition !== 'on';
      if (between && !(isOrdered && types.has(OWN))) return 'cancel';
      return types.has(OWN) ? 'move' : target.type === 'root' ? 'cancel' : 'copy';
    },
    onMove: (event) => onMove?.([...event.keys].map(String), String(event.target.key), event.target.dropPosition),
    onRootDrop: (event) => {
      void textsOf(event.items, OWN).then((ids) => {
        if (ids.length > 0) onMove?.(ids, null, 'on');
      });
    },
    onItemDrop: (event) => {
      // Its own rows come by onMove.
      if (event.isInternal || acceptType === undefined) return;
      const target = String(event.target.key);
      void textsOf(event.items, acceptType).then((texts) => {
        if (texts.length > 0) onReceive?.(texts, target);
      });
    },
  });
  return onMove || accepted.length > 0 ? dragAndDropHooks : null;
}

const textsOf = async (
  items: readonly { kind: string; types?: Set<string | symbol>; getText?: (type: string) => Promise<string> }[],
  type: string,
): Promise<string[]> =>
  Promise.all(items.flatMap((one) => (one.types?.has(type) && one.getText ? [one.getText(type)] : [])));

function labelOf(nodes: readonly TreeNode[], id: string): string {
  for (const one of nodes) {
    const found = one.id === id ? one.label : labelOf(one.children ?? [], id);
    if (found !== '') return found;
  }
  return '';
}
