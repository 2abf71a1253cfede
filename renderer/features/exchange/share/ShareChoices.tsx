/** The left side: for whom, what, how much of it, and how it is locked. */
import { LANGUAGE_NAMES, PAGE_LANGUAGES } from '@shared/bundle/pageWords';
import { whyNotSince } from '@shared/bundle/share/given';
import type { Given, Recipient } from '@shared/bundle/share/recipient';
import { ComboBox, RadioGroup, Select, Switch, TextField, TokenField } from '../../../ui';
import type { Option } from '../../../ui';
import { CEILINGS } from '../ceilings';
import { PassphraseField } from './PassphraseField';
import type { LockKind, Missing, SharePart, ShareWishes } from './wishes';
import styles from './share.module.css';

export interface ShareOptions {
  readonly documents: readonly Option[];
  readonly tags: readonly Option[];
  readonly briefings: readonly Option[];
  readonly excerptCount: number;
  /** What the chosen recipient was given last; undefined where that is not known. */
  readonly given: Given | undefined;
  /** When the chosen recipient was last given everything, in words; null where they were not. */
  readonly lastGiven: string | null;
  readonly fingerprint: string | null;
}

interface ShareChoicesProps {
  readonly wishes: ShareWishes;
  readonly options: ShareOptions;
  readonly recipients: readonly Recipient[];
  readonly missing: Missing | null;
  readonly onChange: (patch: Partial<ShareWishes>) => void;
  readonly onRecipient: (id: string | null) => void;
  readonly onNewRecipient: (name: string) => void;
}

const LOCKS: readonly { id: LockKind; label: string; detail: string }[] = [
  { id: 'none', label: 'Open', detail: 'Whoever has the file can read it' },
  { id: 'passphrase', label: 'With a passphrase', detail: 'An age file: the age program opens it too' },
  { id: 'key', label: 'For their key', detail: 'Only whoever holds the secret key can read it' },
];

const LANGUAGES = PAGE_LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }));

const WHY_NOT = {
  redacted: 'Not for a redacted copy: it goes whole each time',
  'nothing-given': 'They have not been given the whole case yet',
  originals: 'They were given the case without its original files',
} as const;

function sinceOf(given: Given | undefined, lastGiven: string | null, wishes: ShareWishes) {
  const why = whyNotSince(given, wishes);
  return { detail: why ? WHY_NOT[why] : (lastGiven ?? ''), isDisabled: why !== null };
}

const partsOf = (
  { excerptCount, given, lastGiven }: ShareOptions,
  wishes: ShareWishes,
): { id: SharePart; label: string; detail: string; isDisabled?: boolean }[] => [
  { id: 'case', label: 'The whole case', detail: 'Deletions too, so that copies stay in step' },
  ...(wishes.recipientId === null
    ? []
    : [
        {
          id: 'since' as const,
          label: 'Everything since the last bundle',
          ...sinceOf(given, lastGiven, wishes),
        },
      ]),
  { id: 'documents', label: 'Some documents', detail: 'With their excerpts' },
  { id: 'tag', label: 'A tag', detail: 'Every excerpt that carries it or one under it' },
  { id: 'briefing', label: 'A briefing', detail: 'With exactly what it cites' },
  ...(excerptCount > 0
    ? [
        {
          id: 'excerpts' as const,
          label: excerptCount === 1 ? 'The selected excerpt' : `The ${excerptCount} selected excerpts`,
          detail: 'With their documents',
        },
      ]
    : []),
];

export const ShareChoices = (props: ShareChoicesProps) => {
  const { wishes, options, recipients, missing, onChange, onRecipient, onNewRecipient } = props;
  const errorAt = (at: Missing['at']): string | undefined => (missing?.at === at ? missing.words : undefined);
  return (
    <div className={styles.choices}>
      <ComboBox
        label="For"
        items={recipients.map(({ id, name, ceiling }) => ({
          id,
          label: name,
          detail: ceiling ? `up to ${ceiling}` : 'all of it',
        }))}
        value={wishes.recipientId}
        onChange={onRecipient}
        onCreate={onNewRecipient}
        placeholder="Nobody in particular"
        hint="What you choose for somebody is remembered with their name."
      />
      <RadioGroup
        label="What"
        items={partsOf(options, wishes)}
        value={wishes.part}
        onChange={(part) => onChange({ part })}
        error={errorAt('part')}
      />
      {wishes.part === 'documents' && (
        <TokenField
          label="Documents"
          items={options.documents}
          value={wishes.documentIds}
          onChange={(documentIds) => onChange({ documentIds })}
        />
      )}
      {wishes.part === 'tag' && (
        <ComboBox label="Tag" items={options.tags} value={wishes.tagId} onChange={(tagId) => onChange({ tagId })} />
      )}
      {wishes.part === 'briefing' && (
        <ComboBox
          label="Briefing"
          items={options.briefings}
          value={wishes.briefingId}
          onChange={(briefingId) => onChange({ briefingId })}
        />
      )}
      <Select
        label="How much of it"
        items={CEILINGS}
        value={wishes.ceiling ?? 'all'}
        onChange={(id) => onChange({ ceiling: id === 'all' ? null : id })}
      />
      <Select
        label="Language of the page to read"
        items={LANGUAGES}
        value={wishes.language}
        onChange={(language) => onChange({ language })}
        hint="For whoever opens the bundle without Collate. The words of the case stay as they are."
      />
      <div role="group" aria-label="What goes along" className={styles.switches}>
        <Switch
          isSelected={wishes.originals}
          onChange={(originals) => onChange({ originals })}
          detail="The imported files themselves"
        >
          Original files
        </Switch>
        <Switch
          isSelected={wishes.privateNotes}
          onChange={(privateNotes) => onChange({ privateNotes })}
          detail="On excerpts and documents"
        >
          Notes
        </Switch>
        <Switch
          isSelected={wishes.pseudonyms}
          onChange={(pseudonyms) => onChange({ pseudonyms })}
          detail="Of tags marked “withhold”, and of analysts"
        >
          Letters instead of names
        </Switch>
      </div>
      <RadioGroup label="Lock" items={LOCKS} value={wishes.lock} onChange={(lock) => onChange({ lock })} />
      {wishes.lock === 'passphrase' && (
        <PassphraseField
          value={wishes.passphrase}
          onChange={(passphrase) => onChange({ passphrase })}
          error={errorAt('passphrase')}
        />
      )}
      {wishes.lock === 'key' && (
        <TextField
          label="Their public key"
          value={wishes.key}
          onChange={(key) => onChange({ key })}
          placeholder="age1…"
          error={errorAt('key')}
        />
      )}
      <Switch
        isSelected={wishes.sign}
        onChange={(sign) => onChange({ sign })}
        detail={options.fingerprint ? `Your key: ${options.fingerprint}` : 'With a key that is made now'}
      >
        Signed by you
      </Switch>
    </div>
  );
};
