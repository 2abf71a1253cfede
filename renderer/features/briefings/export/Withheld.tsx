/** What does not leave, where it stood, and what still speaks of it; names that should not leave. */
import type { Leftover, Pseudonym, Release, WithheldPassage } from '@shared/briefing/outgoing';
import type { Marking } from '@shared/model/marking';
import { Banner, Disclosure, Switch } from '../../../ui';
import styles from './export.module.css';

const LEFTOVER: Readonly<Record<Leftover['what'], string>> = {
  title: 'title of a document',
  source: 'name of a source',
  address: 'address of a document',
  words: 'words of a passage',
};

const placeWords = ({ kind, under }: WithheldPassage): string =>
  under === '' || kind === 'heading' ? kind : `${kind} under “${under}”`;

export const WithheldList = ({ release, ceiling }: { release: Release; ceiling: Marking }) => {
  const { withheld, leftovers } = release;
  if (withheld.length === 0) return <p className={styles.quiet}>Nothing it cites is above {ceiling}.</p>;
  const count = withheld.length === 1 ? '1 passage is withheld' : `${withheld.length} passages are withheld`;
  return (
    <>
      <Disclosure title={count} defaultExpanded className={styles.withheld ?? ''}>
        <ul className={styles.list} aria-label="Withheld passages">
          {withheld.map((one, i) => (
            // Two passages may read the same, and none moves while the list stands.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={i}>
              <span className={styles.where}>
                {one.marking}, {placeWords(one)}
              </span>
              {one.words}
            </li>
          ))}
        </ul>
      </Disclosure>
      {leftovers.length > 0 && (
        <Banner tone="warning" title="The rest still speaks of it" isLive>
          {leftovers.map(({ what, words }) => `“${words}” (${LEFTOVER[what]})`).join('; ')}. Look at these before the
          note leaves.
        </Banner>
      )}
    </>
  );
};

interface NamedListProps {
  readonly named: ReadonlyMap<Pseudonym, number>;
  readonly isReplaced: boolean;
  readonly onReplace: (isReplaced: boolean) => void;
}

export const NamedList = ({ named, isReplaced, onReplace }: NamedListProps) => {
  if (named.size === 0) return <p className={styles.quiet}>None of the names to be withheld stands in it.</p>;
  const count = named.size === 1 ? '1 name that should not leave' : `${named.size} names that should not leave`;
  return (
    <div className={styles.named}>
      <Switch isSelected={isReplaced} onChange={onReplace} detail={`It holds ${count} the case.`}>
        Replace names by letters
      </Switch>
      <ul className={styles.list} aria-label="Names that should not leave">
        {[...named].map(([one, times]) => (
          <li key={one.tagId}>
            {one.names[0]}, {times === 1 ? 'once' : `${times} times`}
            {isReplaced ? `: ${one.pseudonym}` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
};
