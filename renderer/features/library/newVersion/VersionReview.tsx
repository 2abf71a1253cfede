/** A newer version before it is written: what changed in the text, and what becomes of each excerpt. */
import { useMemo, useState } from 'react';
import { Highlighter } from 'lucide-react';
import type { DiffRow } from '@shared/text/textDiff';
import type { App } from '../../../app/context';
import { Button, Dialog, EmptyState, Tabs, VirtualList } from '../../../ui';
import { countsOf, decisionWords, firstDecisions, isCertain, KIND_WORDS, REVIEW_KINDS } from './decisions';
import type { Decision, ReviewedExcerpt, ReviewKind } from './decisions';
import { DiffPane } from './DiffPane';
import { FatePane } from './FatePane';
import styles from './version.module.css';

export interface VersionGround {
  readonly title: string;
  /** The file, or the document that is to become the version. */
  readonly name: string;
  readonly isJoined: boolean;
  readonly rows: readonly DiffRow[];
  readonly all: readonly ReviewedExcerpt[];
  /** The texts the excerpts stand in, by id; one that is missing is not there. */
  readonly texts: ReadonlyMap<string, string>;
  readonly after: string;
}

type Decisions = ReadonlyMap<string, Decision>;

/** Shows the review; resolves with what was decided, undefined where nothing is to be written. */
export const askAboutVersion = (app: Pick<App, 'ask'>, ground: VersionGround): Promise<Decisions | undefined> =>
  app.ask<Decisions>((close) => <VersionReview {...ground} close={close} />);

const HIDDEN_FIRST: ReadonlySet<ReviewKind> = new Set(['kept', 'typography']);

export const VersionReview = (props: VersionGround & { close: (answer?: Decisions) => void }) => {
  const { title, name, isJoined, rows, all, close } = props;
  const [tab, setTab] = useState<'excerpts' | 'text'>(all.length > 0 ? 'excerpts' : 'text');
  const [decisions, setDecisions] = useState<Decisions>(() => firstDecisions(all));
  const changed = rows.filter((row) => row.change !== 'same').length;
  return (
    <Dialog
      isOpen
      size="wide"
      title="A newer version"
      onClose={() => close()}
      actions={
        <>
          <p className={styles.decided} role="status">
            {decisionWords(all, decisions)}
          </p>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" onPress={() => close(decisions)}>
            Take in the newer version
          </Button>
        </>
      }
    >
      <div className={styles.review}>
        <p className={styles.lead}>
          “{name}” becomes the newest text of “{title}”. The earlier one stays and can be read.
          {isJoined && ' The document it is now goes, and its excerpts come along.'} Nothing is written before you say
          so; one undo takes it all back.
        </p>
        <Tabs
          aria-label="The newer version"
          value={tab}
          onChange={setTab}
          className={styles.tabs ?? ''}
          items={[
            {
              id: 'excerpts',
              label: 'Excerpts',
              count: all.length,
              content: <Excerpts {...props} decisions={decisions} onDecide={setDecisions} />,
            },
            { id: 'text', label: 'Changed paragraphs', count: changed, content: <DiffPane rows={rows} /> },
          ]}
        />
      </div>
    </Dialog>
  );
};

interface ExcerptsProps extends VersionGround {
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

const Excerpts = ({ all, texts, after, decisions, onDecide }: ExcerptsProps) => {
  const counts = useMemo(() => countsOf(all), [all]);
  const open = REVIEW_KINDS.filter((kind) => !HIDDEN_FIRST.has(kind) && counts[kind] > 0);
  const [shown, setShown] = useState<ReadonlySet<ReviewKind>>(new Set(open.length > 0 ? open : REVIEW_KINDS));
  const [active, setActive] = useState(0);
  const items = useMemo(
    () => REVIEW_KINDS.filter((kind) => shown.has(kind)).flatMap((kind) => all.filter((one) => one.kind === kind)),
    [all, shown],
  );
  const at = Math.min(active, items.length - 1);
  const item = items[at];
  const decide = (some: readonly ReviewedExcerpt[], choose: (one: ReviewedExcerpt) => Decision | undefined): void => {
    const next = new Map(decisions);
    for (const one of some) {
      const decision = choose(one);
      if (decision !== undefined) next.set(one.excerpt.id, decision);
    }
    onDecide(next);
  };
  const toggle = (kind: ReviewKind): void => {
    const next = new Set(shown);
    if (!next.delete(kind)) next.add(kind);
    setShown(next);
    setActive(0);
  };
  const canTake = items.filter(({ kind }) => isCertain(kind) || kind === 'changed');
  if (all.length === 0)
    return (
      <EmptyState
        icon={Highlighter}
        title="No excerpts to carry over"
        message="Nothing was excerpted from this document yet."
      />
    );
  return (
    <div className={styles.excerpts}>
      <div className={styles.kinds} role="group" aria-label="Shown">
        {REVIEW_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            aria-pressed={shown.has(kind)}
            disabled={counts[kind] === 0}
            onClick={() => toggle(kind)}
          >
            {KIND_WORDS[kind]} <b>{counts[kind].toLocaleString()}</b>
          </button>
        ))}
        {items.length > 1 && (
          <span className={styles.forAll}>
            For the {items.length.toLocaleString()} shown:
            {canTake.length > 0 && (
              <Button variant="link" onPress={() => decide(canTake, (one) => one.places[0])}>
                Take the new words
              </Button>
            )}
            <Button variant="link" onPress={() => decide(items, () => 'stay')}>
              Keep on the earlier version
            </Button>
          </span>
        )}
      </div>
      <div className={styles.panes}>
        <div className={styles.list}>
          <VirtualList
            label="Excerpts of the document"
            count={items.length}
            rowHeight={64}
            getKey={(index) => items[index]!.excerpt.id}
            selectionMode="single"
            selectedKeys={new Set(item ? [item.excerpt.id] : [])}
            onSelect={() => undefined}
            activeIndex={item ? at : null}
            onActiveChange={setActive}
            renderRow={(index) => <Row item={items[index]!} decision={decisions.get(items[index]!.excerpt.id)} />}
            empty={
              <EmptyState
                icon={Highlighter}
                title="Nothing of the kinds shown"
                message="Press a kind above to see its excerpts."
              />
            }
          />
        </div>
        {item && (
          <FatePane
            key={item.excerpt.id}
            item={item}
            before={texts.get(item.excerpt.textId) ?? null}
            after={after}
            decision={decisions.get(item.excerpt.id)}
            onDecide={(decision) => decide([item], () => decision)}
          />
        )}
      </div>
    </div>
  );
};

const Row = ({ item, decision }: { item: ReviewedExcerpt; decision: Decision | undefined }) => (
  <span className={styles.row}>
    <span className={styles.rowHead}>
      <span className={styles.sign} data-kind={item.kind}>
        {KIND_WORDS[item.kind]}
      </span>
      <span className={styles.chosen}>
        {decision === undefined ? 'not decided' : decision === 'stay' ? 'stays' : 'goes along'}
      </span>
    </span>
    <span className={styles.quote}>{item.excerpt.quote}</span>
  </span>
);
