/** The excerpts a judgement cites, each a way to its place in its document. */
import { Button, Field, Truncate } from '../../../ui';
import type { Evidence } from '../numbering';
import styles from './judgements.module.css';

interface BasisProps {
  readonly ids: readonly string[];
  readonly evidence: Evidence | null;
  readonly onShow: (excerptId: string) => void;
}

export const Basis = ({ ids, evidence, onShow }: BasisProps) => (
  <Field label={`Basis, ${ids.length.toLocaleString()} ${ids.length === 1 ? 'excerpt' : 'excerpts'}`}>
    {ids.length === 0 ? (
      <p className={styles.quiet}>Nothing is cited inside it yet. Cite excerpts in its words.</p>
    ) : (
      <ul className={styles.basis}>
        {ids.map((id) => {
          const excerpt = evidence?.lookup.excerpt(id);
          const number = evidence?.references.numberOf.get(id);
          return (
            <li key={id}>
              <span className={styles.number}>{number === undefined ? '' : `[${number}]`}</span>
              {excerpt ? (
                <Button variant="link" onPress={() => onShow(id)} className={styles.quote ?? ''}>
                  <Truncate lines={2}>{excerpt.quote}</Truncate>
                </Button>
              ) : (
                <span className={styles.quiet}>{evidence ? 'This excerpt was deleted.' : ''}</span>
              )}
            </li>
          );
        })}
      </ul>
    )}
  </Field>
);
