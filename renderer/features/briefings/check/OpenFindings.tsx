/** How many findings are open, in the bar above the page; leads to the panel that lists them. */
import { ListChecks } from 'lucide-react';
import type { Editor } from '@tiptap/react';
import type { Briefing } from '@shared/model/briefing';
import { Button } from '../../../ui';
import { useFindings } from './useFindings';
import styles from '../options.module.css';

interface OpenFindingsProps {
  readonly editor: Editor;
  readonly briefing: Briefing;
  readonly onOpen: () => void;
}

export const OpenFindings = ({ editor, briefing, onOpen }: OpenFindingsProps) => {
  const { open, isReady } = useFindings(editor, briefing.accepted);
  if (!isReady) return null;
  const count = open.length;
  return (
    <Button variant="quiet" icon={ListChecks} onPress={onOpen}>
      <span>
        {count === 0 ? 'No' : count.toLocaleString()}
        <span className={styles.words}>{count === 1 ? ' finding' : ' findings'}</span>
      </span>
    </Button>
  );
};
