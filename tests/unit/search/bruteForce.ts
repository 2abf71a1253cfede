// What the index must answer, said the slow and plain way.
import { dayRange } from '@shared/model/eventDate';
import { effectiveMarking } from '@shared/model/marking';
import { isAlive } from '@shared/model/record';
import { reliabilityOf } from '@shared/model/source';
import { withDescendants } from '@shared/model/tag';
import type { RowOf } from '@shared/model/tables';
import type { Filter } from '@shared/query/filter';
import { parseQuery } from '@shared/query/parse';
import type { Sequence } from '@shared/query/query';
import { readDays } from '@shared/query/values';
import { wordsOf } from '@shared/text/tokens';
import { newest } from './rows';
import type { Change } from './rows';

type Excerpt = RowOf<'excerpts'>;

function stands(fields: readonly string[][], { words, prefix }: Sequence): boolean {
  const last = words.length - 1;
  return fields.some((field) =>
    field.some((_, at) =>
      words.every((word, k) => {
        const here = field[at + k];
        return here === word || (prefix && k === last && (here?.startsWith(word) ?? false));
      }),
    ),
  );
}

/** The living excerpts, and what each is in the light of its document and source. */
export function truthOf(changes: readonly Change[]) {
  const documents = new Map(newest(changes, 'documents').map((row) => [row.id, row]));
  const sources = new Map(newest(changes, 'sources').map((row) => [row.id, row]));
  const tags = newest(changes, 'tags');
  const links = newest(changes, 'links').filter(isAlive);
  const excerpts = newest(changes, 'excerpts').filter(isAlive);
  const sourceOf = (row: Excerpt): string | null => row.sourceId ?? documents.get(row.documentId)?.sourceId ?? null;
  const look = {
    sourceOf,
    markingOf: (row: Excerpt) => effectiveMarking(row.marking, documents.get(row.documentId)!.marking),
    reliabilityOf: (row: Excerpt) => reliabilityOf(sources.get(sourceOf(row) ?? '')),
    titleOf: (row: Excerpt) => documents.get(row.documentId)!.title,
    degreeOf: (row: Excerpt) =>
      links.reduce((sum, { fromId, toId }) => sum + Number(fromId === row.id) + Number(toId === row.id), 0),
  };

  function passes(row: Excerpt, filter: Filter): boolean {
    const query = parseQuery(filter.text ?? '');
    const fields = [wordsOf(row.quote), wordsOf(row.note)];
    const within = (id: string): boolean => row.tags.some((own) => withDescendants(id, tags).has(own));
    const from = filter.dateFrom ? readDays(filter.dateFrom)!.from : '';
    const to = filter.dateTo ? readDays(filter.dateTo)!.to : '9999-12-31';
    const days = row.eventDate ? dayRange(row.eventDate) : null;
    const wanted = (flag: boolean | undefined, is: boolean): boolean => flag === undefined || flag === is;
    return (
      query.must.every((sequence) => stands(fields, sequence)) &&
      !query.mustNot.some((sequence) => stands(fields, sequence)) &&
      (!filter.documentIds?.length || filter.documentIds.includes(row.documentId)) &&
      (!filter.sourceIds?.length || filter.sourceIds.includes(sourceOf(row) ?? '')) &&
      (!filter.reliabilities?.length || filter.reliabilities.includes(look.reliabilityOf(row))) &&
      (!filter.credibilities?.length || filter.credibilities.includes(row.credibility)) &&
      (!filter.markings?.length || filter.markings.includes(look.markingOf(row))) &&
      (!filter.tagIds?.length ||
        (filter.tagMode === 'any' ? filter.tagIds.some(within) : filter.tagIds.every(within))) &&
      !filter.withoutTagIds?.some(within) &&
      ((!filter.dateFrom && !filter.dateTo) || (days !== null && days.from <= to && days.to >= from)) &&
      wanted(filter.hasNote, row.note.trim() !== '') &&
      wanted(filter.hasTags, row.tags.length > 0) &&
      wanted(filter.hasLinks, look.degreeOf(row) > 0) &&
      wanted(filter.hasDate, row.eventDate !== null) &&
      wanted(filter.hasGrade, row.credibility !== null)
    );
  }

  return { excerpts, tags, look, find: (filter: Filter) => excerpts.filter((row) => passes(row, filter)) };
}
