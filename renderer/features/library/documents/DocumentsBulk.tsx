/** What can be done to many documents at once: state, marking, publisher, delete. Each is one step. */
import { useMemo, useState } from 'react';
import { CircleDot, ShieldAlert, Trash2, UserCheck, X } from 'lucide-react';
import { DOCUMENT_STATES } from '@shared/model/document';
import { MARKINGS, MARKING_SENSE } from '@shared/model/marking';
import type { Source } from '@shared/model/source';
import { capital } from '@shared/text/capital';
import { useApp } from '../../../app/context';
import { Button, ComboBox, MenuButton, Popover, Toolbar } from '../../../ui';
import styles from './documents.module.css';

export interface DocumentsBulkProps {
  readonly ids: readonly string[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly onClear: () => void;
}

export function DocumentsBulk({ ids, sources, onClear }: DocumentsBulkProps) {
  const app = useApp();
  const count = ids.length.toLocaleString();
  const change = async (
    patch: Parameters<typeof app.run<'document.updateMany'>>[1] extends { patch: infer P } | undefined ? P : never,
    done: string,
  ): Promise<void> => {
    const outcome = await app.run('document.updateMany', { ids, patch });
    if (outcome.ok) app.toast(done, { undo: true });
  };
  return (
    <Toolbar aria-label="Selected documents" className={styles.bulk ?? ''}>
      <span className={styles.bulkCount} role="status">
        {count} selected
      </span>
      <MenuButton
        label="State"
        name="Set the state"
        icon={CircleDot}
        items={DOCUMENT_STATES.map((state) => ({
          id: state,
          label: capital(state),
          onAction: () => void change({ state }, `${count} documents are ${state}.`),
        }))}
      />
      <MenuButton
        label="Mark"
        icon={ShieldAlert}
        items={MARKINGS.map((marking) => ({
          id: marking,
          label: marking,
          detail: MARKING_SENSE[marking],
          onAction: () => void change({ marking }, `${count} documents are marked ${marking}.`),
        }))}
      />
      <PublisherOfMany
        sources={sources}
        onPick={(sourceId) =>
          void change(
            { sourceId },
            `${count} documents are from ${sourceId === null ? 'no publisher' : (sources.get(sourceId)?.name ?? 'their new publisher')}.`,
          )
        }
      />
      <Button
        variant="quiet"
        icon={Trash2}
        keys="Delete"
        onPress={() => void app.run('document.deleteMany', { ids }).then((done) => done.ok && onClear())}
      >
        Delete
      </Button>
      <span className={styles.spring} />
      <Button variant="quiet" icon={X} onPress={onClear}>
        Clear selection
      </Button>
    </Toolbar>
  );
}

function PublisherOfMany({
  sources,
  onPick,
}: {
  sources: ReadonlyMap<string, Source>;
  onPick: (sourceId: string | null) => void;
}) {
  const app = useApp();
  const [isOpen, setOpen] = useState(false);
  const items = useMemo(() => [...sources.values()].map(({ id, name }) => ({ id, label: name })), [sources]);
  const pick = (sourceId: string | null): void => {
    setOpen(false);
    onPick(sourceId);
  };
  return (
    <Popover
      label="Publisher of the selected documents"
      isOpen={isOpen}
      onOpenChange={setOpen}
      className={styles.popover ?? ''}
      trigger={
        <Button variant="quiet" icon={UserCheck}>
          Publisher…
        </Button>
      }
    >
      <div className={styles.form}>
        <ComboBox
          label="Publisher"
          autoFocus
          placeholder="Type to find or create"
          items={items}
          value={null}
          onChange={(id) => {
            if (id !== null) pick(id);
          }}
          onCreate={(name) =>
            void app.run('source.create', { name, kind: 'outlet' }).then((made) => {
              if (made.ok && made.value !== null) pick(made.value);
            })
          }
        />
        <Button onPress={() => pick(null)}>No publisher</Button>
      </div>
    </Popover>
  );
}
