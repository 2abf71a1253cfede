/** The right side: what would go, counted and listed before it does. */
import type { SharePreview } from '@shared/bundle/share/preview';
import { MARKING_INK } from '@shared/model/marking';
import { Banner, BoxChip, Spinner } from '../../../ui';
import styles from './share.module.css';

const WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  documents: ['document', 'documents'],
  excerpts: ['excerpt', 'excerpts'],
  tags: ['tag', 'tags'],
  links: ['link', 'links'],
  sources: ['source', 'sources'],
  hypotheses: ['hypothesis', 'hypotheses'],
  briefings: ['briefing', 'briefings'],
  judgements: ['key judgement', 'key judgements'],
  comments: ['comment', 'comments'],
  analysts: ['analyst', 'analysts'],
  conflicts: ['value set aside', 'values set aside'],
  briefingVersions: ['version of a briefing', 'versions of briefings'],
  passages: ['passage blacked out or withheld', 'passages blacked out or withheld'],
  originals: ['original file', 'original files'],
};

const counted = (what: string, count: number): string =>
  `${count.toLocaleString()} ${WORDS[what]?.[count === 1 ? 0 : 1] ?? what}`;

const MOST_LISTED = 200;

interface SharePreviewPaneProps {
  readonly preview: SharePreview | null;
  /** Nothing is chosen, or nothing is new: what is said instead of a list. */
  readonly empty: string | null;
  readonly isWorking: boolean;
  readonly isRedacted: boolean;
}

export const SharePreviewPane = ({ preview, empty, isWorking, isRedacted }: SharePreviewPaneProps) => (
  // It scrolls, so it must be reached by keys.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className={styles.preview} aria-label="What goes" aria-busy={isWorking} tabIndex={0}>
    {empty !== null && <p className={styles.quiet}>{empty}</p>}
    {empty === null && !preview && <Spinner label="Looking at what would go" />}
    {empty === null && preview && (
      <>
        <h3 className={styles.heading}>What goes</h3>
        <ul className={styles.counts}>
          {preview.counts.map(({ table, count }) => (
            <li key={table}>{counted(table, count)}</li>
          ))}
        </ul>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Marking</th>
              <th scope="col">Documents</th>
              <th scope="col">Excerpts</th>
            </tr>
          </thead>
          <tbody>
            {preview.markings.map(({ marking, documents, excerpts }) => (
              <tr key={marking}>
                <td>
                  <BoxChip colour={MARKING_INK[marking]}>{marking}</BoxChip>
                </td>
                <td>{documents.toLocaleString()}</td>
                <td>{excerpts.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {isRedacted && (
          <Banner tone="info" title="A copy of its own">
            {Object.keys(preview.withheld).length === 0
              ? 'Nothing had to be withheld.'
              : `Withheld: ${Object.entries(preview.withheld)
                  .map(([what, count]) => counted(what, count))
                  .join(', ')}.`}{' '}
            It opens as a separate case, so that it is never joined over the words it hides. Deletions do not travel in
            it.
          </Banner>
        )}
        <h3 className={styles.heading}>Documents</h3>
        <ul className={styles.titles}>
          {preview.documents.slice(0, MOST_LISTED).map(({ id, title, marking, excerpts }) => (
            <li key={id}>
              <span className={styles.title} title={title}>
                {title}
              </span>
              <span className={styles.quiet}>{counted('excerpts', excerpts)}</span>
              <BoxChip colour={MARKING_INK[marking]}>{marking}</BoxChip>
            </li>
          ))}
        </ul>
        {preview.documents.length > MOST_LISTED && (
          <p className={styles.quiet}>and {(preview.documents.length - MOST_LISTED).toLocaleString()} more</p>
        )}
      </>
    )}
  </section>
);
