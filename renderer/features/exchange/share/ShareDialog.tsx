/** Asks what is to go to whom, shows it counted, and writes the bundle. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BundleContents } from '@shared/bundle';
import { isRecipient } from '@shared/bundle/seal/age';
import { previewOf } from '@shared/bundle/share/preview';
import type { SharePreview } from '@shared/bundle/share/preview';
import { whyNotSince } from '@shared/bundle/share/given';
import { isRedacted, NEW_RECIPIENT } from '@shared/bundle/share/recipient';
import type { Recipient } from '@shared/bundle/share/recipient';
import { MARKING_INK } from '@shared/model/marking';
import { momentWords } from '@shared/text/when';
import { BoxChip, Button, Dialog } from '../../../ui';
import { ShareChoices } from './ShareChoices';
import type { ShareOptions } from './ShareChoices';
import { contentsFor } from './shareCase';
import type { ShareGround } from './shareCase';
import { SharePreviewPane } from './SharePreviewPane';
import { choiceOf, limitsOf } from './wishes';
import type { Missing, ShareWishes } from './wishes';
import styles from './share.module.css';

export interface ShareAnswer {
  readonly wishes: ShareWishes;
  readonly recipient: Recipient | null;
}

interface ShareDialogProps {
  readonly ground: Omit<ShareGround, 'since'>;
  readonly whole: () => Promise<BundleContents>;
  readonly options: Omit<ShareOptions, 'given' | 'lastGiven'>;
  readonly known: readonly Recipient[];
  readonly first: ShareWishes;
  readonly newId: () => string;
  readonly close: (answer?: ShareAnswer) => void;
}

export const ShareDialog = ({ ground, whole, options, known, first, newId, close }: ShareDialogProps) => {
  const [wishes, setWishes] = useState(first);
  const [recipients, setRecipients] = useState(known);
  const [tried, setTried] = useState(false);
  const recipient = recipients.find(({ id }) => id === wishes.recipientId) ?? null;
  const given = recipient?.has[ground.open.id];
  const shownWishes: ShareWishes =
    wishes.part === 'since' && whyNotSince(given, wishes) ? { ...wishes, part: 'case' } : wishes;
  const { preview, isWorking } = usePreview(shownWishes, { ...ground, since: given?.seq ?? null }, whole);
  const missing = missingOf(shownWishes, ground.excerptIds);
  const nothing = preview === 'nothing';
  const change = (patch: Partial<ShareWishes>): void => setWishes((now) => ({ ...now, ...patch }));
  const choose = (id: string | null): void => {
    const one = recipients.find((other) => other.id === id);
    change({
      recipientId: id,
      ...(one ? limitsOf(one) : {}),
      ...(one && one.key !== '' ? { lock: 'key' as const } : {}),
    });
  };
  const create = (name: string): void => {
    const made: Recipient = {
      ...NEW_RECIPIENT,
      ...limitsOf({ ...NEW_RECIPIENT, ...wishes }),
      id: newId(),
      name,
      has: {},
    };
    setRecipients((all) => [...all, made]);
    change({ recipientId: made.id });
  };
  const submit = (): void => {
    setTried(true);
    if (missing || nothing) return;
    close({ wishes: shownWishes, recipient: recipient && { ...recipient, ...limitsOf({ ...recipient, ...wishes }) } });
  };
  const shown = preview === 'nothing' ? null : preview;
  return (
    <Dialog
      isOpen
      title="Share"
      size="wide"
      onClose={() => close()}
      onSubmit={submit}
      actions={
        <>
          {shown && (
            <span className={styles.label}>
              It leaves as <BoxChip colour={MARKING_INK[shown.marking]}>{shown.marking}</BoxChip>
            </span>
          )}
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={nothing}>
            Write the bundle…
          </Button>
        </>
      }
    >
      <div className={styles.room}>
        <ShareChoices
          wishes={shownWishes}
          options={{
            ...options,
            given,
            lastGiven: given ? `Given everything on ${momentWords(given.at)}` : null,
          }}
          recipients={recipients}
          missing={tried ? missing : null}
          onChange={change}
          onRecipient={choose}
          onNewRecipient={create}
        />
        <SharePreviewPane
          preview={shown}
          empty={
            nothing ? 'Nothing is new for them since the last bundle.' : missing?.at === 'part' ? missing.words : null
          }
          isWorking={isWorking}
          isRedacted={isRedacted(shownWishes)}
        />
      </div>
    </Dialog>
  );
};

const CHOOSE: Readonly<Partial<Record<ShareWishes['part'], string>>> = {
  documents: 'Choose the documents that are to go.',
  tag: 'Choose the tag whose excerpts are to go.',
  briefing: 'Choose the briefing that is to go.',
  excerpts: 'No excerpt is selected.',
};

function missingOf(wishes: ShareWishes, excerptIds: readonly string[]): Missing | null {
  if (wishes.part !== 'since' && !choiceOf(wishes, excerptIds)) return { at: 'part', words: CHOOSE[wishes.part] ?? '' };
  if (wishes.lock === 'passphrase' && wishes.passphrase === '')
    return { at: 'passphrase', words: 'Type the passphrase that is to open it.' };
  if (wishes.lock === 'key' && !isRecipient(wishes.key.trim()))
    return { at: 'key', words: 'A public key of age begins with age1 and is 62 letters long. Ask them for theirs.' };
  return null;
}

/** What would go, worked out beside the page; the last of it stands until a new choice is. */
function usePreview(
  wishes: ShareWishes,
  ground: ShareGround,
  whole: () => Promise<BundleContents>,
): { preview: SharePreview | 'nothing' | null; isWorking: boolean } {
  const { part, documentIds, tagId, briefingId, ceiling, pseudonyms, privateNotes, originals } = wishes;
  const asked = JSON.stringify([
    part,
    documentIds,
    tagId,
    briefingId,
    ceiling,
    pseudonyms,
    privateNotes,
    originals,
    ground.since,
  ]);
  const [made, setMade] = useState<{ asked: string; preview: SharePreview | 'nothing' | null } | null>(null);
  const newest = useRef('');
  const question = useMemo(() => ({ wishes, ground }), [asked]); // oxlint-disable-line react-hooks/exhaustive-deps
  useEffect(() => {
    newest.current = asked;
    const stop = new AbortController();
    void contentsFor(question.wishes, question.ground, whole, { signal: stop.signal })
      .then((contents) => {
        if (newest.current !== asked) return;
        const none = question.wishes.part === 'since' ? ('nothing' as const) : null;
        setMade({ asked, preview: contents ? previewOf(contents) : none });
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) throw error;
      });
    return () => stop.abort();
  }, [asked, question, whole]);
  return { preview: made?.preview ?? null, isWorking: made?.asked !== asked };
}
