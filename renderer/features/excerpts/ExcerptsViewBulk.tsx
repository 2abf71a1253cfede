/** What can be done to many excerpts at once: tag, mark, grade, delete. It appears when more than one is selected. */
import { useState } from 'react';
import { Scale, ShieldAlert, Tags, Trash2, X } from 'lucide-react';
import { CREDIBILITIES, CREDIBILITY_WORDS } from '@shared/model/grading';
import { MARKINGS, MARKING_SENSE } from '@shared/model/marking';
import { useApp } from '../../app/context';
import { Button, MenuButton, Popover, TokenField, Toolbar } from '../../ui';
import type { Option } from '../../ui';
import styles from './ExcerptsView.module.css';

export interface BulkProps {
  readonly ids: readonly string[];
  readonly tagOptions: readonly Option[];
  readonly onClear: () => void;
}

const TagMany = ({ ids, tagOptions }: Omit<BulkProps, 'onClear'>) => {
  const app = useApp();
  const [isOpen, setOpen] = useState(false);
  const [add, setAdd] = useState<readonly string[]>([]);
  const [remove, setRemove] = useState<readonly string[]>([]);
  const change = (open: boolean): void => {
    setOpen(open);
    setAdd([]);
    setRemove([]);
  };
  const apply = async (): Promise<void> => {
    const done = await app.run('excerpt.updateMany', { ids, addTags: add, removeTags: remove });
    if (!done.ok) return;
    change(false);
    app.toast(`${ids.length.toLocaleString()} excerpts were tagged anew.`, { undo: true });
  };
  return (
    <Popover
      label="Tag the selected excerpts"
      isOpen={isOpen}
      onOpenChange={change}
      className={styles.bulkForm ?? ''}
      trigger={
        <Button variant="quiet" icon={Tags}>
          Tag…
        </Button>
      }
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <TokenField
          label="Add tags"
          autoFocus
          placeholder="Type to find or create"
          items={tagOptions}
          value={add}
          onChange={(next) => {
            setAdd(next);
            setRemove((now) => now.filter((id) => !next.includes(id)));
          }}
          onCreate={(name) =>
            void app.run('tag.create', { name, kind: 'topic' }).then((made) => {
              if (made.ok && made.value !== null) setAdd((now) => [...now, made.value!]);
            })
          }
        />
        <TokenField
          label="Take tags off"
          placeholder="Type to find"
          items={tagOptions}
          value={remove}
          onChange={(next) => {
            setRemove(next);
            setAdd((now) => now.filter((id) => !next.includes(id)));
          }}
        />
        <Button type="submit" variant="primary" isDisabled={add.length + remove.length === 0}>
          Change {ids.length.toLocaleString()} excerpts
        </Button>
      </form>
    </Popover>
  );
};

export const BulkBar = ({ ids, tagOptions, onClear }: BulkProps) => {
  const app = useApp();
  const count = ids.length.toLocaleString();
  const changeAll = async (part: Parameters<typeof app.run<'excerpt.updateMany'>>[1], done: string): Promise<void> => {
    const outcome = await app.run('excerpt.updateMany', part!);
    if (outcome.ok) app.toast(done, { undo: true });
  };
  return (
    <Toolbar aria-label="Selected excerpts" className={styles.bulk ?? ''}>
      <span className={styles.bulkCount} role="status">
        {count} selected
      </span>
      <TagMany ids={ids} tagOptions={tagOptions} />
      <MenuButton
        label="Mark"
        icon={ShieldAlert}
        items={[
          ...MARKINGS.map((marking) => ({
            id: marking,
            label: marking,
            detail: MARKING_SENSE[marking],
            onAction: () => void changeAll({ ids, marking }, `${count} excerpts are marked ${marking}.`),
          })),
          'separator',
          {
            id: 'none',
            label: 'As their documents',
            onAction: () => void changeAll({ ids, marking: null }, `${count} excerpts are marked as their documents.`),
          },
        ]}
      />
      <MenuButton
        label="Grade"
        icon={Scale}
        items={[
          ...CREDIBILITIES.map((credibility) => ({
            id: String(credibility),
            label: `${credibility}  ${CREDIBILITY_WORDS[credibility]}`,
            onAction: () =>
              void changeAll(
                { ids, credibility },
                `${count} excerpts are graded ${credibility}, ${CREDIBILITY_WORDS[credibility].toLowerCase()}.`,
              ),
          })),
          'separator',
          {
            id: 'none',
            label: 'Not given',
            onAction: () => void changeAll({ ids, credibility: null }, `${count} excerpts have no credibility now.`),
          },
        ]}
      />
      <Button variant="quiet" icon={Trash2} keys="Delete" onPress={() => void app.run('excerpt.delete', { ids })}>
        Delete
      </Button>
      <span className={styles.spring} />
      <Button variant="quiet" icon={X} onPress={onClear}>
        Clear selection
      </Button>
    </Toolbar>
  );
};
