/** Cited passages that unfold in an exported page, without a script: words in their context, and what is known of them. */
import { MARKING_SENSE } from '../../model/marking';
import type { Marking } from '../../model/marking';
import type { ShownPassage } from '../outgoing/passages';
import type { Reference } from '../references';
import { escapeHtml } from './escape';

/** Where each passage stands in the list: excerpt id to `2-1`, the first passage of reference 2. */
export function passageKeys(
  references: readonly Reference[],
  passages: ReadonlyMap<string, ShownPassage>,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { number, places } of references) {
    for (const [i, { excerptId }] of places.entries()) {
      if (passages.has(excerptId)) keys.set(excerptId, `${number}-${i + 1}`);
    }
  }
  return keys;
}

/** @param name what the passage is called: `¶5, B2` */
export function passageHtml(passage: ShownPassage, key: string, prefix: string, name: string, label: string): string {
  const lang = passage.language === '' ? '' : ` lang="${escapeHtml(passage.language)}"`;
  const { context } = passage;
  const before = context ? aroundHtml(context.before, context.strictBefore, 'before') : '';
  const after = context ? aroundHtml(context.after, context.strictAfter, 'after') : '';
  const words = `<mark data-words="${key}">${escapeHtml(passage.words)}</mark>`;
  const facts = passage.facts.map(
    ({ label: term, value }) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  const marking = `<div><dt>Marking</dt><dd>${label} <span class="sense">${escapeHtml(MARKING_SENSE[passage.marking])}</span></dd></div>`;
  return `<details class="passage"><summary>${escapeHtml(name)}</summary><div id="${prefix}passage-${key}"><blockquote${lang}><p class="around">${before}${words}${after}</p></blockquote><dl>${facts.join('')}${marking}</dl></div></details>`;
}

/** The text beside a passage; where a stricter one begins there, its label stands in its place. */
function aroundHtml(text: string, strict: Marking | null, side: 'before' | 'after'): string {
  const gone = strict ? `[withheld: ${strict}]` : text === '' ? '' : '…';
  if (gone === '') return '';
  const parts = side === 'before' ? [gone, text] : [text, gone];
  return `<span class="context">${parts.map(escapeHtml).join(strict ? ' ' : '')}</span>`;
}
