/** Records, fields and values as words: for the review of a merge and for what merges set aside. */
import { wordsOf } from '@shared/briefing/bodySchema';
import type { BodyNode } from '@shared/model/briefing';
import { figureWords } from '@shared/model/figure';
import type { Figure } from '@shared/model/figure';
import type { AnyRow, TableName } from '@shared/model/tables';
import { withoutMarkers } from '@shared/text/markers';
import { capital } from '@shared/text/capital';

const TABLE_WORDS: Readonly<Record<TableName, string>> = {
  analysts: 'Analyst',
  briefings: 'Briefing',
  briefingVersions: 'Version of a briefing',
  cases: 'Case',
  comments: 'Comment',
  conflicts: 'Value set aside',
  documents: 'Document',
  excerpts: 'Excerpt',
  hypotheses: 'Hypothesis',
  judgements: 'Judgement',
  layouts: 'Layout of a text',
  links: 'Link',
  sources: 'Source',
  tags: 'Tag',
};

/** What a record of this table is called. */
export const tableWord = (table: TableName): string => TABLE_WORDS[table] ?? table;

const FIELD_WORDS: Readonly<Record<string, string>> = {
  csl: 'Bibliography',
  sourceId: 'Source',
  originId: 'Takes from',
  parentId: 'Under',
  horizonDays: 'Age limit, days',
  documentId: 'Document',
  textId: 'Text',
  threadId: 'Answers',
  briefingId: 'Briefing',
  earlierId: 'Goes on from',
  fromId: 'From',
  toId: 'To',
  withhold: 'Must not leave the case',
  body: 'Text',
};

/** `eventDate` as "Event date". */
export function fieldWord(field: string): string {
  const known = FIELD_WORDS[field];
  if (known) return known;
  return capital(field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
}

/** Fields that say nothing to a person beside the others. */
export const UNSPOKEN: ReadonlySet<string> = new Set([
  'textId',
  'prefix',
  'suffix',
  'start',
  'end',
  'actor',
  'fromTable',
  'toTable',
  'originalId',
]);

/** The name of a record by its id; undefined where it is not known. */
export type NameOf = (id: string) => string | undefined;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function ofObject(value: Readonly<Record<string, unknown>>, nameOf: NameOf): string {
  if (value.type === 'doc')
    return ((value.content as BodyNode[] | undefined) ?? []).map(wordsOf).filter(Boolean).join('\n');
  if (typeof value.reliability === 'string') return `${value.reliability} (${String(value.reason)})`;
  if (typeof value.fileName === 'string') return value.fileName || 'pasted text';
  if (typeof value.value === 'string') return value.value;
  if (typeof value.counted === 'string') return figureWords(value as unknown as Figure);
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== '')
    .map(([key, one]) => `${fieldWord(key)}: ${valueWords(one, nameOf)}`)
    .join('; ');
}

/** A value as a person reads it; an empty string where there is nothing. */
export function valueWords(value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString();
  if (typeof value === 'string') return UUID.test(value) ? (nameOf(value) ?? 'a record that is not here') : value;
  if (Array.isArray(value)) return value.map((one) => valueWords(one, nameOf)).join(', ');
  return ofObject(value as Record<string, unknown>, nameOf);
}

/** A record in a line: its name or first words. */
export function recordName(table: TableName, row: AnyRow, nameOf: NameOf): string {
  const fields = row as unknown as Record<string, unknown>;
  const words = (field: string): string => (typeof fields[field] === 'string' ? (fields[field] as string) : '');
  switch (table) {
    case 'excerpts':
      return withoutMarkers(words('quote')).replace(/\s+/g, ' ');
    case 'links':
      return `${nameOf(words('fromId')) ?? '…'} ${words('type')} ${nameOf(words('toId')) ?? '…'}`;
    case 'hypotheses':
      return `${words('code')} ${words('statement')}`;
    case 'judgements':
      return words('statement') || 'A judgement without words yet';
    case 'comments':
      return words('text');
    case 'documents':
    case 'briefings':
      return words('title');
    case 'analysts':
    case 'briefingVersions':
    case 'cases':
    case 'conflicts':
    case 'layouts':
    case 'sources':
    case 'tags':
      return words('name') || words('field') || tableWord(table);
  }
}
