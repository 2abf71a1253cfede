/** The filter of a list of excerpts as chips that come and go: pure, so that the bar only draws. */
import { dateWords } from '@shared/model/eventDate';
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from '@shared/model/grading';
import type { Document } from '@shared/model/document';
import type { Source } from '@shared/model/source';
import type { Tag } from '@shared/model/tag';
import { isEmptyFilter } from '@shared/query/filter';
import type { Filter } from '@shared/query/filter';

/** Parts of a filter that hold several values. */
export type ListPart =
  | 'tagIds'
  | 'withoutTagIds'
  | 'documentIds'
  | 'sourceIds'
  | 'reliabilities'
  | 'credibilities'
  | 'markings';
type ValueOf<Part extends ListPart> = NonNullable<Filter[Part]>[number];

export const HAS_PARTS = ['hasNote', 'hasTags', 'hasLinks', 'hasDate', 'hasGrade'] as const;
export type HasPart = (typeof HAS_PARTS)[number];

export const HAS_WORDS: Readonly<Record<HasPart, readonly [with_: string, without: string]>> = {
  hasNote: ['with a note', 'without a note'],
  hasTags: ['with tags', 'without tags'],
  hasLinks: ['with links', 'without links'],
  hasDate: ['with an event date', 'without an event date'],
  hasGrade: ['with a credibility', 'without a credibility'],
};

/** The filter without parts that say nothing, so that equal filters are equal as JSON. */
function tidy(filter: Filter): Filter {
  const parts = Object.entries(filter).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  const kept = Object.fromEntries(parts) as { -readonly [Part in keyof Filter]: Filter[Part] };
  if ((kept.tagIds?.length ?? 0) < 2) delete kept.tagMode;
  return kept;
}

/** The filter with parts set; undefined takes a part away. */
export const withParts = (filter: Filter, parts: Filter): Filter => tidy({ ...filter, ...parts });

/** Adds a value to a part, or takes it away where it is there. */
export function toggled<Part extends ListPart>(filter: Filter, part: Part, value: ValueOf<Part>): Filter {
  const values = (filter[part] ?? []) as readonly ValueOf<Part>[];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return tidy({ ...filter, [part]: next });
}

/** Names of what a filter holds by id. */
export interface FilterNames {
  tag(id: string): Pick<Tag, 'name' | 'hue'> | undefined;
  document(id: string): Pick<Document, 'title'> | undefined;
  source(id: string): Pick<Source, 'name'> | undefined;
}

export interface FilterChip {
  readonly key: string;
  readonly label: string;
  readonly hue: number | null;
  /** The filter once the chip is taken away. */
  readonly without: Filter;
}

const GONE = '(deleted)';

function dateLabel({ dateFrom, dateTo }: Filter): string {
  if (dateFrom && dateTo) return `${dateWords(dateFrom)} – ${dateWords(dateTo)}`;
  return dateFrom ? `from ${dateWords(dateFrom)}` : `until ${dateWords(dateTo!)}`;
}

/** A chip for each value of the filter; the text has its own field and no chip. */
export function chipsOf(filter: Filter, names: FilterNames): FilterChip[] {
  const chips: FilterChip[] = [];
  const listed = <Part extends ListPart>(
    part: Part,
    label: (value: ValueOf<Part>) => string,
    hue: (value: ValueOf<Part>) => number | null = () => null,
  ): void => {
    for (const value of (filter[part] ?? []) as readonly ValueOf<Part>[])
      chips.push({
        key: `${part} ${value}`,
        label: label(value),
        hue: hue(value),
        without: toggled(filter, part, value),
      });
  };
  const tagHue = (id: string): number | null => names.tag(id)?.hue ?? null;
  listed('tagIds', (id) => names.tag(id)?.name ?? GONE, tagHue);
  listed('withoutTagIds', (id) => `not ${names.tag(id)?.name ?? GONE}`, tagHue);
  listed('sourceIds', (id) => (id === '' ? 'no source' : (names.source(id)?.name ?? GONE)));
  listed('documentIds', (id) => names.document(id)?.title ?? GONE);
  listed('reliabilities', (one) => (one ? `${one} ${RELIABILITY_WORDS[one].toLowerCase()}` : 'source not graded'));
  listed('credibilities', (one) => (one ? `${one} ${CREDIBILITY_WORDS[one].toLowerCase()}` : 'credibility not given'));
  listed('markings', (one) => one);
  if (filter.dateFrom || filter.dateTo)
    chips.push({
      key: 'date',
      label: dateLabel(filter),
      hue: null,
      without: withParts(filter, { dateFrom: undefined, dateTo: undefined }),
    });
  for (const part of HAS_PARTS) {
    const value = filter[part];
    if (value === undefined) continue;
    const label = HAS_WORDS[part][value ? 0 : 1];
    chips.push({ key: part, label, hue: null, without: withParts(filter, { [part]: undefined }) });
  }
  return chips;
}

/** What was looked for, in words: for the place where nothing was found. */
export function filterWords(filter: Filter, names: FilterNames): string {
  const words = filter.text?.trim() ? [`“${filter.text.trim()}”`] : [];
  return [...words, ...chipsOf(filter, names).map((chip) => chip.label)].join(', ');
}

export { isEmptyFilter };
