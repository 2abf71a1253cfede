/** What no format of another program has a place for in documents and excerpts, counted for the report. */
import type { BundleContents } from '../bundle/contents';
import { isAlive } from '../model/record';
import type { ReportMaker } from './report';

/**
 * Counts documents that repeat another, figures and layouts.
 * @param parts those the format has no place for and that are not told of otherwise
 */
export function sayUnwritten(
  { rows }: BundleContents,
  report: ReportMaker,
  parts: readonly ('figures' | 'layouts' | 'origins')[],
): void {
  const counts = {
    figures: (rows.excerpts ?? []).filter(isAlive).reduce((sum, { figures }) => sum + figures.length, 0),
    layouts: (rows.layouts ?? []).filter(isAlive).length,
    origins: (rows.documents ?? []).filter((one) => isAlive(one) && one.originId !== null).length,
  };
  for (const part of parts) if (counts[part] > 0) report.lose(SENTENCES[part], counts[part]);
}

const SENTENCES = {
  figures: 'A figure of an excerpt stands only in its words.',
  layouts: 'How a text is laid out, its headings, tables and pages, is not written.',
  origins: 'Which document repeats another is not written.',
} as const;
