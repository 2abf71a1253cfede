/** Dialogs on tags: a new one, moving, merging, and deleting with what it will touch. */
import { useState } from 'react';
import { refusalSentence } from '@shared/messages';
import { withDescendants } from '@shared/model/tag';
import type { Tag, TagKind } from '@shared/model/tag';
import { counted } from '@shared/text/counted';
import type { App, Outcome } from '../../app/context';
import type { TagCount } from '../../search/engine/facets';
import { Button, ComboBox, ConfirmDialog, Dialog, Select, TextField } from '../../ui';
import type { Option } from '../../ui';
import { KIND_OPTIONS } from './kinds';
import { pathOf } from './tagTree';
import styles from './tags.module.css';

type Tags = ReadonlyMap<string, Tag>;

const TOP = 'top';

/** Tags to choose from, each with the path to it. */
export function optionsOf(tags: Tags, without: ReadonlySet<string> = new Set()): Option[] {
  return [...tags.values()]
    .filter((tag) => !without.has(tag.id))
    .map((tag) => {
      const path = pathOf(tag, tags).slice(0, -1);
      return {
        id: tag.id,
        label: tag.name,
        hue: tag.hue,
        also: tag.aliases,
        detail: path.length > 0 ? path.join(' › ') : undefined,
      };
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Places a tag can stand at: the top, or below a tag that is not itself or below itself. */
export const placesFor = (id: string | null, tags: Tags): Option[] => [
  { id: TOP, label: 'Top of the tree' },
  ...optionsOf(tags, id === null ? new Set() : withDescendants(id, tags.values())),
];

export const placeId = (parentId: string | null): string => parentId ?? TOP;
export const parentOf = (place: string | null): string | null => (place === TOP ? null : place);

const sentence = (outcome: Outcome): string | undefined =>
  outcome.ok ? undefined : refusalSentence(outcome.reason, outcome.detail);

interface FormProps {
  readonly app: App;
  readonly tags: Tags;
  readonly close: (id?: string) => void;
}

const NewTag = ({ app, tags, parentId, close }: FormProps & { parentId: string | null }) => {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<TagKind>((parentId === null ? null : tags.get(parentId)?.kind) ?? 'topic');
  const [place, setPlace] = useState<string | null>(placeId(parentId));
  const [refused, setRefused] = useState<string | undefined>();
  const make = async (): Promise<void> => {
    const made = await app.run('tag.create', { name, kind, parentId: parentOf(place) }, { refusal: 'return' });
    setRefused(sentence(made));
    if (made.ok && made.value !== null) close(made.value);
  };
  return (
    <Dialog
      isOpen
      title="New tag"
      size="small"
      onClose={() => close()}
      onSubmit={() => void make()}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button type="submit" variant="primary">
            Create
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label="Name" autoFocus value={name} onChange={setName} error={refused} />
        <Select label="Kind" items={KIND_OPTIONS} value={kind} onChange={setKind} />
        <ComboBox label="Below" items={placesFor(null, tags)} value={place} onChange={setPlace} />
      </div>
    </Dialog>
  );
};

/** Asks for a new tag. Resolves with its id; undefined when dismissed. */
export const askForTag = (app: App, tags: Tags, parentId: string | null): Promise<string | undefined> =>
  app.ask<string>((close) => <NewTag app={app} tags={tags} parentId={parentId} close={close} />);

const MoveTag = ({ app, tags, tag, close }: FormProps & { tag: Tag }) => {
  const [place, setPlace] = useState<string | null>(placeId(tag.parentId));
  const [refused, setRefused] = useState<string | undefined>();
  const move = async (): Promise<void> => {
    const moved = await app.run('tag.move', { id: tag.id, parentId: parentOf(place) }, { refusal: 'return' });
    setRefused(sentence(moved));
    if (moved.ok) close(tag.id);
  };
  return (
    <Dialog
      isOpen
      title={`Move “${tag.name}”`}
      size="small"
      onClose={() => close()}
      onSubmit={() => void move()}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={place === null}>
            Move
          </Button>
        </>
      }
    >
      <ComboBox
        label="Below"
        autoFocus
        items={placesFor(tag.id, tags)}
        value={place}
        onChange={setPlace}
        error={refused}
        hint="What is below it moves with it."
      />
    </Dialog>
  );
};

export const askToMove = (app: App, tags: Tags, tag: Tag): Promise<string | undefined> =>
  app.ask<string>((close) => <MoveTag app={app} tags={tags} tag={tag} close={close} />);

const childCount = (tags: Tags, id: string): number => [...tags.values()].filter((tag) => tag.parentId === id).length;

const MergeTag = ({ app, tags, tag, count, close }: FormProps & { tag: Tag; count: TagCount | undefined }) => {
  const [into, setInto] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | undefined>();
  const merge = async (): Promise<void> => {
    if (into === null) return setRefused(refusalSentence('same-tag'));
    const merged = await app.run('tag.merge', { fromId: tag.id, intoId: into }, { refusal: 'return' });
    setRefused(sentence(merged));
    if (merged.ok) close(into);
  };
  const target = into === null ? undefined : tags.get(into);
  const children = childCount(tags, tag.id);
  return (
    <Dialog
      isOpen
      title={`Merge “${tag.name}” into another tag`}
      size="small"
      onClose={() => close()}
      onSubmit={() => void merge()}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={into === null}>
            Merge
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ComboBox
          label="Into"
          autoFocus
          placeholder="Type to find a tag"
          items={optionsOf(tags, new Set([tag.id]))}
          value={into}
          onChange={setInto}
          error={refused}
        />
        <p className={styles.note}>
          {counted(count?.own ?? 0, 'excerpt')}
          {children > 0 && ` and ${counted(children, 'sub-tag')}`} will go over to{' '}
          {target ? `“${target.name}”` : 'the other tag'}. “{tag.name}” and its aliases become its aliases.
        </p>
      </div>
    </Dialog>
  );
};

export const askToMerge = (app: App, tags: Tags, tag: Tag, count: TagCount | undefined): Promise<string | undefined> =>
  app.ask<string>((close) => <MergeTag app={app} tags={tags} tag={tag} count={count} close={close} />);

/** Says what a deletion will touch, and deletes. Resolves with true when the tag went. */
export async function askToDelete(app: App, tags: Tags, tag: Tag, count: TagCount | undefined): Promise<boolean> {
  const children = childCount(tags, tag.id);
  const own = count?.own ?? 0;
  const parent = tag.parentId === null ? undefined : tags.get(tag.parentId);
  const sure = await app.ask<boolean>((close) => (
    <ConfirmDialog
      isOpen
      title={`Delete the tag “${tag.name}”?`}
      confirmLabel="Delete the tag"
      isDanger
      onConfirm={() => close(true)}
      onClose={() => close()}
    >
      <ul className={styles.touched}>
        <li>{own === 0 ? 'No excerpt has it.' : `It comes off ${counted(own, 'excerpt')}; the excerpts stay.`}</li>
        <li>
          {children === 0
            ? 'No tag stands below it.'
            : `${counted(children, 'sub-tag')} will stand ${parent ? `below “${parent.name}”` : 'at the top of the tree'}.`}
        </li>
        <li>Undo brings it back as it was.</li>
      </ul>
    </ConfirmDialog>
  ));
  return sure === true && (await app.run('tag.delete', { id: tag.id })).ok;
}
