/** What can be done with a template one made: another name, a file to hand on, away with it. */
import { useState } from 'react';
import { FileOutput, PencilLine, Trash2 } from 'lucide-react';
import { refusalSentence } from '@shared/messages';
import type { BriefingTemplate } from '@shared/briefing/template';
import { useApp } from '../../app/context';
import { Button, TextField } from '../../ui';
import styles from './templates.module.css';

export const OwnTemplateActions = ({ template, onGone }: { template: BriefingTemplate; onGone: () => void }) => {
  const { run } = useApp();
  const [name, setName] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | undefined>();
  const { id } = template;
  const rename = async (): Promise<void> => {
    const done = await run('template.rename', { id, name: name ?? '' }, { refusal: 'return' });
    setRefused(done.ok ? undefined : refusalSentence(done.reason, done.detail));
    if (done.ok) setName(null);
  };
  const remove = async (): Promise<void> => {
    if ((await run('template.delete', { id })).ok) onGone();
  };
  if (name !== null) {
    return (
      <div className={styles.rename}>
        <TextField
          label="Name of the template"
          value={name}
          onChange={setName}
          autoFocus
          error={refused}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter here means this field, not the form around it.
            event.preventDefault();
            void rename();
          }}
        />
        <Button onPress={() => void rename()}>Rename</Button>
        <Button variant="quiet" onPress={() => setName(null)}>
          Cancel
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.acts}>
      <Button icon={PencilLine} onPress={() => setName(template.name)}>
        Rename…
      </Button>
      <Button icon={FileOutput} onPress={() => void run('template.export', { id })}>
        Export…
      </Button>
      <Button icon={Trash2} onPress={() => void remove()}>
        Delete…
      </Button>
    </div>
  );
};
