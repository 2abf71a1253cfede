/** One record of the review: field by field what is here, what is in the bundle, and what is to stand. */
import { isAlive } from '@shared/model/record';
import type { Choice, ReviewItem } from '@shared/merge/reviewMerge';
import { actorOf, timeOf } from '@shared/merge/clock';
import { analystRecordId } from '@shared/model/analyst';
import type { AnyRow } from '@shared/model/tables';
import { momentWords } from '@shared/text/when';
import { SegmentedControl } from '../../ui';
import { UNSPOKEN, fieldWord, recordName, tableWord, valueWords } from './fieldWords';
import type { NameOf } from './fieldWords';
import { choiceDetail, choiceWord, choicesFor } from './reviewWords';
import styles from './review.module.css';

interface VersionsProps {
  readonly item: ReviewItem;
  readonly nameOf: NameOf;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

type Side = 'here' | 'there';

/** Which side's value will stand; null where it is neither's alone. */
function standing(item: ReviewItem, field: string, choice: Choice): Side | null {
  if (choice === 'mine') return 'here';
  if (choice === 'theirs') return 'there';
  const value = (row: AnyRow | undefined): string =>
    JSON.stringify((row as Record<string, unknown> | undefined)?.[field]);
  const joined = value(item.joined);
  return joined === value(item.there) ? 'there' : joined === value(item.here) ? 'here' : null;
}

const Value = ({
  row,
  field,
  nameOf,
  stands,
}: {
  row: AnyRow | undefined;
  field: string;
  nameOf: NameOf;
  stands: boolean;
}) => {
  const words = row ? valueWords((row as unknown as Record<string, unknown>)[field], nameOf) : '';
  return (
    <td className={styles.value} data-stands={stands || undefined}>
      {words === '' ? <span className={styles.nothing}>{row ? 'empty' : 'not here'}</span> : words}
      {stands && <span className={styles.stands}>stands</span>}
    </td>
  );
};

export function BothVersions({ item, nameOf, choice, onChoose }: VersionsProps) {
  const { here, there, kind } = item;
  const fields = item.fields.filter((field) => !UNSPOKEN.has(field));
  // Of a new record what says something: what is empty, off or a colour does not.
  const says = (field: string): boolean =>
    field !== 'hue' && !['', 'no'].includes(valueWords((there as never)[field], nameOf));
  const shown = kind === 'new' ? fields.filter(says) : fields;
  const options = choicesFor(kind);
  const stamp = Object.values(there.clocks).reduce((a, b) => (a > b ? a : b), there.deleted ?? there.created);
  const who = nameOf(analystRecordId(actorOf(stamp))) ?? 'another analyst';
  const when = new Date(timeOf(stamp));
  return (
    <section className={styles.versions} aria-label="Both versions">
      <header className={styles.versionsHead}>
        <p className={styles.kicker}>
          {tableWord(item.table)} · last changed there by {who},{' '}
          <time dateTime={when.toISOString()} title={when.toISOString()}>
            {momentWords(when)}
          </time>
        </p>
        <h3 className={styles.recordName}>{recordName(item.table, there, nameOf)}</h3>
        {options.length > 0 && (
          <div className={styles.choice}>
            <SegmentedControl
              aria-label="What is to stand"
              items={options.map((id) => ({ id, label: choiceWord(kind, id) }))}
              value={choice}
              onChange={onChoose}
            />
            <p>{choiceDetail(kind, choice)}</p>
          </div>
        )}
      </header>
      {(here && isAlive(here)) !== isAlive(there) && here && (
        <p className={styles.life}>
          {isAlive(here) ? 'Deleted there; it is still here.' : 'Deleted here; it is still in the bundle.'}
        </p>
      )}
      {shown.length === 0 ? (
        <p className={styles.life}>
          {kind === 'same' ? 'Both copies are the same.' : 'The words are the same on both sides.'}
        </p>
      ) : (
        <table className={styles.fields}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Here</th>
              <th scope="col">In the bundle</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => {
              const stands = standing(item, field, choice);
              return (
                <tr key={field}>
                  <th scope="row">{fieldWord(field)}</th>
                  <Value row={here} field={field} nameOf={nameOf} stands={kind !== 'new' && stands === 'here'} />
                  <Value row={there} field={field} nameOf={nameOf} stands={kind !== 'new' && stands === 'there'} />
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
