/** Two documents side by side with what they share marked, and whether they are one origin. */
import { useEffect, useMemo, useState } from 'react';
import type { SharedText } from '@shared/anchor/sharedPassages';
import { isoOf } from '@shared/model/csl';
import { currentTextId, versionsInOrder } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import { originOf } from '@shared/model/documentOrigin';
import { percentWords } from '@shared/text/percent';
import { useApp } from '../../../app/context';
import { useAllRows, useText } from '../../../store/hooks';
import { Button, Dialog, RadioGroup, Spinner } from '../../../ui';
import { MarkedText } from './MarkedText';
import { compareTexts } from './nearCopies';
import styles from './near.module.css';

interface CompareDialogProps {
  readonly id: string;
  readonly otherId: string;
  readonly close: (next?: 'version') => void;
}

/** The day it was published, else the instant it came in: what was first is likely the origin. */
const firstSeen = (document: Document): string =>
  isoOf(document.csl.issued) || versionsInOrder(document)[0]!.importedAt;

export const CompareDialog = ({ id, otherId, close }: CompareDialogProps) => {
  const documents = useAllRows('documents');
  const [one, other] = [documents?.get(id), documents?.get(otherId)];
  if (!documents || !one || !other) return null;
  return <Compare one={one} other={other} documents={documents} close={close} />;
};

interface CompareProps extends Pick<CompareDialogProps, 'close'> {
  readonly one: Document;
  readonly other: Document;
  readonly documents: ReadonlyMap<string, Document>;
}

function useShared(one: string | null | undefined, other: string | null | undefined): SharedText | null {
  const [shared, setShared] = useState<SharedText | null>(null);
  useEffect(() => {
    let gone = false;
    if (one && other)
      void compareTexts(one, other).then((found) => {
        if (!gone) setShared(found);
      });
    return () => {
      gone = true;
    };
  }, [one, other]);
  return shared;
}

const Compare = ({ one, other, documents, close }: CompareProps) => {
  const { run } = useApp();
  const texts = [useText(currentTextId(one)), useText(currentTextId(other))] as const;
  const shared = useShared(texts[0], texts[1]);
  const byId = (id: string): Document | undefined => documents.get(id);
  const isOneOrigin = originOf(one, byId).id === originOf(other, byId).id;
  const [first, setFirst] = useState(firstSeen(one) <= firstSeen(other) ? one.id : other.id);
  const copy = first === one.id ? other : one;
  const spans = useMemo(
    () => [
      shared?.passages.map((passage) => passage.one) ?? [],
      shared?.passages.map((passage) => passage.other) ?? [],
    ],
    [shared],
  );
  // Whichever of the two names an origin stands for itself again.
  const repeating = one.originId !== null ? one : other;
  return (
    <Dialog
      isOpen
      size="wide"
      title="Two documents that say nearly the same"
      onClose={() => close()}
      actions={
        <>
          {!isOneOrigin && <Button onPress={() => close('version')}>It is a newer version…</Button>}
          {isOneOrigin ? (
            <Button onPress={() => void run('document.repeat', { id: repeating.id, originId: null })}>
              Count as two origins
            </Button>
          ) : (
            <Button onPress={() => void run('document.repeat', { id: copy.id, originId: first })}>
              Mark as one origin
            </Button>
          )}
          <Button variant="primary" onPress={() => close()}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.compare}>
        <p className={styles.lead} role="status">
          {shared === null
            ? 'Comparing…'
            : `They share ${shared.words.toLocaleString()} words in ${shared.passages.length.toLocaleString()} ${
                shared.passages.length === 1 ? 'passage' : 'passages'
              }: ${percentWords(shared.words / Math.max(1, shared.wordsOfOne))} of the one, ${percentWords(
                shared.words / Math.max(1, shared.wordsOfOther),
              )} of the other.`}{' '}
          {isOneOrigin && 'They count as one origin: what rests on both is confirmed by neither.'}
        </p>
        {!isOneOrigin && (
          <RadioGroup
            label="Which said it first"
            items={[one, other].map((document) => ({ id: document.id, label: document.title }))}
            value={first}
            onChange={setFirst}
          />
        )}
        <div className={styles.both}>
          {[one, other].map((document, index) => (
            <section key={document.id} className={styles.side} aria-label={document.title}>
              <h3 className={styles.sideTitle} title={document.title}>
                {document.title}
              </h3>
              {typeof texts[index] === 'string' ? (
                <MarkedText
                  title={document.title}
                  text={texts[index]}
                  spans={spans[index]!}
                  language={document.language}
                />
              ) : (
                <Spinner label="Reading the text" />
              )}
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
};
