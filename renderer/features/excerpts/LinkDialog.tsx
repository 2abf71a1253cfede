/** Choosing what an excerpt is linked to, how, and why. Everything by keyboard: arrows choose while one types. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { refusalSentence } from '@shared/messages';
import type { Hypothesis } from '@shared/model/hypothesis';
import { LINK_TYPE_REVERSED, LINK_TYPES } from '@shared/model/link';
import type { LinkFields, LinkType } from '@shared/model/link';
import { no, yes } from '@shared/model/result';
import { foldWord } from '@shared/text/fold';
import { withoutMarkers } from '@shared/text/markers';
import { useApp } from '../../app/context';
import type { App, Outcome } from '../../app/context';
import { useExcerptIds } from '../../search/useExcerptIds';
import { useAllRows, useRow, useRows } from '../../store/hooks';
import { Button, Dialog, EmptyState, SearchField, Select, TextArea, VirtualList } from '../../ui';
import { factsOf, shortNameOf, useNames } from './names';
import type { Names } from './names';
import styles from './excerpts.module.css';

/** A type as it reads from this excerpt; `turned` links run from the other end to this one. */
interface Reading {
  readonly id: string;
  readonly label: string;
  readonly type: LinkType;
  readonly turned: boolean;
}

const READINGS: readonly Reading[] = LINK_TYPES.flatMap((type) => {
  const forth = { id: type, label: type, type, turned: false };
  const back = LINK_TYPE_REVERSED[type];
  return back === type ? [forth] : [forth, { id: back, label: back, type, turned: true }];
});

const ROW = 48;
const PAGE = 40;
const NO_HYPOTHESES: ReadonlyMap<string, Hypothesis> = new Map();

interface LinkDialogProps {
  readonly fromIds: readonly string[];
  readonly onClose: (linked?: number) => void;
}

interface Target {
  readonly table: LinkFields['toTable'];
  readonly id: string;
}

/** What the box's text finds: hypotheses first, then excerpts, without the one the link starts from. */
function useTargets(text: string, fromId: string | null) {
  const hypotheses = useAllRows('hypotheses') ?? NO_HYPOTHESES;
  const wanted = foldWord(text.trim());
  const matching = useMemo(
    () => [...hypotheses.values()].filter((one) => foldWord(`${one.code} ${one.statement}`).includes(wanted)),
    [hypotheses, wanted],
  );
  const found = useExcerptIds({ text }, { column: wanted === '' ? 'created' : 'relevance', direction: 'descending' });
  const [own, setOwn] = useState(-1);
  const { handle } = found;
  useEffect(() => {
    let gone = false;
    if (fromId !== null) {
      void found.placeOf(fromId).then((place) => {
        if (!gone) setOwn(place);
      });
    }
    return () => {
      gone = true;
    };
    // A new handle is a new list; `found` itself is made anew at every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [handle, fromId]);
  const placeAt = (index: number): number => {
    const place = index - matching.length;
    return own >= 0 && place >= own ? place + 1 : place;
  };
  const at = (index: number): Target | null => {
    const hypothesis = matching[index];
    if (hypothesis) return { table: 'hypotheses', id: hypothesis.id };
    const id = found.idAt(placeAt(index));
    return id === undefined ? null : { table: 'excerpts', id };
  };
  const count = matching.length + Math.max(0, found.total - (own >= 0 ? 1 : 0));
  return { at, count, hypotheses, found, first: matching.length };
}

const Result = ({
  target,
  hypotheses,
  names,
}: {
  target: Target;
  hypotheses: ReadonlyMap<string, Hypothesis>;
  names: Names;
}) => {
  const excerpt = useRow('excerpts', target.table === 'excerpts' ? target.id : null);
  if (target.table === 'hypotheses') {
    const hypothesis = hypotheses.get(target.id);
    return (
      <div className={styles.result}>
        <span className={styles.resultWords}>{hypothesis?.statement}</span>
        <span className={styles.resultFacts}>Hypothesis {hypothesis?.code}</span>
      </div>
    );
  }
  if (!excerpt) return <div className={styles.result} />;
  const { source, document } = factsOf(excerpt, names);
  return (
    <div className={styles.result}>
      <span className={styles.resultWords}>{withoutMarkers(excerpt.quote)}</span>
      <span className={styles.resultFacts}>{[source?.name, document?.title].filter(Boolean).join(' · ')}</span>
    </div>
  );
};

export const LinkDialog = ({ fromIds, onClose }: LinkDialogProps) => {
  const { run } = useApp();
  const names = useNames();
  const from = useRows('excerpts', fromIds);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [readingId, setReadingId] = useState(READINGS[0]!.id);
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string | null>(null);
  const typeBox = useRef<HTMLDivElement>(null);
  const { at, count, hypotheses, found, first } = useTargets(text, fromIds.length === 1 ? fromIds[0]! : null);
  const target = count > 0 ? at(Math.min(active, count - 1)) : null;
  const reading = READINGS.find((one) => one.id === readingId)!;

  useEffect(() => {
    const near = Math.max(0, active - first);
    found.show(Math.max(0, near - PAGE), near + PAGE);
  });

  const toType = (): void => typeBox.current?.querySelector('button')?.focus();
  const submit = async (): Promise<void> => {
    if (!target) return;
    let linked = 0;
    for (const id of fromIds) {
      const here = { table: 'excerpts', id } as const;
      const [start, end] = reading.turned ? [target, here] : [here, target];
      const fields = {
        fromTable: start.table,
        fromId: start.id,
        toTable: end.table,
        toId: end.id,
        type: reading.type,
        note: why,
      };
      const made = await run('link.create', fields, { refusal: 'return' });
      if (made.ok) linked += 1;
      else setError(refusalSentence(made.reason, made.detail));
    }
    if (linked === fromIds.length) onClose(linked);
  };

  const title = fromIds.length === 1 ? 'Link this excerpt' : `Link ${fromIds.length} excerpts`;
  const only = fromIds.length === 1 ? from?.[0] : undefined;
  return (
    <Dialog
      isOpen
      size="large"
      title={title}
      onClose={() => onClose()}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={() => onClose()}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={target === null}>
            Link
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {only && <p className={styles.fromWords}>{shortNameOf(only, names)}</p>}
        <SearchField
          aria-label="Find an excerpt or a hypothesis"
          placeholder="Find an excerpt or a hypothesis"
          autoFocus
          value={text}
          onChange={(next) => {
            setText(next);
            setActive(0);
            setError(null);
          }}
          onKeyDown={(event) => {
            const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            if (by === 0) {
              if (event.key === 'Enter') {
                event.preventDefault();
                toType();
              } else event.continuePropagation();
              return;
            }
            event.preventDefault();
            setActive((now) => Math.max(0, Math.min(count - 1, now + by)));
          }}
        />
        <VirtualList
          label="What to link to"
          className={styles.results ?? ''}
          count={count}
          rowHeight={ROW}
          getKey={(index) => at(index)?.id ?? `place ${index}`}
          selectionMode="single"
          selectedKeys={new Set(target ? [target.id] : [])}
          onSelect={() => setError(null)}
          activeIndex={count > 0 ? Math.min(active, count - 1) : null}
          onActiveChange={setActive}
          onOpen={toType}
          renderRow={(index) => {
            const one = at(index);
            return one ? (
              <Result target={one} hypotheses={hypotheses} names={names} />
            ) : (
              <div className={styles.result} />
            );
          }}
          empty={<EmptyState title="Nothing matches" message="Try fewer words, or another form of them." />}
        />
        <div ref={typeBox}>
          <Select
            label={fromIds.length === 1 ? 'This excerpt' : 'These excerpts'}
            items={READINGS}
            value={readingId}
            onChange={setReadingId}
          />
        </div>
        <TextArea label="Why" value={why} onChange={setWhy} rows={2} maxLength={20_000} error={error ?? undefined} />
      </div>
    </Dialog>
  );
};

/** Asks what the excerpts are linked to, and links them. */
export async function askForLink(app: App, fromIds: readonly string[]): Promise<Outcome> {
  const linked = await app.ask<number>((close) => <LinkDialog fromIds={fromIds} onClose={close} />);
  if (linked === undefined) return no('cancelled');
  app.toast(linked === 1 ? 'Linked.' : `${linked} links were made.`, { undo: true });
  return yes(null);
}
