/** A field over a row of the tree that changes its name: Enter keeps it, Esc leaves it. */
import { useState } from 'react';
import { refusalSentence } from '@shared/messages';
import type { Tag } from '@shared/model/tag';
import { useApp } from '../../app/context';
import { Popover, TextField } from '../../ui';
import styles from './tags.module.css';

export interface RenameFieldProps {
  readonly tag: Tag;
  /** The row of the tree. */
  readonly row: Element;
  readonly onClose: () => void;
}

export function RenameField({ tag, row, onClose }: RenameFieldProps) {
  const app = useApp();
  const [name, setName] = useState(tag.name);
  const [refused, setRefused] = useState<string | undefined>();
  const [anchor] = useState({ current: row });
  const keep = async (): Promise<void> => {
    if (name.trim() === tag.name) return onClose();
    const outcome = await app.run('tag.update', { id: tag.id, patch: { name } }, { refusal: 'return' });
    if (outcome.ok) onClose();
    else setRefused(refusalSentence(outcome.reason, outcome.detail));
  };
  return (
    <Popover
      label={`Rename ${tag.name}`}
      anchor={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom start"
      offset={-30}
      className={styles.rename ?? ''}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          aria-label="Name of the tag"
          autoFocus
          value={name}
          onChange={setName}
          onFocus={(event) => (event.target as HTMLInputElement).select()}
          error={refused}
          hint="Enter keeps the name, Esc leaves it."
        />
      </form>
    </Popover>
  );
}
