/**
 * What may stand in a briefing's body, and making a body from elsewhere safe. Bundles, other versions and the clipboard
 * bring bodies of any shape; what the editor and the renderers get has only these nodes, rightly nested.
 */
import { DEEPEST_BODY } from '../model/briefing';
import type { BodyNode } from '../model/briefing';
import { LONGEST_QUOTE } from '../model/excerpt';
import { sha256Schema } from '../model/record';
import { cleanCitedAs, cleanMarks, isId } from './bodyMarks';

export { BODY_MARKS } from './bodyMarks';
export type { BodyMark } from './bodyMarks';

/**
 * Node names as ProseMirror knows them. Ours are `citation` and `quotation`, which point at an excerpt, `judgement`,
 * which stands for a record, `figure` (a picture of the case with its caption) and `footnote` (words set apart).
 */
export const BODY_NODES = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'blockquote',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'horizontalRule',
  'hardBreak',
  'text',
  'citation',
  'quotation',
  'judgement',
  'figure',
  'footnote',
] as const;
export type BodyNodeName = (typeof BODY_NODES)[number];

/** Pictures a figure may show. */
export const FIGURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type FigureType = (typeof FIGURE_TYPES)[number];

export const EMPTY_BODY: BodyNode = { type: 'doc', content: [{ type: 'paragraph' }] };

const INLINE: ReadonlySet<string> = new Set(['text', 'hardBreak', 'citation', 'footnote']);
const MOST_CELLS = 60;

/**
 * The body with only known nodes, marks and attributes, nested as the editor's schema wants it. Words in unknown nodes
 * are kept, their nodes are not; nodes deeper than `DEEPEST_BODY` become one paragraph of their words. A citation
 * without a well-formed excerpt id goes. Cleaning a clean body gives an equal one.
 */
export function cleanBody(body: BodyNode): BodyNode {
  const content = blocksOf(body.type === 'doc' ? (body.content ?? []) : [body], 1);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** The words of a node and everything below it, blocks a space apart. */
export function wordsOf(node: BodyNode): string {
  const words: string[] = [];
  const open: BodyNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.text === 'string') words.push(next.text);
    else if (next.type === 'quotation' && typeof next.attrs?.['text'] === 'string')
      words.push(` ${next.attrs['text']} `);
    else if (next.content && (next.type === 'footnote' || !INLINE.has(next.type))) {
      words.push(' ');
      for (let i = next.content.length - 1; i >= 0; i -= 1) open.push(next.content[i]!);
    }
  }
  return words.join('').replace(/\s+/gu, ' ').trim();
}

function blocksOf(nodes: readonly BodyNode[], depth: number): BodyNode[] {
  const blocks: BodyNode[] = [];
  let loose: BodyNode[] = [];
  const close = (): void => {
    if (loose.length > 0) blocks.push({ type: 'paragraph', content: loose });
    loose = [];
  };
  for (const node of nodes) {
    const inline = inlineOf(node);
    if (inline) {
      append(loose, inline);
      continue;
    }
    close();
    if (depth >= DEEPEST_BODY) {
      const words = wordsOf(node);
      if (words !== '') blocks.push({ type: 'paragraph', content: [{ type: 'text', text: words }] });
    } else blocks.push(...blockOf(node, depth));
  }
  close();
  return blocks;
}

function blockOf(node: BodyNode, depth: number): BodyNode[] {
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return [textblock({ type: 'paragraph' }, content)];
    case 'heading':
      return [textblock({ type: 'heading', attrs: { level: whole(node.attrs?.['level'], 1, 3, 1) } }, content)];
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listOf(node, depth);
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(blocksOf(content, depth + 1)) }];
    case 'table':
      return tableOf(content, depth);
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
    case 'quotation': {
      const { excerptId, text } = node.attrs ?? {};
      if (!isId(excerptId) || typeof text !== 'string' || text === '') return [];
      const attrs = { excerptId, text: text.slice(0, LONGEST_QUOTE), ...cleanCitedAs(node.attrs ?? {}) };
      return [{ type: 'quotation', attrs }];
    }
    case 'judgement': {
      const judgementId = node.attrs?.['judgementId'];
      if (!isId(judgementId)) return blocksOf(content, depth + 1);
      return [{ type: 'judgement', attrs: { judgementId }, content: filled(paragraphsOf(content)) }];
    }
    case 'figure':
      return [figureOf(node)];
    default:
      return blocksOf(content, depth + 1);
  }
}

/** Blocks as paragraphs: what may stand in a judgement. */
const paragraphsOf = (nodes: readonly BodyNode[]): BodyNode[] => {
  const isLoose = nodes.some((node) => INLINE.has(node.type));
  if (isLoose) return [textblock({ type: 'paragraph' }, nodes)];
  return nodes.map((node) => textblock({ type: 'paragraph' }, node.content ?? []));
};

/** A figure whose picture is not named rightly is its caption. */
function figureOf({ attrs = {}, content = [] }: BodyNode): BodyNode {
  const { originalId, mediaType, alt } = attrs;
  const type = FIGURE_TYPES.find((one) => one === mediaType);
  if (!sha256Schema.safeParse(originalId).success || !type) return textblock({ type: 'paragraph' }, content);
  const clean = { originalId, mediaType: type, alt: typeof alt === 'string' ? alt.slice(0, 2_000) : '' };
  return textblock({ type: 'figure', attrs: clean }, content);
}

function listOf(node: BodyNode, depth: number): BodyNode[] {
  const items: BodyNode[] = [];
  for (const item of node.content ?? []) {
    const isItem = item.type === 'listItem' || item.type === 'taskItem';
    const content = blocksOf(isItem ? (item.content ?? []) : [item], depth + 2);
    // A list item starts with a paragraph: the schema's rule, and what a bullet stands beside.
    if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' });
    if (node.type !== 'taskList') items.push({ type: 'listItem', content });
    else items.push({ type: 'taskItem', attrs: { checked: item.attrs?.['checked'] === true }, content });
  }
  if (items.length === 0) return [];
  if (node.type === 'taskList') return [{ type: 'taskList', content: items }];
  if (node.type === 'bulletList') return [{ type: 'bulletList', content: items }];
  return [{ type: 'orderedList', attrs: { start: whole(node.attrs?.['start'], 1, 9_999, 1) }, content: items }];
}

function tableOf(content: readonly BodyNode[], depth: number): BodyNode[] {
  const rows: BodyNode[] = [];
  for (const row of content) {
    if (row.type !== 'tableRow') continue;
    const cells: BodyNode[] = [];
    for (const cell of (row.content ?? []).slice(0, MOST_CELLS)) {
      if (cell.type !== 'tableCell' && cell.type !== 'tableHeader') continue;
      const colspan = whole(cell.attrs?.['colspan'], 1, MOST_CELLS, 1);
      const rowspan = whole(cell.attrs?.['rowspan'], 1, 1_000, 1);
      const inside = filled(blocksOf(cell.content ?? [], depth + 3));
      cells.push({ type: cell.type, attrs: { colspan, rowspan }, content: inside });
    }
    if (cells.length > 0) rows.push({ type: 'tableRow', content: cells });
  }
  return rows.length > 0 ? [{ type: 'table', content: rows }] : [];
}

function inlineOf(node: BodyNode): BodyNode | null {
  if (!INLINE.has(node.type)) return null;
  if (node.type === 'hardBreak') return { type: 'hardBreak' };
  if (node.type === 'citation') {
    const excerptId = node.attrs?.['excerptId'];
    if (!isId(excerptId)) return { type: 'text', text: '' };
    return { type: 'citation', attrs: { excerptId, ...cleanCitedAs(node.attrs ?? {}) } };
  }
  if (node.type === 'footnote') {
    const inside = (node.content ?? []).filter((one) => one.type !== 'footnote');
    return textblock({ type: 'footnote' }, inside);
  }
  const marks = cleanMarks(node.marks ?? []);
  const text = typeof node.text === 'string' ? node.text : '';
  return marks.length > 0 ? { type: 'text', marks, text } : { type: 'text', text };
}

function textblock(shell: BodyNode, nodes: readonly BodyNode[]): BodyNode {
  const content: BodyNode[] = [];
  for (const node of nodes) {
    const inline = inlineOf(node) ?? { type: 'text', text: wordsOf(node) };
    append(content, inline);
  }
  return content.length > 0 ? { ...shell, content } : shell;
}

/** Adds a piece of a line; words with the same marks grow together, and no words at all go. */
function append(line: BodyNode[], piece: BodyNode): void {
  const last = line.at(-1);
  if (piece.text === '') return;
  if (piece.type === 'text' && last?.type === 'text' && markNames(last) === markNames(piece)) {
    line[line.length - 1] = { ...last, text: last.text! + piece.text! };
  } else line.push(piece);
}

const markNames = (node: BodyNode): string => JSON.stringify(node.marks ?? []);

const filled = (blocks: BodyNode[]): BodyNode[] => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }]);

function whole(value: unknown, least: number, most: number, otherwise: number): number {
  return Number.isInteger(value) ? Math.min(most, Math.max(least, value as number)) : otherwise;
}
