/** Asked once, at the first start: who is at the keyboard. */
import { useState } from 'react';
import { Button, TextField } from '../../ui';
import styles from './library.module.css';

export const NameView = ({ onName }: { onName: (name: string) => void }) => {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <main className={styles.page}>
      <form
        className={styles.card}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name.trim()) onName(name);
        }}
      >
        <h1 className={styles.title}>Collate</h1>
        <p className={styles.lead}>
          Read documents, keep excerpts, grade and link them, write notes that cite them. Everything stays on this
          computer.
        </p>
        <TextField
          label="Your name"
          hint="It stands on what you write, so that colleagues who take in your bundles know whose it is."
          value={name}
          onChange={setName}
          autoFocus
          error={tried && !name.trim() ? 'A name is needed.' : undefined}
        />
        <div>
          <Button variant="primary" type="submit">
            Go on
          </Button>
        </div>
      </form>
    </main>
  );
};
