/** What can be done with the selected words, at the end of the selection; by keyboard it follows the text. */
import { ClipboardCopy, Highlighter, Link2, Tag } from 'lucide-react';
import type { CommandId } from '@shared/commands';
import { useApp } from '../../app/context';
import { Button, Toolbar } from '../../ui';
import type { IconType } from '../../ui';
import type { Box } from './geometry';
import styles from './reader.module.css';

type BarCommand = Extract<CommandId, 'excerpt.fromSelection' | 'excerpt.tag' | 'excerpt.link' | 'excerpt.copy'>;

const ACTIONS: readonly { id: BarCommand; label: string; keys: string; icon: IconType }[] = [
  { id: 'excerpt.fromSelection', label: 'Excerpt', keys: 'E', icon: Highlighter },
  { id: 'excerpt.tag', label: 'Tag', keys: 'T', icon: Tag },
  { id: 'excerpt.link', label: 'Link', keys: 'L', icon: Link2 },
  { id: 'excerpt.copy', label: 'Copy with citation', keys: 'C', icon: ClipboardCopy },
];

const WIDTH = 440;

export interface SelectionBarProps {
  /** The last line of the selection, from the text's top left. */
  readonly at: Box;
  readonly width: number;
  /** Gives the focus back to the text when the bar goes. */
  readonly onDone: () => void;
}

export const SelectionBar = ({ at, width, onDone }: SelectionBarProps) => {
  const { run } = useApp();
  const left = Math.max(-24, Math.min(at.left + at.width - WIDTH / 2, width - WIDTH + 24));
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.bar}
      style={{ left, top: at.top + at.height + 8 }}
      // Keeps the selection while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Toolbar aria-label="Selected words">
        {ACTIONS.map(({ id, label, keys, icon }) => (
          <Button key={id} variant="quiet" icon={icon} keys={keys} onPress={() => void run(id).then(onDone)}>
            {label}
          </Button>
        ))}
      </Toolbar>
    </div>
  );
};
