/** The styles and locales as they lie in the project, and the documents of the golden results. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLocales } from '@shared/briefing/styles/locales';
import { process } from '@shared/briefing/styles/processor';
import type { Cite, Processed } from '@shared/briefing/styles/processor';
import { readStyle } from '@shared/briefing/styles/readStyle';
import type { CslStyle } from '@shared/briefing/styles/readStyle';
import { runsText } from '@shared/briefing/styles/runs';
import type { Runs } from '@shared/briefing/styles/runs';
import type { CslItem } from '@shared/model/csl';

const folder = path.resolve(import.meta.dirname, '../../../../resources/styles');

export const styleText = (name: string): string => readFileSync(path.join(folder, `${name}.csl`), 'utf8');

export function styleOf(xml: string): CslStyle {
  const style = readStyle(xml);
  if (!style.ok) throw new Error(`${style.reason} ${style.detail ?? ''}`);
  return style.value;
}

export const ourStyle = (name: string): CslStyle => styleOf(styleText(name));

const localeText = (tag: string): string => readFileSync(path.join(folder, `locales-${tag}.xml`), 'utf8');
export const locales = readLocales({ 'en-US': localeText('en-US'), 'en-GB': localeText('en-GB') });

export const REPORT: CslItem = {
  type: 'report',
  title: 'Harbour Throughput Review',
  author: [{ family: 'Okafor', given: 'Ada' }, { literal: 'Example Institute' }],
  genre: 'Research report',
  number: 'RR-17',
  publisher: 'Example Institute',
  'publisher-place': 'Rotterdam',
  issued: { 'date-parts': [[2026, 3]] },
  page: '12-15',
  URL: 'https://example.org/rr17',
};
export const PAGE: CslItem = {
  type: 'webpage',
  title: 'Port notices',
  author: [{ literal: 'Port Authority' }],
  'container-title': 'Port Authority',
  accessed: { 'date-parts': [[2026, 11, 21]] },
  URL: 'https://example.org/notices',
};
export const NEWS: CslItem = {
  type: 'article-newspaper',
  title: 'Ships at the north pier',
  author: [{ family: 'Lee', given: 'Min Ho' }],
  'container-title': 'Harbour Gazette',
  issued: { 'date-parts': [[2024, 11, 3]] },
  accessed: { 'date-parts': [[2024, 12, 1]] },
  URL: 'https://example.org/ships',
  page: '4',
};
export const UNSIGNED: CslItem = {
  type: 'article-newspaper',
  title: 'Who owns the pier?',
  'container-title': 'Harbour Gazette',
  issued: { 'date-parts': [[2024, 11, 4]] },
};
export const LOG: CslItem = {
  type: 'report',
  title: 'Patrol log',
  publisher: 'Coast Guard',
  issued: { 'date-parts': [[2024, 11, 12]] },
};
export const BARE: CslItem = { type: 'document', title: 'Notes of a talk' };

const ITEMS: Readonly<Record<string, CslItem>> = { REPORT, PAGE, NEWS, UNSIGNED, LOG, BARE };
export const items = new Map(Object.entries(ITEMS));

export const page = (documentId: string, value: string): Cite => ({ documentId, locator: { label: 'page', value } });
export const para = (documentId: string, value: string): Cite => ({
  documentId,
  locator: { label: 'paragraph', value },
});
export const whole = (documentId: string): Cite => ({ documentId });

/** The groups in a style; notes are numbered from 1 where it is one of notes. */
export function inStyle(
  style: CslStyle,
  groups: readonly (readonly Cite[])[],
  language = 'en-GB',
  of = items,
): Processed {
  const isNote = style.kind === 'note';
  return process(
    style,
    locales,
    language,
    of,
    groups.map((cites, i) => ({ cites, noteIndex: isNote ? i + 1 : 0 })),
  );
}

export const words = (all: readonly Runs[]): string[] => all.map(runsText);
export const listWords = (processed: Processed): string[] => processed.list.map((entry) => runsText(entry.runs));
/** Words set apart by one look. */
export const italics = (runs: Runs): string[] => runs.filter((run) => run.italic).map((run) => run.text);
