/** The notes that a reference style makes of citations, below the text; the author's own stand where they are written. */
import { entryOfRuns } from '@shared/briefing/entry';
import type { StyledReferences } from '@shared/briefing/styles/styledReferences';
import { EntryWords } from './ReferenceList';
import styles from './page.module.css';

export const NoteList = ({ labels }: Pick<StyledReferences, 'labels'>) => {
  const notes = labels.filter((label) => label.note !== null);
  if (notes.length === 0) return null;
  return (
    <section className={styles.references} aria-labelledby="briefing-notes">
      <h2 id="briefing-notes">Notes</h2>
      <ol>
        {notes.map(({ note, runs }) => (
          <li key={note} value={note!}>
            <EntryWords entry={entryOfRuns(runs)} />
          </li>
        ))}
      </ol>
    </section>
  );
};
