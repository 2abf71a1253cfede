/** The headings of the document behind a button of its header: where one is, and the way to the others. */
import { useEffect, useState } from 'react';
import { ListTree } from 'lucide-react';
import { onSignal } from '../../app/signals';
import { HeadingList, IconButton, Popover } from '../../ui';
import type { Heading } from '../../ui';
import styles from './reader.module.css';

export interface OutlineButtonProps {
  readonly headings: readonly Heading[];
  /** The offset that is read now. */
  readonly readAt: () => number;
  readonly onGo: (at: number) => void;
}

export const OutlineButton = ({ headings, readAt, onGo }: OutlineButtonProps) => {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onSignal('focus.outline', () => setOpen(true)), []);
  return (
    <Popover
      label="Outline"
      placement="bottom end"
      className={styles.outline ?? ''}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton icon={ListTree} name="Outline" />}
    >
      {(close) => (
        <HeadingList
          headings={headings}
          place={readAt()}
          empty="No headings were recognised in this text."
          close={close}
          onGo={({ at }) => onGo(at)}
        />
      )}
    </Popover>
  );
};
