// docs/bundle-format.md lets a stranger write a reader: its tables of fields are those of the schemas, and every reason
// to refuse stands in it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { BUNDLE_REFUSALS } from '@shared/bundle';
import { FORMAT_VERSION } from '@shared/bundle/limits';
import { CSL_TYPES, cslItemSchema } from '@shared/model/csl';
import { BASE_FIELDS } from '@shared/model/record';
import { MODEL_VERSION, SCHEMAS, SET_FIELDS, TABLES } from '@shared/model/tables';
import { BODY_NODES } from '@shared/briefing/bodySchema';
import { BODY_MARKS, MEANING_MARKS } from '@shared/briefing/bodyMarks';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/bundle-format.md'), 'utf8');

/** The words under a heading, up to the next of any level. */
const under = (heading: string): string => {
  const from = text.indexOf(`\n${heading}\n`);
  if (from < 0) throw new Error(`No heading: ${heading}`);
  return text.slice(from + heading.length + 2).split(/\n#+ /)[0]!;
};

const rowsOf = (section: string): Map<string, string> =>
  new Map([...section.matchAll(/^\| `([^`]+)`\s*\|(.*)\|$/gm)].map(([, name, value]) => [name!, value!]));

it.each(TABLES)('names exactly the fields of %s, and which of them are sets', (table) => {
  const rows = rowsOf(under(`### ${table}`));
  const fields = Object.keys(SCHEMAS[table].shape).filter((name) => !(BASE_FIELDS as readonly string[]).includes(name));
  expect([...rows.keys()].sort()).toEqual(fields.sort());
  const sets = [...rows].filter(([, value]) => value.startsWith(' set (')).map(([name]) => name);
  expect(sets.sort()).toEqual(Object.keys(SET_FIELDS[table] ?? {}).sort());
});

it('names the fields that every record has', () => {
  expect([...rowsOf(under('## Records')).keys()].sort()).toEqual([...BASE_FIELDS].sort());
});

it('names what bibliographic data and bodies may hold', () => {
  for (const word of [...CSL_TYPES, ...Object.keys(cslItemSchema.shape)])
    expect(under('### documents')).toContain(`\`${word}\``);
  for (const word of [...BODY_NODES, ...BODY_MARKS, ...MEANING_MARKS])
    expect(under('### Bodies')).toContain(`\`${word}\``);
});

it('names every reason to refuse, and the versions', () => {
  for (const reason of BUNDLE_REFUSALS) if (reason !== 'cancelled') expect(text).toContain(`\`${reason}\``);
  expect(text).toContain(`**format version ${FORMAT_VERSION}**`);
  expect(text).toContain(`by: now ${MODEL_VERSION} `);
});
