/** Beside a document: the others that say nearly the same, and whether they count as one origin with it. */
import { Copy } from 'lucide-react';
import type { Document } from '@shared/model/document';
import { sameOrigin } from '@shared/model/documentOrigin';
import { percentWords } from '@shared/text/percent';
import { useApp } from '../../../app/context';
import { useAllRows } from '../../../store/hooks';
import { Button, Icon } from '../../../ui';
import { useNearCopies } from './useNearCopies';
import styles from './near.module.css';

const MOST_SHOWN = 20;

export const NearCopies = ({ document }: { document: Document }) => {
  const { run } = useApp();
  const documents = useAllRows('documents');
  const sources = useAllRows('sources');
  const copies = useNearCopies(document.id);
  if (!documents || !copies) return null;
  const joined = sameOrigin(document, documents);
  const near = copies.map(({ other, likeness }) => ({ other, likeness }));
  const apart = joined.filter((one) => !near.some(({ other }) => other.id === one.id));
  const all = [...near, ...apart.map((other) => ({ other, likeness: null }))];
  if (all.length === 0) return null;
  const isJoined = new Set(joined.map(({ id }) => id));
  return (
    <section className={styles.near} aria-labelledby="near-copies">
      <h3 id="near-copies" className={styles.title}>
        Says nearly the same <span className={styles.count}>{all.length.toLocaleString()}</span>
      </h3>
      <ul className={styles.list}>
        {all.slice(0, MOST_SHOWN).map(({ other, likeness }) => (
          <li key={other.id} className={styles.copy}>
            <Button
              variant="link"
              className={styles.name ?? ''}
              onPress={() => void run('document.compare', { id: document.id, otherId: other.id })}
            >
              {other.title}
            </Button>
            <span className={styles.facts}>
              {[
                (other.sourceId && sources?.get(other.sourceId)?.name) || '',
                likeness === null ? '' : `about ${percentWords(likeness)} the same`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {isJoined.has(other.id) && (
              <span className={styles.origin}>
                <Icon icon={Copy} size={12} /> one origin
              </span>
            )}
          </li>
        ))}
      </ul>
      {all.length > MOST_SHOWN && (
        <p className={styles.facts}>
          {MOST_SHOWN} of {all.length.toLocaleString()} are shown.
        </p>
      )}
    </section>
  );
};
