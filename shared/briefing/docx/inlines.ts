/** Words of a briefing as runs of Word: looks, links, notes and numbered citations that lead to their reference. */
import { Bookmark, ExternalHyperlink, FootnoteReferenceRun, InternalHyperlink, TextRun } from 'docx';
import type { ParagraphChild, RunOptions } from 'docx';
import type { Marking } from '../../model/marking';
import type { CitationGroup, Inline } from '../parts';
import { entryOfRuns } from '../entry';
import type { EntryPart } from '../entry';
import { isWebAddress } from '../address';
import { EXCERPT_DELETED, numberRuns } from '../references';
import { MONO } from './styles';

/** What a name of a bookmark may hold: letters, digits and the low line. */
export const referenceMark = (number: number): string => `reference_${number}`;

/** Signs that XML 1.0 cannot hold, and halves of signs. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Words as a file of Word may hold them. */
export const xmlWords = (text: string): string => text.replace(FORBIDDEN, '');

const LOOKS = {
  bold: { bold: true },
  italic: { italics: true },
  underline: { underline: {} },
  strike: { strike: true },
  code: { font: MONO, noProof: true },
} as const satisfies Record<string, RunOptions>;

export const words = (text: string, look: RunOptions = {}): TextRun => new TextRun({ ...look, text: xmlWords(text) });

export function inlineRuns(inlines: readonly Inline[], look: RunOptions = {}): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    switch (inline.kind) {
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'footnote':
        return [new FootnoteReferenceRun(inline.number)];
      case 'citation':
        return citationRuns(inline);
      case 'text': {
        const marked = inline.marks.reduce<RunOptions>((all, mark) => ({ ...all, ...LOOKS[mark] }), look);
        const { href, text } = inline;
        if (href === undefined || !isWebAddress(href)) return [words(text, marked)];
        return [webLink(href, text, marked)];
      }
    }
  });
}

export const webLink = (link: string, text: string, look: RunOptions = {}): ExternalHyperlink =>
  new ExternalHyperlink({ link: xmlWords(link), children: [words(text, { ...look, style: 'Hyperlink' })] });

const NUMBER: RunOptions = { style: 'CitationNumber' };

/** One part of an entry, as a reference style or the numbered list sets it. */
export function partRun(
  { kind, text, bold, smallCaps, underline, raised }: EntryPart,
  look: RunOptions = {},
): ParagraphChild {
  if (kind === 'url' && isWebAddress(text)) return webLink(text, text);
  return words(text, {
    ...look,
    ...(kind === 'grade' ? { style: 'Grade' } : {}),
    ...(kind === 'title' ? { italics: true } : {}),
    ...(bold ? { bold } : {}),
    ...(smallCaps ? { smallCaps } : {}),
    ...(underline ? { underline: {} } : {}),
    ...(raised === 'sup' ? { superScript: true } : raised === 'sub' ? { subScript: true } : {}),
  });
}

/** What the reference style puts in the text: a note of Word, words, or `[1, 3–5]` with each number a link to its reference. */
export function citationRuns(group: CitationGroup): ParagraphChild[] {
  const gone = group.missing > 0 ? [words(` [${missingWords(group.missing)}]`)] : [];
  if (group.note !== undefined) return [new FootnoteReferenceRun(group.note), ...gone];
  if (group.runs) {
    const said = entryOfRuns(group.runs).map((part) => partRun(part));
    const lead = group.numbers[0];
    // An address among the words is a link itself.
    const isLinked = lead !== undefined && !group.runs.some((run) => run.url);
    return [...(isLinked ? [new InternalHyperlink({ anchor: referenceMark(lead), children: said })] : said), ...gone];
  }
  const link = (number: number): ParagraphChild =>
    new InternalHyperlink({ anchor: referenceMark(number), children: [words(String(number), NUMBER)] });
  const parts = numberRuns(group.numbers).map(([from, to]) =>
    from === to ? [link(from)] : [link(from), words('–', NUMBER), link(to)],
  );
  if (group.missing > 0) {
    parts.push([words(missingWords(group.missing), NUMBER)]);
  }
  if (parts.length === 0) return [];
  const inside = parts.flatMap((part, i) => (i === 0 ? part : [words(',\u00A0', NUMBER), ...part]));
  return [words('[', NUMBER), ...inside, words(']', NUMBER)];
}

const missingWords = (count: number): string => (count === 1 ? EXCERPT_DELETED : `${count} excerpts deleted`);

export const portionRuns = (portion: Marking | undefined): ParagraphChild[] =>
  portion === undefined ? [] : [words(`(${portion})`, { style: 'PortionMark' }), words(' ')];

export const marked = (id: string, children: readonly ParagraphChild[]): Bookmark => new Bookmark({ id, children });
