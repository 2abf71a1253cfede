/** A briefing as a Word document (Office Open XML). The library it is made with is large: load this with `import()`. */
import { Document, Packer, Paragraph } from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { BriefingModel } from '../model';
import type { Block } from '../parts';
import { blocksOf } from './blocks';
import { pageEdges } from './frame';
import { inlineRuns, words, xmlWords } from './inlines';
import { contentsOf, headOf, keyOf, referencesOf } from './parts';
import { CHARACTER_STYLES, DEFAULT_STYLES, defaultRun, numberingOf, PARAGRAPH_STYLES } from './styles';
import { tidied } from './tidy';

export interface DocxOptions {
  /** Pictures by the SHA-256 of their bytes; a WebP as the PNG made of it. A figure without its picture says what it shows. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** ISO 8601 instant that stands in the file as the time of making. */
  readonly at?: string;
}

/** Twips. A4, with the margins of the printed page. */
const PAPER = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_361, bottom: 1_361, left: 1_247, right: 1_247, header: 454, footer: 454 };

/** The bytes of the file. The same model and options give the same bytes. */
export async function renderDocx(model: BriefingModel, options: DocxOptions = {}): Promise<Uint8Array> {
  const { pictures = new Map<string, Uint8Array>(), at = '1980-01-01T00:00:00Z' } = options;
  const page = { pictures, counted: { lists: 0 }, depth: 0 };
  const value = (label: string): string => model.header.find((row) => row.label === label)?.value ?? '';
  const document = new Document({
    title: xmlWords(model.title),
    creator: xmlWords(value('Author')),
    lastModifiedBy: xmlWords(value('Author')),
    pageNumbers: estimatePageNumbers,
    styles: {
      default: {
        document: {
          run: defaultRun(model.language),
          paragraph: { spacing: { after: 140, line: 300, lineRule: 'auto' } },
        },
        ...DEFAULT_STYLES,
      },
      paragraphStyles: PARAGRAPH_STYLES,
      characterStyles: CHARACTER_STYLES,
    },
    numbering: numberingOf(startsIn(model.blocks)),
    footnotes: Object.fromEntries(
      model.footnotes.map(({ number, inlines }) => [
        number,
        { children: [new Paragraph({ style: 'FootnoteText', children: [words(' '), ...inlineRuns(inlines)] })] },
      ]),
    ),
    sections: [
      {
        properties: { page: { size: PAPER, margin: MARGIN } },
        ...pageEdges(model.title, model.marking, value('Issued')),
        children: [
          ...headOf(model),
          ...contentsOf(model.blocks),
          ...blocksOf(model.blocks, page),
          ...keyOf(model.likelihoodKey),
          ...referencesOf(model),
        ],
      },
    ],
  });
  return tidied(new Uint8Array(await Packer.toArrayBuffer(document)), at);
}

/** Numbers that ordered lists begin with. */
function startsIn(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') {
      return [...(block.start === null ? [] : [block.start]), ...block.items.flatMap(startsIn)];
    }
    if (block.kind === 'table') return block.rows.flat().flatMap((cell) => startsIn(cell.blocks));
    return block.kind === 'quote' || block.kind === 'judgement' ? startsIn(block.blocks) : [];
  });
}
