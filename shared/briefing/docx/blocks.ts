/** The blocks of a briefing as paragraphs and tables of Word. */
import { HeadingLevel, ImageRun, Paragraph } from 'docx';
import type { ParagraphChild, ParagraphOptions, Table } from 'docx';
import type { Block, Inline } from '../parts';
import { citationRuns, inlineRuns, portionRuns, words, xmlWords } from './inlines';
import { pictureSize } from './picture';
import { LIST_STEP } from './styles';
import { tableOf } from './table';

export interface Page {
  /** Pictures by the SHA-256 of their bytes. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Lists of Word that were begun: each ordered list counts for itself. */
  readonly counted: { lists: number };
  /** The style of a plain paragraph here. */
  readonly style?: string;
  readonly inTable?: boolean;
  /** How deep inside lists. */
  readonly depth: number;
}

/** CSS pixels: the width of the text on A4, and what leaves room for a caption. */
const WIDEST = 627;
const HIGHEST = 760;

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

export const blocksOf = (blocks: readonly Block[], page: Page): (Paragraph | Table)[] =>
  blocks.flatMap((block) => blockOf(block, page));

function blockOf(block: Block, page: Page): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({ ...plain(page), children: [...portionRuns(block.portion), ...inlineRuns(block.inlines)] }),
      ];
    case 'heading': {
      // Inside a table a heading is no part of the document's outline.
      const place = page.inTable ? plain(page) : { heading: HEADINGS[block.level - 1]! };
      return [new Paragraph({ ...place, children: inlineRuns(block.inlines) })];
    }
    case 'list':
      return listOf(block, page);
    case 'judgement':
      return numbered(block.blocks, { reference: 'judgements', level: 0 }, { ...page, style: 'KeyJudgement' });
    case 'figure':
      return figureOf(block, page);
    case 'quote':
      return blocksOf(block.blocks, { ...page, style: 'Quote' });
    case 'quotation':
      return quotationOf(block);
    case 'table':
      return [
        tableOf(block.rows, (inside, style) => blocksOf(inside, { ...page, style, inTable: true, depth: 0 })),
        gap(),
      ];
    case 'rule':
      return [new Paragraph({ style: 'NoteRule' })];
  }
}

/** Two tables in a row would run together, and a cell must end in a paragraph. */
const gap = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 60 } });

const plain = ({ style, depth }: Page): ParagraphOptions => ({
  ...(style === undefined ? {} : { style }),
  ...(depth > 0 ? { indent: { left: LIST_STEP * depth } } : {}),
});

function listOf(block: Extract<Block, { kind: 'list' }>, page: Page): (Paragraph | Table)[] {
  const level = Math.min(page.depth, 8);
  const instance = (page.counted.lists += 1);
  const style = page.inTable ? 'TableText' : 'ListParagraph';
  return block.items.flatMap((item, i) => {
    const inside = { ...page, style };
    if (block.checked) {
      const sign = words(block.checked[i] ? '☑' : '☐');
      return hanging(item, [sign, words('\t')], inside);
    }
    const numbering =
      block.start === null ? { reference: 'bullets', level } : { reference: `numbers-${block.start}`, level, instance };
    return numbered(item, numbering, inside);
  });
}

/** Blocks of which the first, where it is a paragraph, carries the number or the bullet. */
function numbered(
  blocks: readonly Block[],
  numbering: NonNullable<ParagraphOptions['numbering']>,
  page: Page,
): (Paragraph | Table)[] {
  const [first, ...rest] = blocks;
  const lead = first?.kind === 'paragraph' ? first : null;
  const head = new Paragraph({
    style: page.style ?? 'ListParagraph',
    numbering,
    children: lead ? [...portionRuns(lead.portion), ...inlineRuns(lead.inlines)] : [],
  });
  return [head, ...blocksOf(lead ? rest : blocks, { ...page, depth: page.depth + 1 })];
}

function hanging(blocks: readonly Block[], sign: readonly ParagraphChild[], page: Page): (Paragraph | Table)[] {
  const [first, ...rest] = blocks;
  const lead = first?.kind === 'paragraph' ? first : null;
  const head = new Paragraph({
    style: page.style ?? 'ListParagraph',
    indent: { left: LIST_STEP * (page.depth + 1), hanging: LIST_STEP },
    children: [...sign, ...(lead ? [...portionRuns(lead.portion), ...inlineRuns(lead.inlines)] : [])],
  });
  return [head, ...blocksOf(lead ? rest : blocks, { ...page, depth: page.depth + 1 })];
}

function quotationOf(block: Extract<Block, { kind: 'quotation' }>): Paragraph[] {
  const look = block.language === '' ? {} : { language: languageOf(block.language) };
  const lines = block.text.trim().split(/\s*\n\s*\n\s*/u);
  const quoted = lines.map((line, i) => {
    const pieces = line.split('\n');
    const runs = pieces.map((piece, j) => words(piece, { ...look, ...(j > 0 ? { break: 1 } : {}) }));
    return new Paragraph({
      style: 'Quote',
      keepNext: true,
      children: [...(i === 0 ? portionRuns(block.portion) : []), ...runs],
    });
  });
  const by = block.attribution === '' ? [] : [words(`${block.attribution} `)];
  return [...quoted, new Paragraph({ style: 'Attribution', children: [...by, ...citationRuns(block.citation)] })];
}

/** A language of a run; Word tells Asian ones apart. */
export const languageOf = (tag: string) =>
  /^(?:ko|zh|ja)\b/i.test(tag) ? { value: tag, eastAsia: tag } : { value: tag };

function figureOf(block: Extract<Block, { kind: 'figure' }>, page: Page): Paragraph[] {
  const caption: Inline[] = [
    { kind: 'text', text: `Figure ${block.number}${block.caption.length > 0 ? '. ' : ''}`, marks: [] },
    ...block.caption,
  ];
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160, after: 0 }, children: [pictureOf(block, page)] }),
    new Paragraph({ style: 'Caption', children: inlineRuns(caption) }),
  ];
}

const KINDS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const;

function pictureOf(block: Extract<Block, { kind: 'figure' }>, page: Page): ParagraphChild {
  const data = page.pictures.get(block.originalId);
  // Word knows no WebP: whoever calls gives such a picture as PNG.
  const type = data && block.mediaType === 'image/webp' ? 'image/png' : block.mediaType;
  const size = data && pictureSize(data, type);
  if (!data || !size || type === 'image/webp')
    return words(block.alt || 'The picture is not in this file.', { italics: true });
  const scale = Math.min(1, WIDEST / size.width, HIGHEST / size.height);
  return new ImageRun({
    type: KINDS[type],
    data,
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { name: `Figure ${block.number}`, description: xmlWords(block.alt) },
  });
}
