/** The tag tree in the navigation pane: a click shows the excerpts of a tag and all below it. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useApp } from '../../app/context';
import { useCounts } from '../../search/hooks';
import { useAllRows, useCase, useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';
import { Disclosure, Tree } from '../../ui';
import type { TreeNode } from '../../ui';
import { cutTree, treeOf } from './tagTree';
import type { TagNode } from './tagTree';
import { useExpanded } from './useExpanded';
import styles from './tags.module.css';

const OPEN = 'navigation.tags';
const NO_BRANCH: readonly string[] = [];
/** Tags side by side; the Tags view shows more and finds all. */
const MOST = 200;

const nodeOf = ({ tag, children }: TagNode, end: (id: string) => ReactNode): TreeNode => ({
  id: tag.id,
  label: tag.name,
  hue: tag.hue,
  end: end(tag.id),
  ...(children.length > 0 ? { children: children.map((child) => nodeOf(child, end)) } : {}),
});

export const NavigationTags = () => {
  const app = useApp();
  const open = useCase();
  const tags = useAllRows('tags');
  const counts = useCounts();
  const isExpanded = useSetting<boolean>(OPEN) ?? true;
  const [expanded, setExpanded] = useExpanded(`navigation.tags.${open.id}`, NO_BRANCH);
  const tree = useMemo(() => cutTree(treeOf(tags?.values() ?? []), MOST), [tags]);
  const nodes = useMemo(() => {
    const end = (id: string): ReactNode => counts?.tags.get(id)?.below.toLocaleString();
    return tree.nodes.map((node) => nodeOf(node, end));
  }, [tree, counts]);
  if (nodes.length === 0) return null;
  return (
    <Disclosure
      title="Tags"
      level={2}
      isExpanded={isExpanded}
      onExpandedChange={(next) => void writeSetting(OPEN, next)}
      className={styles.navigation ?? ''}
    >
      <Tree
        aria-label="Excerpts by tag"
        items={nodes}
        expanded={expanded}
        onExpandedChange={setExpanded}
        selectionMode="none"
        onOpen={(tagId) => app.navigate({ view: 'excerpts', caseId: open.id, tagId })}
      />
      {tree.hidden > 0 && (
        <button
          type="button"
          className={styles.moreTags}
          onClick={() => app.navigate({ view: 'tags', caseId: open.id })}
        >
          {tree.hidden.toLocaleString()} more in Tags
        </button>
      )}
    </Disclosure>
  );
};
