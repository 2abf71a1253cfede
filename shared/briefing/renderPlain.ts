/** A briefing as plain text: for the clipboard, and for readers of mail without markup. */
import type { Marking } from '../model/marking';
import type { BriefingModel } from './model';
import type { Block, CitationGroup, Inline } from './parts';
import { referenceText } from './referenceText';
import { citationLabel } from './references';
import type { Reference } from './references';
import { runsText } from './styles/runs';

/** The whole text with its marking at the head and the foot, blocks an empty line apart, ending in one line end. */
export function renderPlain(model: BriefingModel): string {
  const parts = [
    model.marking,
    model.title,
    model.header.map((row) => `${row.label}: ${row.value}`).join('\n'),
    ...model.blocks.map(blockText),
    keyText(model.likelihoodKey),
    model.footnotes.map(({ number, inlines }) => `(${number}) ${inlineText(inlines)}`).join('\n'),
    model.references.length > 0
      ? ['References', ...model.references.map((one) => signOf(one, model) + referenceText(one))].join('\n')
      : '',
    model.marking,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'footnote') return ` (${inline.number})`;
      return inline.kind === 'break' ? '\n' : citationText(inline);
    })
    .join('');

const signOf = ({ number }: Reference, { isNumbered }: BriefingModel): string => (isNumbered ? `[${number}] ` : '');

/** The label as it follows words: numbers and notes bring the space before them, words in the text have it. */
function citationText(group: CitationGroup): string {
  if (group.note === undefined && !group.runs) return ` ${citationLabel(group.numbers, group.missing)}`;
  const gone = group.missing > 0 ? ` ${citationLabel([], group.missing)}` : '';
  return group.note === undefined ? runsText(group.runs!) + gone : ` (${group.note})${gone}`;
}

const portionText = (portion: Marking | undefined): string => (portion === undefined ? '' : `(${portion}) `);

function keyText(key: BriefingModel['likelihoodKey']): string {
  if (!key) return '';
  return [key.name, ...key.terms.map((term) => `  ${term.words}: ${term.bandWords}`)].join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return portionText(block.portion) + inlineText(block.inlines);
    case 'heading':
      return inlineText(block.inlines);
    case 'judgement':
      return `${block.number}. ${block.blocks.map(blockText).join('\n').replace(/\n/g, '\n   ')}`;
    case 'figure':
      return [`Figure ${block.number}`, inlineText(block.caption), block.alt].filter((part) => part !== '').join('. ');
    case 'list':
      return block.items
        .map((item, i) => {
          const done = block.checked ? (block.checked[i] ? '[x] ' : '[ ] ') : '';
          const sign = (block.start === null ? '- ' : `${block.start + i}. `) + done;
          return (
            sign +
            item
              .map(blockText)
              .join('\n')
              .replace(/\n/g, `\n${' '.repeat(sign.length)}`)
          );
        })
        .join('\n');
    case 'quote':
      return `    ${block.blocks.map(blockText).join('\n\n').replace(/\n/g, '\n    ')}`;
    case 'quotation': {
      const label = citationText(block.citation).trim();
      const by = [block.attribution, label].filter((part) => part !== '').join(' ');
      return `    ${portionText(block.portion)}“${block.text.trim().replace(/\n/g, '\n    ')}”\n    ${by}`;
    }
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => cell.blocks.map(blockText).join(' ').replace(/\s+/gu, ' ')).join('\t'))
        .join('\n');
    case 'rule':
      return '* * *';
  }
}
