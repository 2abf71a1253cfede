/**
 * A body without the passages that are stricter than those it is meant for may have. What is withheld is taken out of
 * the body itself, before anything is numbered or rendered: no format can hold a word of it.
 */
import type { BodyNode } from '../../model/briefing';
import { strictness } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { wordsOf } from '../bodySchema';
import { passageMarking } from './passageMarking';
import type { Markings } from './passageMarking';

export type PassageKind =
  | 'paragraph'
  | 'heading'
  | 'list item'
  | 'table cell'
  | 'quotation'
  | 'key judgement'
  | 'figure'
  | 'footnote';

/** One passage that was withheld, as its author is told of it; nothing of this goes into a file. */
export interface WithheldPassage {
  readonly kind: PassageKind;
  readonly marking: Marking;
  /** The heading it stands under; empty above the first. */
  readonly under: string;
  /** Its first words. */
  readonly words: string;
}

export interface Withholding {
  readonly body: BodyNode;
  readonly withheld: readonly WithheldPassage[];
}

/** What stands in place of a passage. */
export const withheldWords = (marking: Marking): string => `[withheld: ${marking}]`;

const SHORT = 80;
const NO_PICTURE = '0'.repeat(64);

/** The clean body with every passage above the ceiling replaced by `[withheld: TLP:…]`. Pure. */
export function withholdAbove(body: BodyNode, ceiling: Marking, markings: Markings): Withholding {
  const withheld: WithheldPassage[] = [];
  let under = '';

  const isAbove = (marking: Marking): boolean => strictness(marking) > strictness(ceiling);

  const noted = (kind: PassageKind, marking: Marking, node: BodyNode): BodyNode => {
    const words = wordsOf(node);
    withheld.push({ kind, marking, under, words: words.length > SHORT ? `${words.slice(0, SHORT)}…` : words });
    return { type: 'text', text: withheldWords(marking) };
  };

  const footnotesOf = (content: readonly BodyNode[]): BodyNode[] =>
    content.map((node) => {
      if (node.type !== 'footnote') return node;
      const marking = passageMarking(node.content ?? [], markings);
      return isAbove(marking) ? { type: 'footnote', content: [noted('footnote', marking, node)] } : node;
    });

  const lineOf = (node: BodyNode, kind: PassageKind): BodyNode => {
    const marking = passageMarking(node.content ?? [], markings);
    const said = isAbove(marking) ? [noted(kind, marking, node)] : footnotesOf(node.content ?? []);
    return node.content ? { ...node, content: said } : node;
  };

  const blockOf = (node: BodyNode, kind: PassageKind): BodyNode => {
    switch (node.type) {
      case 'paragraph':
        return lineOf(node, kind);
      case 'heading': {
        under = wordsOf(node);
        return lineOf(node, 'heading');
      }
      case 'quotation': {
        const marking = passageMarking([node], markings);
        return isAbove(marking) ? { type: 'paragraph', content: [noted('quotation', marking, node)] } : node;
      }
      case 'judgement': {
        const marking = passageMarking(node.content ?? [], markings);
        // Withheld as a whole, and still one of the numbered ones.
        if (isAbove(marking)) {
          return { ...node, content: [{ type: 'paragraph', content: [noted('key judgement', marking, node)] }] };
        }
        return { ...node, content: (node.content ?? []).map((one) => lineOf(one, 'key judgement')) };
      }
      case 'figure': {
        const marking = passageMarking([node], markings);
        if (!isAbove(marking)) return lineOf(node, 'figure');
        // Its number stays, so that the text's other figures keep theirs.
        const attrs = { originalId: NO_PICTURE, mediaType: 'image/png', alt: '' };
        return { type: 'figure', attrs, content: [noted('figure', marking, node)] };
      }
      default: {
        const inside = INSIDE[node.type] ?? kind;
        return node.content ? { ...node, content: node.content.map((one) => blockOf(one, inside)) } : node;
      }
    }
  };

  return { body: blockOf(body, 'paragraph'), withheld };
}

/** What a paragraph inside of these is called. */
const INSIDE: Readonly<Record<string, PassageKind>> = {
  listItem: 'list item',
  taskItem: 'list item',
  tableCell: 'table cell',
  tableHeader: 'table cell',
};
