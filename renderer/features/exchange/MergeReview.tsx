/** What a bundle would change, before anything is written: a list of records, both versions of one side by side. */
import { useMemo, useState } from 'react';
import { GitMerge } from 'lucide-react';
import { analystRecordId } from '@shared/model/analyst';
import { REVIEW_KINDS } from '@shared/merge/reviewMerge';
import type { Choice, MergeReview, ReviewItem, ReviewKind } from '@shared/merge/reviewMerge';
import type { AnyRow } from '@shared/model/tables';
import type { App } from '../../app/context';
import { Banner, Button, Dialog, EmptyState, VirtualList } from '../../ui';
import { recordName, tableWord } from './fieldWords';
import { BothVersions } from './BothVersions';
import { CHOICE_WORDS, KIND_WORDS, choicesFor } from './reviewWords';
import styles from './review.module.css';

export type TakeIn =
  | { readonly how: 'merge'; readonly choices: ReadonlyMap<string, Choice> }
  | { readonly how: 'separate' };

/** What the review is shown with. */
export interface ReviewGround {
  readonly nameHere: string;
  readonly nameThere: string;
  readonly review: MergeReview;
  /** Records that are the same in both copies and were not even read. */
  readonly unread: number;
  /** Rows that records point at, of both copies: for their names. */
  readonly rowOf: (id: string) => { readonly table: ReviewItem['table']; readonly row: AnyRow } | undefined;
}

const keyOf = (item: ReviewItem): string => `${item.table}/${item.id}`;
const NOTHING_CHOSEN: ReadonlyMap<string, Choice> = new Map();

/** Shows the review; resolves with what to do, undefined where nothing is to be done. */
export const askHowToTakeIn = (app: Pick<App, 'ask'>, ground: ReviewGround): Promise<TakeIn | undefined> =>
  app.ask<TakeIn>((close) => <ReviewDialog {...ground} close={close} />);

export function ReviewDialog({
  nameHere,
  nameThere,
  review,
  unread,
  rowOf,
  close,
}: ReviewGround & { close: (answer?: TakeIn) => void }) {
  const [shown, setShown] = useState<ReadonlySet<ReviewKind>>(new Set(REVIEW_KINDS.filter((kind) => kind !== 'same')));
  const [choices, setChoices] = useState(NOTHING_CHOSEN);
  const [active, setActive] = useState<number | null>(null);
  const items = useMemo(() => review.items.filter((item) => shown.has(item.kind)), [review, shown]);
  const at = Math.min(active ?? 0, items.length - 1);
  const item = items[at];
  const nameOf = (id: string): string | undefined => {
    const found = rowOf(id);
    return found && recordName(found.table, found.row, () => undefined);
  };
  const choose = (some: readonly ReviewItem[], choice: Choice): void => {
    const next = new Map(choices);
    for (const one of some) {
      if (choice === 'join') next.delete(keyOf(one));
      else if (choicesFor(one.kind).includes(choice)) next.set(keyOf(one), choice);
    }
    setChoices(next);
  };
  const toggle = (kind: ReviewKind): void => {
    const next = new Set(shown);
    if (!next.delete(kind)) next.add(kind);
    setShown(next);
    setActive(null);
  };
  const changes = review.items.length - review.counts.same;
  return (
    <Dialog
      isOpen
      size="wide"
      title="This case is here already"
      onClose={() => close()}
      actions={
        <>
          <p className={styles.decided} role="status">
            {choices.size === 0
              ? 'Nothing is written before you say so; one undo takes it all back.'
              : `${choices.size.toLocaleString()} ${choices.size === 1 ? 'record' : 'records'} decided by you, the others joined.`}
          </p>
          <Button onPress={() => close()}>Cancel</Button>
          <Button onPress={() => close({ how: 'separate' })}>Keep as a separate case</Button>
          <Button variant="primary" onPress={() => close({ how: 'merge', choices })}>
            Take in what is new
          </Button>
        </>
      }
    >
      <div className={styles.review}>
        <p className={styles.lead}>
          The bundle holds a copy of “{nameHere}”{nameThere === nameHere ? '' : `, there named “${nameThere}”`}. Each
          field keeps its newer edit; where two people changed one field without knowing of each other, the other value
          is set aside.
        </p>
        {review.fastClocks.map(({ actor, days }) => {
          const decided = review.items.filter((one) => one.decidedBy === actor);
          const name = nameOf(analystRecordId(actor)) ?? 'another analyst';
          return (
            <Banner
              key={actor}
              tone="warning"
              title={`The clock of ${name}’s machine runs ${days.toLocaleString()} ${days === 1 ? 'day' : 'days'} ahead.`}
              action={
                decided.length > 0
                  ? { label: 'Keep mine where it decided', onPress: () => choose(decided, 'mine') }
                  : undefined
              }
            >
              {decided.length === 0
                ? 'It decided nothing against your edits. Tell them to put the date right.'
                : `Its date made ${decided.length === 1 ? 'one of their values' : `${decided.length.toLocaleString()} of their values`} newer than yours. Tell them to put the date right.`}
            </Banner>
          );
        })}
        <div className={styles.kinds} role="group" aria-label="Shown">
          {REVIEW_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className={styles.kind}
              data-kind={kind}
              aria-pressed={shown.has(kind)}
              disabled={review.counts[kind] === 0}
              onClick={() => toggle(kind)}
            >
              {KIND_WORDS[kind]} <b>{(review.counts[kind] + (kind === 'same' ? unread : 0)).toLocaleString()}</b>
            </button>
          ))}
          {items.length > 0 && (
            <span className={styles.all}>
              For the {items.length.toLocaleString()} shown:
              {(['join', 'theirs', 'mine'] as const).map((choice) => (
                <Button key={choice} variant="link" onPress={() => choose(items, choice)}>
                  {CHOICE_WORDS[choice]}
                </Button>
              ))}
            </span>
          )}
        </div>
        <div className={styles.panes}>
          <div className={styles.list}>
            <VirtualList
              label="Records"
              count={items.length}
              rowHeight={52}
              getKey={(index) => keyOf(items[index]!)}
              selectionMode="single"
              selectedKeys={new Set(item ? [keyOf(item)] : [])}
              onSelect={() => undefined}
              activeIndex={item ? at : null}
              onActiveChange={setActive}
              renderRow={(index) => {
                const one = items[index]!;
                const choice = choices.get(keyOf(one));
                return (
                  <span className={styles.row}>
                    <span className={styles.rowHead}>
                      <span className={styles.sign} data-kind={one.kind}>
                        {KIND_WORDS[one.kind]}
                      </span>
                      {tableWord(one.table)}
                      {choice && <span className={styles.chosen}>{CHOICE_WORDS[choice]}</span>}
                    </span>
                    <span className={styles.name}>{recordName(one.table, one.there, nameOf)}</span>
                  </span>
                );
              }}
              empty={
                <EmptyState
                  icon={GitMerge}
                  title={changes === 0 ? 'Nothing here differs' : 'Nothing of the kinds shown'}
                  message={
                    changes === 0
                      ? 'Every record of the bundle is here already, as it is there.'
                      : 'Press a kind above to see its records.'
                  }
                />
              }
            />
          </div>
          {item && (
            <BothVersions
              key={keyOf(item)}
              item={item}
              nameOf={nameOf}
              choice={choices.get(keyOf(item)) ?? 'join'}
              onChoose={(choice) => choose([item], choice)}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
