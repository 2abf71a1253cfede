/** A briefing as Markdown (CommonMark with GitHub's tables and footnotes), with its marking at the head and the foot. */
import type { BodyMark } from './bodySchema';
import { entryOfRuns } from './entry';
import type { EntryPart } from './entry';
import { isWebAddress } from './address';
import type { Marking } from '../model/marking';
import type { BriefingModel } from './model';
import type { Block, CitationGroup, Inline } from './parts';
import { placesText } from './referenceText';
import { EXCERPT_DELETED } from './references';
import type { Reference } from './references';

/** The whole file, ending in one line end. References are footnotes, so that their numbers stay linked. */
export function renderMarkdown(model: BriefingModel): string {
  const label = `**${escapeMarkdown(model.marking)}**`;
  const header = model.header.map((row) => `${escapeMarkdown(row.label)}: ${escapeMarkdown(row.value)}`).join('  \n');
  const parts = [
    label,
    `# ${escapeMarkdown(model.title)}`,
    header,
    ...model.blocks.map((block) => blockText(block)),
    keyText(model.likelihoodKey),
    model.footnotes.map(({ number, inlines }) => `[^note-${number}]: ${inlineText(inlines)}`).join('\n'),
    model.references.length > 0 ? '## References' : '',
    model.references.map((reference) => `${signOf(reference, model)} ${referenceMarkdown(reference)}`).join('\n'),
    label,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Numbers that stand in the text are footnotes of Markdown; a list of its own has numbers, or none where it stands by name. */
function signOf({ number }: Reference, { citing, isNumbered }: BriefingModel): string {
  if (citing === 'numbers') return `[^${number}]:`;
  return isNumbered ? `${number}.` : '-';
}

/**
 * Words that mean nothing to Markdown: signs it could take for markup are escaped, at the start of a line also those
 * of headings, lists and rules; line ends become spaces.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^( ?)([#+=-])/u, '$1\\$2')
    .replace(/^( ?\d{1,9})([.)])(?= |$)/u, '$1\\$2');

const WRAPS: Readonly<Record<BodyMark, readonly [string, string]>> = {
  bold: ['**', '**'],
  italic: ['*', '*'],
  strike: ['~~', '~~'],
  // Markdown has no underline; the words stay.
  underline: ['', ''],
  code: ['', ''],
};

function inlineText(inlines: readonly Inline[]): string {
  const words = inlines.map((inline) => {
    if (inline.kind === 'break') return '\\\n';
    if (inline.kind === 'citation') return citationMarkdown(inline);
    if (inline.kind === 'footnote') return `[^note-${inline.number}]`;
    if (inline.marks.includes('code')) return codeSpan(inline.text);
    const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(inline.text)!;
    if (inner === '') return ' ';
    // Emphasis signs must touch the words, so the white space goes outside.
    const wrapped = inline.marks.reduce((text, mark) => WRAPS[mark].join(text), escapeMarkdown(inner!));
    const linked = inline.href && isWebAddress(inline.href) ? `[${wrapped}](<${inline.href}>)` : wrapped;
    return `${before === '' ? '' : ' '}${linked}${after === '' ? '' : ' '}`;
  });
  return words.join('').trim();
}

function codeSpan(text: string): string {
  const flat = text.replace(/\s+/gu, ' ');
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}

function citationMarkdown(group: CitationGroup): string {
  const notes =
    group.note !== undefined
      ? [`[^note-${group.note}]`]
      : group.runs
        ? entryOfRuns(group.runs).map(partMarkdown)
        : group.numbers.map((number) => `[^${number}]`);
  if (group.missing > 0)
    notes.push(`\\[${group.missing === 1 ? EXCERPT_DELETED : `${group.missing} excerpts deleted`}\\]`);
  return notes.join('');
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

const indented = (text: string, width: number): string => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return portionText(block.portion) + inlineText(block.inlines);
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${inlineText(block.inlines).replace(/\\\n/g, ' ')}`;
    case 'list':
      return block.items
        .map((item, i) => {
          const sign = block.start === null ? '- ' : `${block.start + i}. `;
          const done = block.checked ? (block.checked[i] ? '[x] ' : '[ ] ') : '';
          return sign + done + indented(itemText(item), sign.length);
        })
        .join('\n');
    case 'judgement': {
      const sign = `${block.number}. `;
      return sign + indented(itemText(block.blocks), sign.length);
    }
    case 'figure': {
      const caption = inlineText(block.caption);
      const alt = block.alt === '' ? '' : ` (${escapeMarkdown(block.alt)})`;
      return `*Figure ${block.number}${caption === '' ? '' : `. ${caption}`}*${alt}`;
    }
    case 'quote':
      return quoted(block.blocks.map((inner) => blockText(inner)).join('\n\n'));
    case 'quotation': {
      const words = block.text
        .trim()
        .split(/\s*\n\s*/u)
        .map(escapeMarkdown)
        .join('\n\n');
      const by = block.attribution === '' ? '' : `— ${escapeMarkdown(block.attribution)} `;
      return quoted(`${portionText(block.portion)}${words}\n\n${by}${citationMarkdown(block.citation)}`);
    }
    case 'table':
      return tableText(block.rows);
    case 'rule':
      return '---';
  }
}

const portionText = (portion: Marking | undefined): string => (portion === undefined ? '' : `(${portion}) `);

function keyText(key: BriefingModel['likelihoodKey']): string {
  if (!key) return '';
  const rows = key.terms.map((term) => `| ${escapeMarkdown(term.words)} | ${escapeMarkdown(term.bandWords)} |`);
  return `## Words of likelihood\n\n| ${escapeMarkdown(key.name)} | Probability |\n| --- | --- |\n${rows.join('\n')}`;
}

/** A list right below an item's words needs no empty line; other blocks do. */
function itemText(blocks: readonly Block[]): string {
  return blocks.map((block, i) => (i === 0 ? '' : block.kind === 'list' ? '\n' : '\n\n') + blockText(block)).join('');
}

/** GitHub's tables have one head row and one line a cell: spans are filled with empty cells, blocks joined by spaces. */
function tableText(rows: Extract<Block, { kind: 'table' }>['rows']): string {
  const lines = rows.map((row) =>
    row.flatMap((cell) => [
      cell.blocks.map((block) => blockText(block).replace(/\\?\n+/g, ' ')).join(' '),
      ...Array.from({ length: cell.colspan - 1 }, () => ''),
    ]),
  );
  const width = Math.max(...lines.map((line) => line.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
  const hasHead = rows[0]?.some((cell) => cell.header) ?? false;
  const head = hasHead ? lines[0]! : [];
  const rule = line(Array.from({ length: width }, () => '---'));
  return [line(head), rule, ...lines.slice(hasHead ? 1 : 0).map(line)].join('\n');
}

function referenceMarkdown(reference: Reference): string {
  const entry = reference.entry.map(partMarkdown);
  return `${entry.join('')} ${escapeMarkdown(placesText(reference))}`;
}

/** One part of an entry. Emphasis signs must touch the words, so the white space goes outside. */
function partMarkdown({ kind, text, bold }: EntryPart): string {
  if (kind === 'url' && isWebAddress(text)) return `<${text}>`;
  const sign = `${bold ? '**' : ''}${kind === 'title' ? '*' : ''}`;
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
  return inner === '' ? text : `${before}${sign}${escapeMarkdown(inner)}${sign}${after}`;
}
