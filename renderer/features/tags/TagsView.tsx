/** The tag tree to put in order, and beside it the tag that is selected. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Combine, FolderInput, Highlighter, Pencil, Plus, SearchX, Tags, Trash2 } from 'lucide-react';
import type { Tag } from '@shared/model/tag';
import { useApp } from '../../app/context';
import { navigate } from '../../app/route';
import { select } from '../../app/selection';
import { useCounts } from '../../search/hooks';
import { useAllRows, useCase, useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';
import { Button, ContextMenu, EmptyState, IconButton, SearchField, SplitPane, Tree, ViewHead } from '../../ui';
import type { MenuItems, MenuPoint, TreeNode } from '../../ui';
import { KIND_ICONS } from './kinds';
import { RenameField } from './RenameField';
import { TagDetails } from './TagDetails';
import type { TagActions } from './TagDetails';
import { askForTag, askToDelete, askToMerge, askToMove } from './TagDialogs';
import { branchesOf, cutTree, isMeant, treeOf } from './tagTree';
import type { TagNode } from './tagTree';
import { useExpanded } from './useExpanded';
import styles from './tags.module.css';

const WIDTH = 'tags.details.width';
/** Tags side by side; the filter finds the others. */
const MOST = 1_000;

const nodeOf = ({ tag, children }: TagNode, end: (id: string) => ReactNode): TreeNode => ({
  id: tag.id,
  label: tag.name,
  hue: tag.hue,
  icon: KIND_ICONS[tag.kind],
  end: end(tag.id),
  ...(children.length > 0 ? { children: children.map((child) => nodeOf(child, end)) } : {}),
});

export const TagsView = ({ tagId }: { tagId?: string }) => {
  const app = useApp();
  const open = useCase();
  const tags = useAllRows('tags');
  const counts = useCounts();
  const width = useSetting<number>(WIDTH) ?? 380;
  const [typed, setTyped] = useState('');
  const [menu, setMenu] = useState<{ id: string; at: MenuPoint } | null>(null);
  const [renamed, setRenamed] = useState<{ id: string; row: Element } | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { nodes: tree, hidden } = useMemo(() => cutTree(treeOf(tags?.values() ?? [], typed), MOST), [tags, typed]);
  const fitting = useMemo(() => [...(tags?.values() ?? [])].filter((tag) => isMeant(tag, typed)).length, [tags, typed]);
  const branches = useMemo(() => branchesOf(tree), [tree]);
  const [kept, setKept] = useExpanded(`tags.expanded.${open.id}`, branches);
  const expanded = typed.trim() === '' ? kept : new Set(branches);
  const nodes = useMemo(() => {
    const end = (id: string): ReactNode => {
      const { own = 0, below = 0 } = counts?.tags.get(id) ?? {};
      return (
        <span title={`${own} with this tag, ${below} with those below it`}>
          {own.toLocaleString()}
          {below > own && <span className={styles.below}> / {below.toLocaleString()}</span>}
        </span>
      );
    };
    return tree.map((node) => nodeOf(node, end));
  }, [tree, counts]);
  const selected = tagId === undefined ? undefined : tags?.get(tagId);
  const go = (id: string | undefined): void =>
    navigate({ view: 'tags', caseId: open.id, ...(id === undefined ? {} : { tagId: id }) }, 'replace');
  useEffect(() => select({ excerptIds: [], details: null }), []);
  if (!tags) return null;

  const focusTree = (): void => box.current?.querySelector<HTMLElement>('[role=treegrid]')?.focus();
  const actions: TagActions & { readonly rename: (tag: Tag) => void } = {
    addBelow: (tag) =>
      void askForTag(app, tags, tag.id).then((id) => {
        if (id === undefined) return;
        setKept(new Set([...kept, tag.id]));
        go(id);
      }),
    move: (tag) => void askToMove(app, tags, tag),
    merge: (tag) =>
      void askToMerge(app, tags, tag, counts?.tags.get(tag.id)).then((into) => into !== undefined && go(into)),
    remove: (tag) =>
      void askToDelete(app, tags, tag, counts?.tags.get(tag.id)).then((gone) => {
        if (gone) go(tag.parentId ?? undefined);
      }),
    show: (tag) => app.navigate({ view: 'excerpts', caseId: open.id, tagId: tag.id }),
    rename: (tag) => {
      const row = box.current?.querySelector(`[data-key="${tag.id}"]`);
      if (row) setRenamed({ id: tag.id, row });
      else nameField.current?.focus();
    },
  };
  const create = (): void =>
    void askForTag(app, tags, null).then((id) => {
      if (id !== undefined) go(id);
    });
  const menuFor = (tag: Tag): readonly MenuItems[] => [
    { id: 'rename', label: 'Rename', icon: Pencil, keys: 'F2', onAction: () => actions.rename(tag) },
    { id: 'below', label: 'New sub-tag…', icon: Plus, onAction: () => actions.addBelow(tag) },
    { id: 'move', label: 'Move to…', icon: FolderInput, onAction: () => actions.move(tag) },
    { id: 'merge', label: 'Merge into…', icon: Combine, onAction: () => actions.merge(tag) },
    { id: 'show', label: 'Show excerpts', icon: Highlighter, onAction: () => actions.show(tag) },
    'separator',
    {
      id: 'delete',
      label: 'Delete…',
      icon: Trash2,
      keys: 'Delete',
      isDanger: true,
      onAction: () => actions.remove(tag),
    },
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!selected || (event.target as Element).closest('input')) return;
    const act = { F2: actions.rename, Delete: actions.remove }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act(selected);
  };
  if (tags.size === 0) {
    return (
      <EmptyState
        icon={Tags}
        isPage
        title="No tags yet"
        message="Tags name what excerpts are about: people, places, organisations, equipment, events and topics. They stand in a tree, so that a wide one finds all that is below it."
        action={
          <Button variant="primary" icon={Plus} onPress={create}>
            New tag…
          </Button>
        }
      />
    );
  }
  const menuTag = menu ? tags.get(menu.id) : undefined;
  const renamedTag = renamed ? tags.get(renamed.id) : undefined;
  return (
    <SplitPane
      label="Width of the tag’s details"
      side="end"
      size={width}
      min={280}
      max={640}
      defaultSize={380}
      onResize={(size) => void writeSetting(WIDTH, size)}
      className={styles.view ?? ''}
      pane={
        <aside className={styles.side} aria-label="Details of the tag">
          {selected ? (
            <TagDetails
              key={selected.id}
              tag={selected}
              tags={tags}
              count={counts?.tags.get(selected.id)}
              actions={actions}
              nameRef={nameField}
            />
          ) : (
            <EmptyState icon={Tags} title="No tag selected" message="Select a tag to see and change it." />
          )}
        </aside>
      }
    >
      <section className={styles.main} aria-labelledby="tags-title">
        <ViewHead id="tags-title" title="Tags" count={fitting} total={tags.size}>
          <SearchField
            aria-label="Filter tags"
            placeholder="Filter"
            value={typed}
            onChange={setTyped}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') focusTree();
              else event.continuePropagation();
            }}
            className={styles.filter ?? ''}
          />
          <IconButton icon={Plus} name="New tag" onPress={create} />
        </ViewHead>
        {/* The tree has the focus; these are keys it does not know. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div ref={box} className={styles.treeBox} onKeyDownCapture={onKeyDown}>
          <Tree
            aria-label="Tags"
            items={nodes}
            expanded={expanded}
            onExpandedChange={setKept}
            selectedKeys={new Set(selected ? [selected.id] : [])}
            onSelect={(ids) => {
              const [id] = ids;
              if (id !== undefined) go(id);
            }}
            onOpen={(id) => {
              const tag = tags.get(id);
              if (tag) actions.rename(tag);
            }}
            onContextMenu={(id, at) => setMenu({ id, at })}
            onMove={(ids, targetId, place) => {
              const parentId = place === 'on' || targetId === null ? targetId : (tags.get(targetId)?.parentId ?? null);
              for (const id of ids) if (id !== parentId) void app.run('tag.move', { id, parentId });
            }}
            empty={
              <EmptyState
                icon={SearchX}
                title="No tag fits"
                message={`No tag has “${typed}” in its name or aliases.`}
              />
            }
            className={styles.tree ?? ''}
          />
        </div>
        {hidden > 0 && (
          <p className={styles.more} role="status">
            {hidden.toLocaleString()} more tags are not shown. Type in the filter to find them.
          </p>
        )}
        <ContextMenu
          label="Tag"
          at={menuTag ? menu!.at : null}
          items={menuTag ? menuFor(menuTag) : []}
          onClose={() => setMenu(null)}
        />
        {renamed && renamedTag && (
          <RenameField
            key={renamed.id}
            tag={renamedTag}
            row={renamed.row}
            onClose={() => {
              setRenamed(null);
              focusTree();
            }}
          />
        )}
      </section>
    </SplitPane>
  );
};
