/** Somebody who is given bundles: what holds for them, and what they already have. Kept on this machine only. */
import { z } from 'zod';
import { markingSchema } from '../../model/marking';
import { idSchema } from '../../model/record';
import { PAGE_LANGUAGES } from '../pageWords';

const givenSchema = z.strictObject({
  /** Which journal the number is of; empty for what was noted before journals were told apart. */
  journal: z.string().max(40).default(''),
  seq: z.number().int().min(0),
  /** ISO 8601 instant. */
  at: z.string().max(40),
  /** The original files went along. */
  originals: z.boolean().default(false),
});
/** What somebody was given of a case: everything, up to an entry of its journal. */
export type Given = z.infer<typeof givenSchema>;

export const recipientSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(200),
  /** The strictest label they may have; null: all of it. */
  ceiling: markingSchema.nullable(),
  /** Names that are to be withheld are replaced. */
  pseudonyms: z.boolean(),
  /** Notes on documents and excerpts go to them. */
  privateNotes: z.boolean(),
  originals: z.boolean(),
  /** Language of the page to read in their bundles; English for those kept before it could be chosen. */
  language: z.enum(PAGE_LANGUAGES).default('en'),
  /** Their public key of age, to encrypt for them; empty where it is not known. */
  key: z.string().max(200),
  /** For each case: the journal entry up to which they have everything, and when it was given to them. */
  has: z.record(idSchema, givenSchema),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** What holds for somebody new. */
export const NEW_RECIPIENT = {
  ceiling: null,
  pseudonyms: false,
  privateNotes: true,
  originals: true,
  language: 'en',
  key: '',
  has: {},
} as const satisfies Omit<Recipient, 'id' | 'name'>;

/** The recipients in a setting; what is not as recipients are is left out. */
export function readRecipients(setting: unknown): Recipient[] {
  if (!Array.isArray(setting)) return [];
  return setting.flatMap((one) => {
    const parsed = recipientSchema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** True where what goes to them is not the case itself but a redacted copy of it. */
export const isRedacted = ({
  ceiling,
  pseudonyms,
  privateNotes,
}: Pick<Recipient, 'ceiling' | 'pseudonyms' | 'privateNotes'>): boolean =>
  ceiling !== null || pseudonyms || !privateNotes;
