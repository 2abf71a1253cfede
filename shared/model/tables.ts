/** The tables of a case, their schemas and their set-valued fields: the one list everything else derives from. */
import type { z } from 'zod';
import { analystSchema } from './analyst';
import { briefingSchema } from './briefing';
import { briefingVersionSchema } from './briefingVersion';
import { caseSchema } from './case';
import { commentSchema } from './comment';
import { conflictSchema } from './conflict';
import { documentSchema } from './document';
import { excerptSchema } from './excerpt';
import { hypothesisSchema } from './hypothesis';
import { judgementSchema } from './judgement';
import { layoutSchema } from './layout';
import { linkSchema } from './link';
import { sourceSchema } from './source';
import { tagSchema } from './tag';

export const SCHEMAS = {
  analysts: analystSchema,
  briefings: briefingSchema,
  briefingVersions: briefingVersionSchema,
  cases: caseSchema,
  comments: commentSchema,
  conflicts: conflictSchema,
  documents: documentSchema,
  excerpts: excerptSchema,
  hypotheses: hypothesisSchema,
  judgements: judgementSchema,
  layouts: layoutSchema,
  links: linkSchema,
  sources: sourceSchema,
  tags: tagSchema,
} as const;

export type TableName = keyof typeof SCHEMAS;
export type RowOf<Table extends TableName> = z.infer<(typeof SCHEMAS)[Table]>;
export type AnyRow = { [Table in TableName]: RowOf<Table> }[TableName];

/** In alphabetical order. `cases` holds one row: the case itself. */
export const TABLES = Object.keys(SCHEMAS) as TableName[];

type ElementKey = (element: unknown) => string;
const itself: ElementKey = (element) => element as string;
const byId: ElementKey = (element) => (element as { id: string }).id;
const byTextId: ElementKey = (element) => (element as { textId: string }).textId;

/** Fields that merge element by element, with the key that tells elements apart. Elements are never edited in place. */
export const SET_FIELDS: { readonly [Table in TableName]?: Readonly<Record<string, ElementKey>> } = {
  excerpts: { tags: itself, figures: byId },
  tags: { aliases: itself },
  sources: { aliases: itself, gradings: byId },
  documents: { versions: byTextId },
  briefings: { accepted: byId },
  judgements: { basis: itself },
};

/** Marks of the model's shape in databases and bundles; see shared/migrations. */
export const MODEL_VERSION = 3;
