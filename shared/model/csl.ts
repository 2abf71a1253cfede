/** Bibliographic data as CSL-JSON (citation-style-language/schema, csl-data.json): the part Collate edits and cites. */
import { z } from 'zod';

export const CSL_TYPES = [
  'report',
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'webpage',
  'post',
  'post-weblog',
  'interview',
  'personal_communication',
  'speech',
  'hearing',
  'broadcast',
  'document',
  'book',
  'chapter',
] as const;
export type CslType = (typeof CSL_TYPES)[number];

export const cslNameSchema = z.strictObject({
  family: z.string().max(200).optional(),
  given: z.string().max(200).optional(),
  literal: z.string().max(300).optional(),
});
export type CslName = z.infer<typeof cslNameSchema>;

export const cslDateSchema = z.strictObject({
  'date-parts': z.array(z.array(z.number().int()).min(1).max(3)).min(1).max(2),
});
export type CslDate = z.infer<typeof cslDateSchema>;

export const cslItemSchema = z.strictObject({
  type: z.enum(CSL_TYPES),
  title: z.string().max(1_000).optional(),
  author: z.array(cslNameSchema).max(200).optional(),
  'container-title': z.string().max(500).optional(),
  publisher: z.string().max(500).optional(),
  'publisher-place': z.string().max(300).optional(),
  issued: cslDateSchema.optional(),
  accessed: cslDateSchema.optional(),
  genre: z.string().max(200).optional(),
  number: z.string().max(100).optional(),
  page: z.string().max(60).optional(),
  URL: z.string().max(2_000).optional(),
  language: z.string().max(35).optional(),
});
export type CslItem = z.infer<typeof cslItemSchema>;

/** A CSL date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (the first, where it is a range); empty where there is none. */
export function isoOf(date: CslDate | undefined): string {
  const parts = date?.['date-parts'][0];
  return parts ? parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-') : '';
}

/** A CSL date from `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for anything else. */
export function cslDateOf(iso: string): CslDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  return match ? { 'date-parts': [match.slice(1).filter(Boolean).map(Number)] } : undefined;
}
