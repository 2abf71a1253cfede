/** The blocks of a body: judgements and figures numbered, portions marked where they are shown. */
import type { BodyNode } from '../model/briefing';
import type { FigureType } from './bodySchema';
import { groupOf, inlinesOf } from './inlines';
import type { Walk } from './inlines';
import type { Block, Cell } from './parts';
import { citedExcerptIds } from './references';

/** The blocks of a clean body, those without words left out. */
export function blocksOf(nodes: readonly BodyNode[], walk: Walk): Block[] {
  return nodes.map((node) => blockOf(node, walk)).filter((block) => !isEmpty(block));
}

/** What an author has not filled in is not printed: empty paragraphs, lists without words. */
function isEmpty(block: Block): boolean {
  if (block.kind === 'paragraph' || block.kind === 'heading') return block.inlines.length === 0;
  if (block.kind === 'list') return block.items.length === 0;
  if (block.kind === 'judgement') return block.blocks.length === 0;
  return block.kind === 'quote' && block.blocks.length === 0;
}

/** A block of a clean body. */
function blockOf(node: BodyNode, walk: Walk): Block {
  const content = node.content ?? [];
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', level: node.attrs!['level'] as 1 | 2 | 3, inlines: inlinesOf(content, walk) };
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listOf(node, walk);
    case 'judgement': {
      const number = (walk.numbered.judgements += 1);
      const judgementId = node.attrs!['judgementId'] as string;
      return { kind: 'judgement', number, judgementId, blocks: blocksOf(content, walk) };
    }
    case 'figure':
      return figureOf(node, walk);
    case 'blockquote':
      return { kind: 'quote', blocks: blocksOf(content, walk) };
    case 'quotation':
      return quotationOf(node.attrs!['excerptId'] as string, node.attrs!['text'] as string, walk);
    case 'table':
      return { kind: 'table', rows: content.map((row) => (row.content ?? []).map((cell) => cellOf(cell, walk))) };
    case 'horizontalRule':
      return { kind: 'rule' };
    default: {
      const inlines = inlinesOf(content, walk);
      if (!walk.portionOf) return { kind: 'paragraph', inlines };
      return { kind: 'paragraph', inlines, portion: walk.portionOf(citedExcerptIds(node)) };
    }
  }
}

/** Items without words are left out, and with them whether they are done. */
function listOf(node: BodyNode, walk: Walk): Block {
  const all = (node.content ?? []).map((item) => ({ item, blocks: blocksOf(item.content ?? [], walk) }));
  const filled = all.filter(({ blocks }) => blocks.length > 0);
  const items = filled.map(({ blocks }) => blocks);
  if (node.type !== 'taskList') {
    return { kind: 'list', start: node.type === 'orderedList' ? (node.attrs!['start'] as number) : null, items };
  }
  return { kind: 'list', start: null, items, checked: filled.map(({ item }) => item.attrs!['checked'] === true) };
}

function figureOf(node: BodyNode, walk: Walk): Block {
  const { originalId, mediaType, alt } = node.attrs as { originalId: string; mediaType: FigureType; alt: string };
  const number = (walk.numbered.figures += 1);
  return { kind: 'figure', number, originalId, mediaType, alt, caption: inlinesOf(node.content ?? [], walk) };
}

const cellOf = (cell: BodyNode, walk: Walk): Cell => ({
  header: cell.type === 'tableHeader',
  colspan: cell.attrs!['colspan'] as number,
  rowspan: cell.attrs!['rowspan'] as number,
  blocks: blocksOf(cell.content ?? [], walk),
});

function quotationOf(excerptId: string, text: string, walk: Walk): Block {
  const { lookup } = walk;
  const excerpt = lookup.excerpt(excerptId);
  const document = excerpt && lookup.document(excerpt.documentId);
  const sourceId = excerpt?.sourceId ?? document?.sourceId;
  const source = sourceId ? lookup.source(sourceId) : undefined;
  const attribution = document ? [source?.name, document.title].filter(Boolean).join(', ') : '';
  const citation = groupOf([excerptId], walk);
  const portion = walk.portionOf ? { portion: walk.portionOf([excerptId]) } : {};
  return { kind: 'quotation', text, attribution, language: document?.language ?? '', citation, ...portion };
}
