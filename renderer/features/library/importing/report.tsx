/** The report of an import: shown when it ends, kept for as long as the window is open, and to be copied. */
import { useDeferredValue, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { App } from '../../../app/context';
import { useApp } from '../../../app/context';
import { Banner, Button, Dialog } from '../../../ui';
import { outcomeText, outcomeWords, twinWords } from './outcome';
import type { ImportOutcome } from './outcome';
import styles from './report.module.css';

/** Lines of each part that are drawn; the copied report has all. */
const MOST_SHOWN = 100;
/** Lines of each part that are drawn at once: more than the dialog has room for. The others follow. */
const SHOWN_FIRST = 16;

let kept: { readonly caseId: string; readonly outcome: ImportOutcome } | null = null;
const listeners = new Set<() => void>();

/** Keeps the report of the last import, until the next one or until it is put away. */
export function noteReport(caseId: string, outcome: ImportOutcome | null): void {
  kept = outcome && { caseId, outcome };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

interface Line {
  readonly key: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly documentId?: string;
}

interface PartProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly onOpen: (id: string) => void;
}

const Part = ({ title, lines, onOpen }: PartProps) => {
  const drawn = useDeferredValue(MOST_SHOWN, SHOWN_FIRST);
  return lines.length === 0 ? null : (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{lines.length.toLocaleString()}</span>
      </h3>
      <ul className={styles.lines}>
        {lines.slice(0, drawn).map(({ key, name, words, documentId }) => (
          <li key={key}>
            {documentId === undefined ? (
              <span className={styles.name}>{name}</span>
            ) : (
              <button type="button" className={styles.link} onClick={() => onOpen(documentId)}>
                {name}
              </button>
            )}
            {words.map((one) => (
              <span key={one} className={styles.words}>
                {one}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {lines.length > MOST_SHOWN && (
        <p className={styles.words}>{(lines.length - MOST_SHOWN).toLocaleString()} more stand in the copied report.</p>
      )}
    </section>
  );
};

const Report = ({ outcome, close }: { outcome: ImportOutcome; close: (documentId?: string) => void }): ReactNode => {
  const [copied, setCopied] = useState(false);
  const noticed = outcome.cameIn.filter(({ notices }) => notices.length > 0);
  return (
    <Dialog
      isOpen
      size="large"
      title={outcomeWords(outcome)}
      onClose={() => close()}
      actions={
        <>
          <Button onPress={() => void navigator.clipboard.writeText(outcomeText(outcome)).then(() => setCopied(true))}>
            {copied ? 'Copied' : 'Copy report'}
          </Button>
          <Button variant="primary" onPress={() => close()}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.report}>
        <Part
          title="Could not be read"
          onOpen={close}
          lines={outcome.didNot.map(({ name, sentence }, i) => ({ key: `${i}`, name, words: [sentence] }))}
        />
        <Part
          title="Here already"
          onOpen={close}
          lines={outcome.hereAlready.map((twin, i) => ({
            key: `${i}`,
            name: twin.name,
            words: [twinWords(twin)],
            documentId: twin.documentId,
          }))}
        />
        <Part
          title="Came in, and worth a look"
          onOpen={close}
          lines={noticed.map(({ name, notices, documentId }) => ({
            key: documentId,
            name,
            words: notices,
            documentId,
          }))}
        />
      </div>
    </Dialog>
  );
};

/** Shows the report; a document that is pressed in it is opened. */
export async function showReport(
  app: Pick<App, 'ask' | 'navigate' | 'openCase'>,
  outcome: ImportOutcome,
): Promise<void> {
  const caseId = app.openCase?.id;
  const documentId = await app.ask<string>((close) => <Report outcome={outcome} close={close} />);
  if (documentId !== undefined && caseId !== undefined) app.navigate({ view: 'document', caseId, documentId });
}

/** Above the table of documents: that an import ended, and the way to its report. */
export const LastImport = () => {
  const app = useApp();
  const report = useSyncExternalStore(subscribe, () => kept);
  if (report === null || report.caseId !== app.openCase?.id) return null;
  return (
    <div className={styles.last}>
      <Banner
        tone={report.outcome.didNot.length > 0 ? 'warning' : 'info'}
        action={{ label: 'Show the report', onPress: () => void showReport(app, report.outcome) }}
      >
        {outcomeWords(report.outcome)}
      </Banner>
      <Button variant="quiet" onPress={() => noteReport(report.caseId, null)}>
        Put away
      </Button>
    </div>
  );
};
