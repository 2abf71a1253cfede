/** A briefing's body from the blocks of the sample's spec: the short hand for people, the long form for the editor. */
import type { BodyNode } from '../model/briefing';
import { CONFIDENCES } from '../model/estimative';
import type { ScaleId } from '../model/estimative';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { termInWords } from '../briefing/judgements';
import type { SampleBlock } from './sampleSpec';

/** What a citation of the spec points at. */
export interface CitedExcerpt {
  readonly id: string;
  readonly quote: string;
}

export interface SampleLookup {
  readonly excerpt: (key: string) => CitedExcerpt | undefined;
  /** The id of a judgement's record. */
  readonly judgementId: (key: string) => string | undefined;
  readonly scale: ScaleId;
}

type Marks = NonNullable<BodyNode['marks']>;

const PIECES = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|~(?<term>[^~]+)~|\[@(?<key>[a-z0-9-]+)\]/gu;
const KEYS = /\[@([a-z0-9-]+)\]/gu;

function inlineOf(words: string, lookup: SampleLookup, around: Marks = []): BodyNode[] {
  const nodes: BodyNode[] = [];
  const addText = (text: string, more: Marks = []): void => {
    const marks = [...around, ...more];
    if (text !== '') nodes.push(marks.length > 0 ? { type: 'text', marks, text } : { type: 'text', text });
  };
  let from = 0;
  for (const piece of words.matchAll(PIECES)) {
    const { bold, italic, term, key } = piece.groups!;
    let before = words.slice(from, piece.index);
    // A citation is a raised number: it stands right behind the word, as the spec's space does not.
    if (key) before = before.replace(/ $/u, '');
    addText(before);
    if (bold) nodes.push(...inlineOf(bold, lookup, [{ type: 'bold' }]));
    else if (italic) nodes.push(...inlineOf(italic, lookup, [{ type: 'italic' }]));
    else if (term) addText(term, meaningOf(term, lookup.scale));
    else nodes.push({ type: 'citation', attrs: { excerptId: lookup.excerpt(key!)!.id } });
    from = piece.index + piece[0].length;
  }
  addText(words.slice(from));
  return nodes;
}

/** The mark that says which term or level the words are. */
function meaningOf(words: string, scale: ScaleId): Marks {
  const level = CONFIDENCES.find((one) => one === words.toLowerCase());
  if (level) return [{ type: 'confidence', attrs: { level } }];
  const term = termInWords(words, scale)?.term;
  return term ? [{ type: 'term', attrs: { scale, term } }] : [];
}

function nodeOf(block: SampleBlock, lookup: SampleLookup): BodyNode {
  const paragraph = (words: string): BodyNode => ({ type: 'paragraph', content: inlineOf(words, lookup) });
  const items = (list: readonly string[]): BodyNode[] =>
    list.map((words) => ({ type: 'listItem', content: [paragraph(words)] }));
  if ('heading' in block) {
    return { type: 'heading', attrs: { level: block.level ?? 1 }, content: inlineOf(block.heading, lookup) };
  }
  if ('paragraph' in block) return paragraph(block.paragraph);
  if ('bullets' in block) return { type: 'bulletList', content: items(block.bullets) };
  if ('ordered' in block) return { type: 'orderedList', attrs: { start: 1 }, content: items(block.ordered) };
  if ('blockquote' in block) return { type: 'blockquote', content: [paragraph(block.blockquote)] };
  if ('judgement' in block) {
    const judgementId = lookup.judgementId(block.judgement);
    return { type: 'judgement', attrs: { judgementId }, content: [paragraph(block.words)] };
  }
  if ('quotation' in block) {
    const excerpt = lookup.excerpt(block.quotation)!;
    return { type: 'quotation', attrs: { excerptId: excerpt.id, text: excerpt.quote } };
  }
  const rows = block.table.map((cells, row) => ({
    type: 'tableRow',
    content: cells.map((words) => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      attrs: { colspan: 1, rowspan: 1 },
      content: [paragraph(words)],
    })),
  }));
  return { type: 'table', content: rows };
}

/** Keys of the excerpts that the blocks cite, in the order of first mention. */
export function citedKeys(blocks: readonly SampleBlock[]): string[] {
  const keys = new Set<string>();
  for (const block of blocks) {
    if ('quotation' in block) keys.add(block.quotation);
    else {
      for (const words of Object.values(block).flat(2)) {
        for (const match of String(words).matchAll(KEYS)) keys.add(match[1]!);
      }
    }
  }
  return [...keys];
}

/** The body as a ProseMirror document; refused with the first key that is no excerpt's or no judgement's. */
export function sampleBody(blocks: readonly SampleBlock[], lookup: SampleLookup): Result<BodyNode, 'key-unknown'> {
  for (const key of citedKeys(blocks)) if (!lookup.excerpt(key)) return no('key-unknown', key);
  for (const block of blocks) {
    if ('judgement' in block && !lookup.judgementId(block.judgement)) return no('key-unknown', block.judgement);
  }
  return yes({ type: 'doc', content: blocks.map((block) => nodeOf(block, lookup)) });
}
