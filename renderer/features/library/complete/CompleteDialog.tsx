/** Which references are whose: a list to choose from, with what each would bring. */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import type { ReferenceEntry, ReferenceFile } from '@shared/interchange/references';
import { completionOf } from '@shared/model/completing';
import type { Match, MatchReason } from '@shared/model/completing';
import { isoOf } from '@shared/model/csl';
import type { Document } from '@shared/model/document';
import type { App } from '../../../app/context';
import { Button, ComboBox, Dialog, Icon, Switch, Truncate, VirtualList } from '../../../ui';
import type { VirtualColumn } from '../../../ui';
import { fieldsInWords } from './fieldWords';
import styles from './complete.module.css';

export interface Taken {
  readonly entry: ReferenceEntry;
  /** Null: a document is made of it. */
  readonly documentId: string | null;
}

export interface Completions {
  readonly taken: readonly Taken[];
  /** What documents say already gives way. */
  readonly replaces: boolean;
}

interface Question {
  readonly file: ReferenceFile;
  readonly matches: readonly (Match | null)[];
  readonly documents: ReadonlyMap<string, Document>;
}

const COLUMNS: readonly VirtualColumn[] = [
  { id: 'taken', label: 'Taken', width: '36px', isLabelHidden: true },
  { id: 'reference', label: 'Reference', width: 'minmax(0, 1.4fr)' },
  { id: 'document', label: 'For', width: 'minmax(0, 1.2fr)' },
  { id: 'brings', label: 'Brings', width: 'minmax(0, 1fr)' },
];

const BECAUSE: Readonly<Record<MatchReason, string>> = {
  file: 'Its attached file has this document’s name.',
  address: 'Both have one address.',
  title: 'Both have one title.',
};

const NEW = 'new';

const entryWords = ({ csl }: ReferenceEntry): string =>
  [csl.title || 'Untitled', isoOf(csl.issued).slice(0, 4)].filter(Boolean).join(', ');

const CompleteForm = ({
  file,
  matches,
  documents,
  close,
}: Question & { close: (answer?: Completions) => void }): ReactNode => {
  const { entries } = file;
  const [targets, setTargets] = useState<readonly (string | null)[]>(matches.map((match) => match?.documentId ?? null));
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    new Set(matches.flatMap((match, i) => (match ? [String(i)] : []))),
  );
  const [replaces, setReplaces] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const matched = matches.filter(Boolean).length;
  const bringsFor = (i: number): string => {
    const document = documents.get(targets[i] ?? '');
    if (!document) return 'a new document';
    const { missing, different } = completionOf(document, entries[i]!.csl);
    return fieldsInWords(replaces ? [...missing, ...different] : missing) || 'nothing new';
  };
  const items = useMemo(
    () => [
      { id: NEW, label: 'A new document' },
      ...Array.from(documents.values(), ({ id, title }) => ({ id, label: title })),
    ],
    [documents],
  );
  const toggle = (index: number): void => {
    const key = String(index);
    setTaken(new Set(taken.has(key) ? [...taken].filter((one) => one !== key) : [...taken, key]));
  };
  const cell = (i: number, columnId: string): ReactNode => {
    switch (columnId) {
      case 'taken':
        return taken.has(String(i)) ? <Icon icon={Check} /> : null;
      case 'reference':
        return <Truncate>{entryWords(entries[i]!)}</Truncate>;
      case 'document':
        return <Truncate>{documents.get(targets[i] ?? '')?.title ?? 'A new document'}</Truncate>;
      default:
        return <Truncate className={styles.quiet ?? ''}>{bringsFor(i)}</Truncate>;
    }
  };
  const all = (some: (i: number) => boolean): void =>
    setTaken(new Set(entries.flatMap((_, i) => (some(i) ? [String(i)] : []))));
  const because = active === null ? undefined : matches[active]?.because;
  return (
    <Dialog
      isOpen
      size="wide"
      title={`${entries.length.toLocaleString()} references in ${file.name}; ${matched.toLocaleString()} ${matched === 1 ? 'fits' : 'fit'} a document here`}
      onClose={() => close()}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={taken.size === 0}
            onPress={() =>
              close({
                replaces,
                taken: entries.flatMap((entry, i) =>
                  taken.has(String(i)) ? [{ entry, documentId: targets[i] ?? null }] : [],
                ),
              })
            }
          >
            Take {taken.size.toLocaleString()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.tools}>
          <Button variant="quiet" onPress={() => all((i) => targets[i] !== null)}>
            Those that fit
          </Button>
          <Button variant="quiet" onPress={() => all(() => true)}>
            All
          </Button>
          <Button variant="quiet" onPress={() => all(() => false)}>
            None
          </Button>
          <Switch isSelected={replaces} onChange={setReplaces} detail="Otherwise only what a document lacks is taken.">
            Replace what documents say already
          </Switch>
        </div>
        <div className={styles.list}>
          <VirtualList
            label="References"
            count={entries.length}
            getKey={String}
            columns={COLUMNS}
            renderCell={cell}
            selectionMode="multiple"
            selectedKeys={taken}
            activeIndex={active}
            onActiveChange={setActive}
            onOpen={toggle}
            onSelect={() => undefined}
            onKeyDown={(event, index) => {
              if (event.key !== ' ' || index === null) return;
              event.preventDefault();
              toggle(index);
            }}
          />
        </div>
        {active !== null && entries[active] && (
          <div className={styles.active}>
            <ComboBox
              key={active}
              label={`“${entryWords(entries[active])}” is for`}
              hint={
                because && targets[active] === matches[active]?.documentId
                  ? BECAUSE[because]
                  : 'Space takes or leaves it.'
              }
              items={items}
              value={targets[active] ?? NEW}
              onChange={(id) => {
                if (id === null) return;
                setTargets(targets.map((one, i) => (i === active ? (id === NEW ? null : id) : one)));
                setTaken(new Set([...taken, String(active)]));
              }}
            />
            <Button onPress={() => toggle(active)}>{taken.has(String(active)) ? 'Leave out' : 'Take'}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
};

/** Asks; undefined where the analyst changed their mind. */
export const askForCompletions = (app: Pick<App, 'ask'>, question: Question): Promise<Completions | undefined> =>
  app.ask<Completions>((close) => <CompleteForm {...question} close={close} />);
