/** The words of a line: citations joined into groups, footnotes numbered, marks told apart by what they mean. */
import type { BodyNode, Briefing } from '../model/briefing';
import type { Marking } from '../model/marking';
import { BODY_MARKS } from './bodyMarks';
import type { BodyMark } from './bodyMarks';
import { derivedMarking } from './marking';
import type { CitationGroup, Footnote, Inline } from './parts';
import type { CitedPlace, EvidenceLookup, References } from './references';
import { labelling } from './styledInlines';
import type { Labelling } from './styledInlines';
import type { StyledReferences } from './styles/styledReferences';

/** What a walk through a body knows, and what grows on the way. */
export interface Walk {
  readonly references: References;
  readonly labelling: Labelling;
  readonly lookup: EvidenceLookup;
  /** The marking of a passage of the text; null where portion marks are not shown. */
  readonly portionOf: ((ids: readonly string[]) => Marking) | null;
  /** Grow while the body is walked, which numbers them. */
  readonly footnotes: Footnote[];
  readonly numbered: { judgements: number; figures: number };
}

export const walkOf = (
  briefing: Pick<Briefing, 'portionMarks'>,
  references: References,
  lookup: EvidenceLookup,
  styled: StyledReferences | null,
): Walk => ({
  references,
  labelling: labelling(styled),
  lookup,
  portionOf: briefing.portionMarks ? (ids) => derivedMarking(ids, lookup).marking : null,
  footnotes: [],
  numbered: { judgements: 0, figures: 0 },
});

/** The excerpts cited at one place. */
export function groupOf(ids: readonly string[], { references, labelling, footnotes }: Walk): CitationGroup {
  const numbers = new Set<number>();
  const places: CitedPlace[] = [];
  let missing = 0;
  for (const id of new Set(ids)) {
    const number = references.numberOf.get(id);
    if (number === undefined) missing += 1;
    else {
      numbers.add(number);
      places.push(references.placeOf.get(id)!);
    }
  }
  const { words, ...label } = labelling.label(ids);
  if (label.note !== undefined) footnotes.push({ number: label.note, inlines: words });
  return { numbers: [...numbers].sort((a, b) => a - b), places, missing, ...label };
}

/** Citations with nothing or only white space between them become one group. */
export function inlinesOf(nodes: readonly BodyNode[], walk: Walk): Inline[] {
  const inlines: Inline[] = [];
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i]!;
    if (node.type === 'hardBreak') inlines.push({ kind: 'break' });
    else if (node.type === 'text') addWords(inlines, wordsOf(node));
    else if (node.type === 'footnote') {
      const footnote = { number: walk.labelling.footnote(), inlines: [] as Inline[] };
      walk.footnotes.push(footnote);
      footnote.inlines.push(...inlinesOf(node.content ?? [], walk));
      inlines.push({ kind: 'footnote', number: footnote.number });
    } else {
      const ids = [node.attrs!['excerptId'] as string];
      for (let next = nextCitation(nodes, i); next > 0; next = nextCitation(nodes, i)) {
        ids.push(nodes[next]!.attrs!['excerptId'] as string);
        i = next;
      }
      const group = groupOf(ids, walk);
      // Words need room before them, which a number does without.
      if (group.runs && !/\s$/u.test(lastWords(inlines))) inlines.push({ kind: 'text', text: ' ', marks: [] });
      inlines.push({ kind: 'citation', ...group });
    }
  }
  return inlines;
}

/** The words before; a space where nothing needs room. */
function lastWords(inlines: readonly Inline[]): string {
  const last = inlines.at(-1);
  return last?.kind === 'text' ? last.text : last && last.kind !== 'break' ? '' : ' ';
}

function wordsOf({ text, marks = [] }: BodyNode): Inline {
  const looks = marks.map((mark) => mark.type).filter((type): type is BodyMark => isLook(type));
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.['href'];
  const term = marks.find((mark) => mark.type === 'term')?.attrs;
  return {
    kind: 'text',
    text: text!,
    marks: looks,
    ...(typeof href === 'string' ? { href } : {}),
    ...(term ? { term: { scale: term['scale'] as string, term: term['term'] as string } } : {}),
  };
}

/** Words that only a comment, or a meaning nobody prints, parts from those before them are one with them. */
function addWords(inlines: Inline[], words: Inline): void {
  const last = inlines.at(-1);
  if (last?.kind === 'text' && words.kind === 'text' && lookOf(last) === lookOf(words))
    inlines[inlines.length - 1] = { ...last, text: last.text + words.text };
  else inlines.push(words);
}

const lookOf = (words: Inline): string => JSON.stringify({ ...words, text: '' });

const isLook = (type: string): boolean => (BODY_MARKS as readonly string[]).includes(type);

function nextCitation(nodes: readonly BodyNode[], from: number): number {
  let next = from + 1;
  while (nodes[next]?.type === 'text' && nodes[next]!.text!.trim() === '') next += 1;
  return nodes[next]?.type === 'citation' ? next : -1;
}
