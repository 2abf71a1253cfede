/** The references below the text, as they will be printed. Each cited place leads to its passage. */
import type { ReactNode } from 'react';
import { isWebAddress } from '@shared/briefing/address';
import type { Reference, References } from '@shared/briefing/references';
import { Badge } from '../../ui';
import { Emphasised, unnumberedClass } from './styles';
import styles from './page.module.css';

interface ReferenceListProps {
  readonly references: References;
  /** A list by name has no numbers. */
  readonly isNumbered?: boolean;
  /** In place of the plain heading; it carries the id `briefing-references`. */
  readonly head?: ReactNode;
  readonly onShow: (excerptId: string) => void;
}

export const ReferenceList = ({ references, isNumbered = true, head, onShow }: ReferenceListProps) => {
  const List = isNumbered ? 'ol' : 'ul';
  if (references.list.length === 0 && references.missing.length === 0) return null;
  return (
    <section className={styles.references} aria-labelledby="briefing-references">
      {head ?? <h2 id="briefing-references">References</h2>}
      <List className={isNumbered ? undefined : unnumberedClass}>
        {references.list.map((reference) => (
          <li key={reference.documentId}>
            <EntryWords entry={reference.entry} /> <span className={styles.quiet}>Cited: </span>
            {reference.places.map((place, i) => (
              <span key={place.excerptId}>
                {i > 0 && '; '}
                <button type="button" className={styles.place} onClick={() => onShow(place.excerptId)}>
                  {place.place ?? 'passage'}
                </button>
                {place.grade && <Badge words={place.gradeWords}>{place.grade}</Badge>}
                {place.saidBy && <span className={styles.quiet}> according to {place.saidBy}</span>}
              </span>
            ))}
          </li>
        ))}
      </List>
      {references.missing.length > 0 && (
        <p className={styles.warning}>
          {references.missing.length === 1
            ? 'One excerpt cited above was deleted.'
            : `${references.missing.length} excerpts cited above were deleted.`}{' '}
          Undo brings it back, or take the citation out.
        </p>
      )}
    </section>
  );
};

/** The words of an entry, or of a note, as the style sets them apart. */
export const EntryWords = ({ entry }: Pick<Reference, 'entry'>) => (
  <>
    {entry.map(({ kind, text, ...look }, i) => {
      const key = `${i} ${kind}`;
      if (kind === 'title') {
        return (
          <Emphasised key={key} look={look}>
            <cite>{text}</cite>
          </Emphasised>
        );
      }
      if (kind === 'grade') return <Badge key={key}>{text}</Badge>;
      if (kind === 'url' && isWebAddress(text)) {
        return (
          <span key={key} className={styles.address}>
            {text}
          </span>
        );
      }
      return (
        <Emphasised key={key} look={look}>
          <span>{text}</span>
        </Emphasised>
      );
    })}
  </>
);
