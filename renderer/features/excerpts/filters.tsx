/** The bar above the excerpts: a field in the search language, buttons that add filters, and the filters as chips. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Ref } from 'react';
import { Ban, X } from 'lucide-react';
import type { Filter } from '@shared/query/filter';
import { childrenByParent } from '@shared/model/tag';
import type { Tag } from '@shared/model/tag';
import type { Document } from '@shared/model/document';
import type { Source } from '@shared/model/source';
import { useFacets } from '../../search/hooks';
import { Button, Chip, SearchField, SegmentedControl } from '../../ui';
import type { Option } from '../../ui';
import { DateField, FilterPick, GradeMenu, HasMenu, MarkingMenu, PICK_ICONS, useCounted } from './filtersFields';
import { chipsOf, toggled, withParts } from './filtersModel';
import type { FilterNames } from './filtersModel';
import styles from './filters.module.css';

export interface FiltersProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly names: FilterNames;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Names the list for counts. */
  readonly handle: number | undefined;
  readonly onDown: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** Tags in the order of the tree, each with the path to it. */
export function tagOptions(tags: ReadonlyMap<string, Tag>): Option[] {
  const children = childrenByParent(tags.values());
  const options: Option[] = [];
  const met = new Set<string>();
  const walk = (parent: string | null, path: readonly string[]): void => {
    for (const tag of children.get(parent) ?? []) {
      if (met.has(tag.id)) continue;
      met.add(tag.id);
      options.push({
        id: tag.id,
        label: tag.name,
        hue: tag.hue,
        also: tag.aliases,
        detail: path.length > 0 ? path.join(' › ') : undefined,
      });
      walk(tag.id, [...path, tag.name]);
    }
  };
  walk(null, []);
  return options;
}

export function Filters(props: FiltersProps) {
  const { filter, onChange, names, tags, documents, sources } = props;
  const [open, setOpen] = useState<string | null>(null);
  // Counting a list of a hundred thousand is work: only while somebody looks.
  const facets = useFacets(open === null ? undefined : props.handle);
  const byTag = useMemo(
    () => facets && new Map([...facets.tags].map(([id, count]) => [id, count.below] as const)),
    [facets],
  );
  const tagList = useCounted(
    useMemo(() => tagOptions(tags), [tags]),
    byTag,
  );
  const sourceList = useCounted(
    useMemo(
      () => [...sources.values()].map(({ id, name, aliases }) => ({ id, label: name, also: aliases })),
      [sources],
    ),
    facets?.sources,
  );
  const documentList = useCounted(
    useMemo(() => [...documents.values()].map(({ id, title }) => ({ id, label: title })), [documents]),
    facets?.documents,
  );
  const chips = chipsOf(filter, names);
  // Whoever types draws the field anew and not the seven buttons: they know all of the filter but its text.
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const others = JSON.stringify({ ...filter, text: undefined });
  const change = useCallback((next: Filter) => {
    const now = latest.current;
    now.onChange(withParts(next, { text: now.filter.text }));
  }, []);
  const buttons = useMemo(() => {
    const rest = JSON.parse(others) as Filter;
    const field = { filter: rest, onChange: change };
    const opener = (name: string) => (isOpen: boolean) => setOpen(isOpen ? name : null);
    return (
      <div className={styles.menus}>
        <FilterPick
          label="Tag"
          icon={PICK_ICONS.tag}
          options={tagList}
          hint="With everything below it."
          onOpen={opener('tag')}
          onPick={(id) => {
            if (!rest.tagIds?.includes(id)) change(toggled(rest, 'tagIds', id));
          }}
        />
        <FilterPick
          label="Source"
          icon={PICK_ICONS.source}
          options={sourceList}
          onOpen={opener('source')}
          onPick={(id) => {
            if (!rest.sourceIds?.includes(id)) change(toggled(rest, 'sourceIds', id));
          }}
        />
        <FilterPick
          label="Document"
          icon={PICK_ICONS.document}
          options={documentList}
          onOpen={opener('document')}
          onPick={(id) => {
            if (!rest.documentIds?.includes(id)) change(toggled(rest, 'documentIds', id));
          }}
        />
        <GradeMenu {...field} facets={facets} onOpen={opener('grade')} />
        <MarkingMenu {...field} facets={facets} onOpen={opener('marking')} />
        <DateField {...field} />
        <HasMenu {...field} />
      </div>
    );
  }, [others, change, facets, tagList, sourceList, documentList]);
  return (
    <div className={styles.bar} role="search" aria-label="Filter excerpts">
      <div className={styles.row}>
        <SearchField
          aria-label="Filter by text"
          placeholder='Words, "a phrase", -without, tag:kursk …'
          value={filter.text ?? ''}
          onChange={(text) => onChange(withParts(filter, { text }))}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') props.onDown();
            else event.continuePropagation();
          }}
          inputRef={props.inputRef}
          className={styles.text ?? ''}
        />
      </div>
      {buttons}
      {chips.length > 0 && (
        <div className={styles.row}>
          <ul className={styles.chips} aria-label="Filters in force">
            {chips.map((chip) => (
              <li key={chip.key}>
                <Chip hue={chip.hue} name={chip.label} onRemove={() => onChange(chip.without)}>
                  {chip.key.startsWith('withoutTagIds') && <Ban size={12} aria-hidden />} {chip.label}
                </Chip>
              </li>
            ))}
          </ul>
          {(filter.tagIds?.length ?? 0) > 1 && (
            <SegmentedControl
              aria-label="Tags"
              items={[
                { id: 'all', label: 'All tags' },
                { id: 'any', label: 'Any tag' },
              ]}
              value={filter.tagMode ?? 'all'}
              onChange={(tagMode) => onChange(withParts(filter, { tagMode }))}
            />
          )}
          <Button
            variant="quiet"
            icon={X}
            onPress={() => onChange(filter.text === undefined ? {} : { text: filter.text })}
          >
            Clear filters
          </Button>
        </div>
      )}
    </div>
  );
}
