/** One source: its name, kind, aliases, where it takes its information from, and how reliable it is held to be. */
import { useMemo, useState } from 'react';
import { Highlighter, Trash2 } from 'lucide-react';
import { refusalSentence } from '@shared/messages';
import { originChain } from '@shared/model/source';
import type { Source } from '@shared/model/source';
import type { Outcome } from '../../app/context';
import { useApp } from '../../app/context';
import { useDraft } from '../../app/useDraft';
import { useCase } from '../../store/hooks';
import { Banner, Button, ComboBox, Select, TextArea, TextField, TokenField } from '../../ui';
import { Gradings } from './Gradings';
import { KIND_OPTIONS } from './kinds';
import styles from './sources.module.css';

export interface SourceDetailsProps {
  readonly source: Source;
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: number;
  readonly excerpts: number;
  readonly onGo: (id: string) => void;
}

const sentence = (outcome: Outcome): string | undefined =>
  outcome.ok ? undefined : refusalSentence(outcome.reason, outcome.detail);

export function SourceDetails({ source, sources, documents, excerpts, onGo }: SourceDetailsProps) {
  const app = useApp();
  const open = useCase();
  const [refused, setRefused] = useState<{ at: 'name' | 'origin' | 'delete'; words: string | undefined } | null>(null);
  const save = async (at: 'name' | 'origin', patch: Partial<Source>, fold?: string): Promise<void> => {
    const outcome = await app.run(
      'source.update',
      { id: source.id, patch },
      { refusal: 'return', ...(fold === undefined ? {} : { fold }) },
    );
    setRefused({ at, words: sentence(outcome) });
  };
  const name = useDraft(source.name, (value) => save('name', { name: value }, `source name ${source.id}`));
  const description = useDraft(source.description, (value) =>
    save('name', { description: value }, `source description ${source.id}`),
  );
  const chain = originChain(source, (id) => sources.get(id));
  const others = useMemo(
    () =>
      [...sources.values()]
        .filter(({ id }) => id !== source.id)
        .map((one) => ({ id: one.id, label: one.name, also: one.aliases, detail: one.kind }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [sources, source.id],
  );
  const errorAt = (at: 'name' | 'origin' | 'delete'): string | undefined =>
    refused?.at === at ? refused.words : undefined;
  return (
    <div className={styles.details}>
      <header>
        <h2 className={styles.name}>{source.name}</h2>
        <p className={styles.note}>
          Publishes {documents.toLocaleString()} {documents === 1 ? 'document' : 'documents'}; says{' '}
          {excerpts.toLocaleString()} {excerpts === 1 ? 'excerpt' : 'excerpts'}
        </p>
      </header>
      <div className={styles.actions}>
        <Button
          icon={Highlighter}
          onPress={() => app.navigate({ view: 'excerpts', caseId: open.id, sourceId: source.id })}
        >
          Show excerpts
        </Button>
        <Button
          icon={Trash2}
          onPress={() =>
            void app
              .run('source.delete', { id: source.id }, { refusal: 'return' })
              .then((outcome) => setRefused({ at: 'delete', words: sentence(outcome) }))
          }
        >
          Delete
        </Button>
      </div>
      {errorAt('delete') !== undefined && (
        <Banner tone="warning" isLive>
          {errorAt('delete')}
        </Banner>
      )}
      <div className={styles.form}>
        <TextField label="Name" {...name} error={errorAt('name')} />
        <Select
          label="Kind"
          items={KIND_OPTIONS}
          value={source.kind}
          onChange={(kind) => void save('name', { kind })}
        />
        <TokenField
          label="Aliases"
          hint="Other names and spellings."
          placeholder="Add a name"
          items={[]}
          value={source.aliases}
          onChange={(aliases) => void save('name', { aliases: [...aliases] })}
          onCreate={(alias) => void save('name', { aliases: [...source.aliases, alias] })}
        />
        <ComboBox
          label="Takes its information from"
          placeholder="Type to find a source"
          items={others}
          value={source.originId}
          onChange={(originId) => void save('origin', { originId })}
          error={errorAt('origin')}
          hint="Two outlets that repeat one agency are one source."
        />
        {chain.length > 1 && (
          <ol className={styles.chain} aria-label="Where the information comes from">
            {chain.map((step, index) => (
              <li key={step.id}>
                {index > 0 && <span aria-hidden> ← </span>}
                {index === 0 ? (
                  step.name
                ) : (
                  <button type="button" className={styles.step} onClick={() => onGo(step.id)}>
                    {step.name}
                  </button>
                )}
              </li>
            ))}
          </ol>
        )}
        <TextArea label="Description" rows={3} {...description} />
      </div>
      <Gradings source={source} />
    </div>
  );
}
