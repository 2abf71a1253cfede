/** Where selected words lead: an address of the web, or a record of the case found by its words. */
import { useState } from 'react';
import { isLinkTarget } from '@shared/briefing/bodyMarks';
import type { App } from '../../app/context';
import { useSearch } from '../../search/hooks';
import type { SearchHit } from '../../search/searchHits';
import { Button, Dialog, TextField } from '../../ui';
import styles from './link.module.css';

/** Null takes the link away. */
export type LinkAnswer = { readonly href: string | null; readonly words: string };

const KINDS = {
  documents: 'Document',
  excerpts: 'Excerpt',
  tags: 'Tag',
  sources: 'Source',
  briefings: 'Briefing',
} as const;
type Linkable = keyof typeof KINDS;
const isLinkable = (hit: SearchHit): hit is SearchHit & { table: Linkable } => hit.table in KINDS;

const nameOf = (hit: SearchHit): string => (hit.table === 'excerpts' ? (hit.passage?.text ?? hit.title) : hit.title);

/** What is typed as an address: a name with a dot in it is one of the web. */
export function addressOf(typed: string): string | null {
  const text: string = typed.trim();
  const isTarget: boolean = isLinkTarget(text);
  if (isTarget) return text;
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u.test(text)) return `mailto:${text}`;
  const web = `https://${text}`;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(text) && isLinkTarget(web) ? web : null;
}

interface LinkFormProps {
  readonly href: string;
  readonly hasLink: boolean;
  readonly close: (answer?: LinkAnswer) => void;
}

const LinkForm = ({ href, hasLink, close }: LinkFormProps) => {
  const [typed, setTyped] = useState(href);
  const [tried, setTried] = useState(false);
  const address = addressOf(typed);
  const { value } = useSearch(address === null ? typed : '', 4);
  const hits = address === null && typed.trim() !== '' ? (value ?? []).filter(isLinkable) : [];
  const choose = (hit: SearchHit): void => close({ href: `collate:${hit.table}/${hit.id}`, words: nameOf(hit) });
  const submit = (): void => {
    setTried(true);
    if (address !== null) close({ href: address, words: typed.trim() });
    else if (hits[0]) choose(hits[0]);
  };
  return (
    <Dialog
      isOpen
      title="Link"
      onClose={() => close()}
      onSubmit={submit}
      actions={
        <>
          {hasLink && (
            <Button variant="danger" onPress={() => close({ href: null, words: '' })}>
              Take the link away
            </Button>
          )}
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            Link
          </Button>
        </>
      }
    >
      <TextField
        label="Web address, or words of a record of this case"
        value={typed}
        onChange={setTyped}
        maxLength={2_000}
        autoFocus
        hint="The program never opens an address of the web; it stands in what is exported."
        error={
          tried && address === null && hits.length === 0
            ? 'No record has these words, and they are no address.'
            : undefined
        }
      />
      {hits.length > 0 && (
        <ul className={styles.hits} aria-label="Records">
          {hits.map((hit) => (
            <li key={`${hit.table} ${hit.id}`}>
              <button type="button" onClick={() => choose(hit)}>
                <span className={styles.name}>{nameOf(hit)}</span>
                <span className={styles.kind}>{KINDS[hit.table]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
};

/** Resolves with the address, undefined when the dialog is dismissed. */
export const askForLink = (app: Pick<App, 'ask'>, href: string): Promise<LinkAnswer | undefined> =>
  app.ask<LinkAnswer>((close) => <LinkForm href={href} hasLink={href !== ''} close={close} />);
