/** Tags to find by name or alias, or to create with their kind: typed as "person: Name", or chosen from the row below. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { findTagByName, TAG_KINDS } from '@shared/model/tag';
import type { Tag, TagKind } from '@shared/model/tag';
import { useApp } from '../../app/context';
import { Button, TokenField } from '../../ui';
import { useAllRows } from '../../store/hooks';
import styles from './excerpts.module.css';

export interface TagFieldProps {
  readonly label?: string;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly autoFocus?: boolean;
}

const NO_TAGS: ReadonlyMap<string, Tag> = new Map();

/** "person: Kim" is a person called Kim; a colon behind any other word is part of the name. */
function splitKind(entry: string): { name: string; kind: TagKind | null } {
  const match = /^(\p{L}+)\s*:\s*(\S.*)$/u.exec(entry);
  const kind = TAG_KINDS.find(
    (one) => one === match?.[1]?.toLowerCase() || one.startsWith(match?.[1]?.toLowerCase() ?? ' '),
  );
  return match && kind ? { name: match[2]!.trim(), kind } : { name: entry, kind: null };
}

/** The names of the tags above, from the top: "Regions / Asia". */
function pathOf(tag: Tag, tags: ReadonlyMap<string, Tag>): string {
  const path: string[] = [];
  const met = new Set([tag.id]);
  for (let next = tag.parentId; next && !met.has(next); next = tags.get(next)?.parentId ?? null) {
    met.add(next);
    const parent = tags.get(next);
    if (parent) path.unshift(parent.name);
  }
  return path.join(' / ');
}

export const TagField = ({ label = 'Tags', value, onChange, autoFocus = false }: TagFieldProps) => {
  const { run } = useApp();
  const tags = useAllRows('tags') ?? NO_TAGS;
  const [newName, setNewName] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const kinds = useRef<HTMLDivElement>(null);
  const items = useMemo(
    () =>
      [...tags.values()]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map((tag) => {
          const path = pathOf(tag, tags);
          return {
            id: tag.id,
            label: tag.name,
            detail: path ? `${tag.kind} in ${path}` : tag.kind,
            hue: tag.hue,
            also: tag.aliases,
          };
        }),
    [tags],
  );
  useEffect(() => {
    if (newName !== null) kinds.current?.querySelector('button')?.focus();
  }, [newName]);

  const leaveQuestion = (): void => {
    setNewName(null);
    box.current?.querySelector('input')?.focus();
  };
  const create = async (name: string, kind: TagKind): Promise<void> => {
    leaveQuestion();
    const made = await run('tag.create', { name, kind });
    if (made.ok && made.value !== null) onChange([...value, made.value]);
  };
  const onCreate = (entry: string): void => {
    const { name, kind } = splitKind(entry);
    const known = findTagByName(name, tags.values());
    if (known) onChange([...new Set([...value, known.id])]);
    else if (kind) void create(name, kind);
    else setNewName(name);
  };

  return (
    <div ref={box}>
      <TokenField
        label={label}
        items={items}
        value={value}
        onChange={onChange}
        onCreate={onCreate}
        placeholder="Find or create"
        autoFocus={autoFocus}
      />
      {newName !== null && (
        // Esc leaves the question; the buttons inside have the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <div
          ref={kinds}
          role="group"
          aria-label={`Kind of the new tag ${newName}`}
          className={styles.kinds}
          onKeyDown={(event) => {
            if (event.key === 'Escape') leaveQuestion();
          }}
        >
          <span className={styles.kindsWords}>What is “{newName}”?</span>
          {TAG_KINDS.map((kind) => (
            <Button key={kind} onPress={() => void create(newName, kind)}>
              {kind}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
};
