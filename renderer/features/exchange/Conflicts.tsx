/** Values that a merge set aside: what stands now, what the other analyst wrote, and the choice between them. */
import type { Conflict } from '@shared/model/conflict';
import { actorOf, timeOf } from '@shared/merge/clock';
import { analystRecordId } from '@shared/model/analyst';
import type { TableName } from '@shared/model/tables';
import { momentWords } from '@shared/text/when';
import { useApp } from '../../app/context';
import { useAllRows, useConflicts, useRow } from '../../store/hooks';
import { Button } from '../../ui';
import { fieldWord, tableWord, valueWords } from './fieldWords';
import styles from './exchange.module.css';

const Row = ({ conflict }: { conflict: Conflict }) => {
  const app = useApp();
  const analysts = useAllRows('analysts');
  const row = useRow(conflict.table as TableName, conflict.recordId) as Record<string, unknown> | null | undefined;
  const tags = useAllRows('tags');
  const sources = useAllRows('sources');
  const words = (value: unknown): string =>
    valueWords(value, (id) => tags?.get(id)?.name ?? sources?.get(id)?.name) || 'nothing';
  const who = analysts?.get(analystRecordId(actorOf(conflict.lostStamp)))?.name ?? 'another analyst';
  return (
    <li className={styles.conflict}>
      <p className={styles.conflictHead}>
        {tableWord(conflict.table as TableName)} · {fieldWord(conflict.field)} ·{' '}
        {momentWords(timeOf(conflict.lostStamp))}
      </p>
      <dl className={styles.sides}>
        <dt>Stands now</dt>
        <dd>{row ? words(row[conflict.field]) : 'deleted'}</dd>
        <dt>{who} wrote</dt>
        <dd>{words(conflict.value)}</dd>
      </dl>
      <div className={styles.choices}>
        <Button onPress={() => void app.run('conflict.settle', { id: conflict.id, take: false })}>
          Keep what stands
        </Button>
        <Button isDisabled={!row} onPress={() => void app.run('conflict.settle', { id: conflict.id, take: true })}>
          Take the other
        </Button>
      </div>
    </li>
  );
};

export const Conflicts = () => {
  const conflicts = useConflicts();
  if (!conflicts || conflicts.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="exchange-conflicts">
      <h2 id="exchange-conflicts">Set aside by merges ({conflicts.length})</h2>
      <p>
        Two analysts changed the same field without knowing of each other. The newer value stands; look at the other
        one.
      </p>
      <ul className={styles.conflicts}>
        {conflicts.slice(0, 200).map((conflict) => (
          <Row key={conflict.id} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
};
