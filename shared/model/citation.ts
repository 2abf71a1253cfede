/**
 * What the clipboard gets when an excerpt is copied with its citation: the words, who says them and where, the grade
 * and the marking, once as plain text and once as HTML.
 */
import { dateWords } from './eventDate';
import { gradeCode, gradeWords } from './grading';
import type { Credibility, Reliability } from './grading';
import type { Marking } from './marking';
import { strictest } from './marking';

export interface Cited {
  readonly quote: string;
  /** Who says it; null where nobody is named. */
  readonly source: string | null;
  /** The publisher, where that is somebody else than the source. */
  readonly outlet: string | null;
  readonly title: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where unknown. */
  readonly published: string;
  /** `¶5`; empty where unknown. */
  readonly place: string;
  readonly reliability: Reliability | null;
  readonly credibility: Credibility | null;
  /** The effective one. */
  readonly marking: Marking;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n+/g, '<br>');

/** "NIS, via Yonhap": who says it through whom. Empty where neither is known. */
export function saidBy(source: string | null, outlet: string | null): string {
  if (source && outlet) return `${source}, via ${outlet}`;
  return source ?? outlet ?? '';
}

function reference(cited: Cited, title: string, locale: string): string {
  const date = cited.published === '' ? '' : dateWords(cited.published, locale);
  return [saidBy(cited.source, cited.outlet), title, date, cited.place].filter((part) => part !== '').join(', ');
}

const gradeOf = (cited: Cited): string | null => gradeCode(cited.reliability, cited.credibility);

/** The excerpts as plain text, a blank line between them. */
export function citationText(excerpts: readonly Cited[], locale = 'en-GB'): string {
  return excerpts
    .map((cited) => {
      const grade = gradeOf(cited);
      const tail = [reference(cited, `“${cited.title}”`, locale), grade && `[${grade}]`, cited.marking];
      return `“${cited.quote}”\n— ${tail.filter(Boolean).join(' ')}`;
    })
    .join('\n\n');
}

/** The excerpts as HTML without styles: a block quotation each, the strictest marking at the head. */
export function citationHtml(excerpts: readonly Cited[], locale = 'en-GB'): string {
  const quotes = excerpts.map((cited) => {
    const grade = gradeOf(cited);
    const words = escapeHtml(gradeWords(cited.reliability, cited.credibility));
    const outlet = saidBy(cited.source, cited.outlet);
    const date = cited.published === '' ? '' : dateWords(cited.published, locale);
    const parts = [outlet && escapeHtml(outlet), `<cite>${escapeHtml(cited.title)}</cite>`];
    parts.push(date && escapeHtml(date), cited.place && escapeHtml(cited.place));
    const badge = grade ? ` <span title="${words}">[${escapeHtml(grade)}]</span>` : '';
    const foot = `<p>— ${parts.filter(Boolean).join(', ')}${badge} <strong>${cited.marking}</strong></p>`;
    return `<blockquote><p>“${escapeHtml(cited.quote)}”</p></blockquote>${foot}`;
  });
  if (excerpts.length < 2) return quotes.join('');
  return `<p><strong>${strictest(excerpts.map((one) => one.marking))}</strong></p>${quotes.join('')}`;
}
