/** One tag: its name, kind, place, colour, aliases and description to change, and its latest excerpts. */
import { useEffect, useMemo, useState } from 'react';
import type { Ref } from 'react';
import { Combine, FolderInput, Highlighter, Plus, Trash2 } from 'lucide-react';
import { refusalSentence } from '@shared/messages';
import type { Tag } from '@shared/model/tag';
import type { Sort } from '@shared/query/filter';
import { useApp } from '../../app/context';
import { hashOf } from '../../app/route';
import { useDraft } from '../../app/useDraft';
import type { TagCount } from '../../search/engine/facets';
import { useExcerptIds } from '../../search/useExcerptIds';
import { useCase, useRows } from '../../store/hooks';
import { Button, Checkbox, ComboBox, Select, TextArea, TextField, TokenField } from '../../ui';
import { ExcerptCard, useNames } from '../excerpts';
import { HUE_OPTIONS, KIND_OPTIONS } from './kinds';
import { parentOf, placeId, placesFor } from './TagDialogs';
import { pathOf } from './tagTree';
import styles from './tags.module.css';

const LATEST: Sort = { column: 'changed', direction: 'descending' };
const SHOWN = 5;

export interface TagActions {
  readonly addBelow: (tag: Tag) => void;
  readonly move: (tag: Tag) => void;
  readonly merge: (tag: Tag) => void;
  readonly remove: (tag: Tag) => void;
  readonly show: (tag: Tag) => void;
}

export interface TagDetailsProps {
  readonly tag: Tag;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly count: TagCount | undefined;
  readonly actions: TagActions;
  readonly nameRef: Ref<HTMLInputElement>;
}

const LatestExcerpts = ({ tag, count }: { tag: Tag; count: TagCount | undefined }) => {
  const app = useApp();
  const open = useCase();
  const names = useNames();
  const list = useExcerptIds({ tagIds: [tag.id] }, LATEST);
  const shown = Math.min(SHOWN, list.total);
  useEffect(() => list.show(0, SHOWN));
  const key = Array.from({ length: shown }, (_, at) => list.idAt(at) ?? '').join(' ');
  const ids = useMemo(() => key.split(' ').filter(Boolean), [key]);
  const rows = useRows('excerpts', ids);
  const total = count?.below ?? list.total;
  return (
    <section className={styles.latest} aria-labelledby="tag-excerpts">
      <h3 id="tag-excerpts" className={styles.sectionTitle}>
        Excerpts
      </h3>
      {total === 0 ? (
        <p className={styles.note}>No excerpt has this tag yet. Select one and press T.</p>
      ) : (
        <>
          <ul className={styles.cards}>
            {rows?.map(
              (excerpt) =>
                excerpt && (
                  <li key={excerpt.id}>
                    <ExcerptCard
                      excerpt={excerpt}
                      names={names}
                      size="compact"
                      onOpen={() => void app.run('excerpt.show', { id: excerpt.id })}
                    />
                  </li>
                ),
            )}
          </ul>
          <a className={styles.all} href={hashOf({ view: 'excerpts', caseId: open.id, tagId: tag.id })}>
            {total > shown ? `Latest ${shown} of ${total.toLocaleString()}: show all` : 'Show in the list of excerpts'}
          </a>
        </>
      )}
    </section>
  );
};

export function TagDetails({ tag, tags, count, actions, nameRef }: TagDetailsProps) {
  const app = useApp();
  const [refused, setRefused] = useState<string | undefined>();
  const save = async (patch: Partial<Tag>, fold?: string): Promise<void> => {
    const outcome = await app.run(
      'tag.update',
      { id: tag.id, patch },
      { refusal: 'return', ...(fold === undefined ? {} : { fold }) },
    );
    setRefused(outcome.ok ? undefined : refusalSentence(outcome.reason, outcome.detail));
  };
  const name = useDraft(tag.name, (value) => save({ name: value }, `tag name ${tag.id}`));
  const description = useDraft(tag.description, (value) => save({ description: value }, `tag description ${tag.id}`));
  const path = pathOf(tag, tags).slice(0, -1);
  const places = useMemo(() => placesFor(tag.id, tags), [tag.id, tags]);
  const [own, below] = [count?.own ?? 0, count?.below ?? 0];
  return (
    <div className={styles.details}>
      <header>
        <p className={styles.path}>{path.length > 0 ? `${path.join(' › ')} ›` : 'At the top of the tree'}</p>
        <h2 className={styles.name}>{tag.name}</h2>
        <p className={styles.note}>
          {own.toLocaleString()} {own === 1 ? 'excerpt' : 'excerpts'}
          {below > own ? `, ${below.toLocaleString()} with what is below it` : ''}
        </p>
      </header>
      <div className={styles.actions}>
        <Button icon={Highlighter} onPress={() => actions.show(tag)}>
          Show excerpts
        </Button>
        <Button icon={Plus} onPress={() => actions.addBelow(tag)}>
          Sub-tag…
        </Button>
        <Button icon={FolderInput} onPress={() => actions.move(tag)}>
          Move…
        </Button>
        <Button icon={Combine} onPress={() => actions.merge(tag)}>
          Merge…
        </Button>
        <Button icon={Trash2} onPress={() => actions.remove(tag)}>
          Delete…
        </Button>
      </div>
      <div className={styles.form}>
        <TextField label="Name" {...name} inputRef={nameRef} error={refused} />
        <div className={styles.pair}>
          <Select label="Kind" items={KIND_OPTIONS} value={tag.kind} onChange={(kind) => void save({ kind })} />
          <Select
            label="Colour"
            items={HUE_OPTIONS}
            value={String(tag.hue)}
            onChange={(hue) => void save({ hue: Number(hue) })}
          />
        </div>
        <ComboBox
          label="Below"
          items={places}
          value={placeId(tag.parentId)}
          onChange={(place) => {
            if (place !== null) void app.run('tag.move', { id: tag.id, parentId: parentOf(place) });
          }}
        />
        <TokenField
          label="Aliases"
          hint="Other names and spellings; the tag is found by them too."
          placeholder="Add a name"
          items={[]}
          value={tag.aliases}
          onChange={(aliases) => void save({ aliases: [...aliases] })}
          onCreate={(alias) => void save({ aliases: [...tag.aliases, alias] })}
        />
        <TextArea label="Description" rows={3} {...description} />
        <Checkbox
          isSelected={tag.withhold}
          onChange={(withhold) => void save({ withhold })}
          detail="The name and its aliases must not leave the case. The check of a briefing finds them in its text; nothing is removed here."
        >
          Withhold this name
        </Checkbox>
      </div>
      <LatestExcerpts tag={tag} count={count} />
    </div>
  );
}
