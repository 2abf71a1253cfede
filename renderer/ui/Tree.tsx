/** A tree with expanding, selecting, opening and, where asked, dragging. Keys are those of WAI-ARIA's treegrid. */
import type { ReactNode } from 'react';
import { ChevronRight, GripVertical } from 'lucide-react';
import { Button as AriaButton, Collection, Tree as AriaTree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { Selection } from 'react-aria-components';
import { HueMark } from './Chip';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconType } from './Icon';
import type { MenuPoint } from './ContextMenu';
import { menuPoint } from './ContextMenu';
import { useTreeDrag } from './useTreeDrag';
import type { TreeDrag } from './useTreeDrag';
import styles from './Tree.module.css';

export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly hue?: number | null;
  readonly icon?: IconType;
  /** At the end of the row: a count, a small menu. */
  readonly end?: ReactNode;
  readonly children?: readonly TreeNode[];
}

export interface TreeProps extends TreeDrag {
  'aria-label': string;
  items: readonly TreeNode[];
  expanded: ReadonlySet<string>;
  onExpandedChange: (ids: ReadonlySet<string>) => void;
  selectionMode?: 'none' | 'single' | 'multiple';
  selectedKeys?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  /** Enter or a double click; with no selection, a click. */
  onOpen?: (id: string) => void;
  onContextMenu?: (id: string, at: MenuPoint) => void;
  empty?: ReactNode;
  className?: string;
}

const NONE: ReadonlySet<string> = new Set();

export function Tree(props: TreeProps) {
  const { items, expanded, onExpandedChange, selectionMode = 'single', selectedKeys = NONE, onSelect, onOpen } = props;
  const drag = useTreeDrag(items, props);

  const row = (node: TreeNode): ReactNode => (
    <TreeItem
      id={node.id}
      textValue={node.label}
      className={styles.item ?? ''}
      // Here, where the menu key is heard too: the row has the focus.
      onContextMenu={(event) => props.onContextMenu?.(node.id, menuPoint(event))}
    >
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className={styles.row} style={{ paddingInlineStart: (level - 1) * 16 }}>
            {drag && (
              <AriaButton slot="drag" className={styles.grip ?? ''} aria-label={`Drag ${node.label}`}>
                <Icon icon={GripVertical} size={12} />
              </AriaButton>
            )}
            {hasChildItems ? (
              <AriaButton slot="chevron" className={styles.chevron ?? ''}>
                <Icon icon={ChevronRight} size={14} />
              </AriaButton>
            ) : (
              <span className={styles.chevron} />
            )}
            {typeof node.hue === 'number' && <HueMark hue={node.hue} />}
            {node.icon && <Icon icon={node.icon} size={14} />}
            <span className={styles.label} title={node.label}>
              {node.label}
            </span>
            {node.end !== undefined && <span className={styles.end}>{node.end}</span>}
          </div>
        )}
      </TreeItemContent>
      {node.children && <Collection items={node.children}>{row}</Collection>}
    </TreeItem>
  );

  return (
    <AriaTree
      aria-label={props['aria-label']}
      items={items}
      expandedKeys={expanded}
      onExpandedChange={(keys) => onExpandedChange(new Set([...keys].map(String)))}
      selectionMode={selectionMode}
      selectionBehavior="replace"
      selectedKeys={selectedKeys}
      onSelectionChange={(keys: Selection) =>
        onSelect?.(keys === 'all' ? new Set(idsOf(items)) : new Set([...keys].map(String)))
      }
      {...(onOpen === undefined ? {} : { onAction: (key) => onOpen(String(key)) })}
      {...(drag === null ? {} : { dragAndDropHooks: drag })}
      renderEmptyState={() => props.empty ?? null}
      className={classes(styles.tree, props.className)}
    >
      {row}
    </AriaTree>
  );
}

const idsOf = (nodes: readonly TreeNode[]): string[] => nodes.flatMap((one) => [one.id, ...idsOf(one.children ?? [])]);
