/**
 * Numbers on the page: a plugin that writes each citation's number and each quotation's origin beside its node, never
 * into it. A key costs what it changed: only paragraphs that were touched are numbered again.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { staleSince } from '@shared/briefing/citedAs';
import type { StaleReason } from '@shared/briefing/citedAs';
import { isFaithful } from '@shared/briefing/quotation';
import { citationLabel, EXCERPT_DELETED } from '@shared/briefing/references';
import type { EvidenceLookup, References } from '@shared/briefing/references';
import { groupKey } from '@shared/briefing/styles/styledReferences';
import type { StyledReferences } from '@shared/briefing/styles/styledReferences';
import { changedSpans, inlineBlocksIn, touches } from './changes';
import { groupLook } from './styles';
import type { GroupLook } from './styles';

/** What the editor knows of its evidence; null while it is read. */
export interface Evidence {
  readonly references: References;
  readonly lookup: EvidenceLookup;
  /** In the briefing's reference style, as the text was a moment ago; null until it is written. */
  readonly styled?: StyledReferences | null;
}

/** Of what points at evidence: whether the reference style has a note for it, counted with the footnotes. */
export interface NoteSpec {
  readonly isNote: boolean;
}

/** What a citation's node view shows. */
export interface CitationSpec {
  readonly kind: 'citation';
  /** Empty inside a run of numbers, which its first and last tell. */
  readonly label: string;
  /** Shown instead while the citation is selected; empty where the label says it. */
  readonly alone: string;
  readonly words: string;
  readonly missing: boolean;
  readonly stale: boolean;
}

/** What a quotation's node view shows. */
export interface QuotationSpec {
  readonly kind: 'quotation';
  readonly label: string;
  readonly attribution: string;
  readonly language: string;
  readonly missing: boolean;
  /** The excerpt's words now; empty while they are not known. */
  readonly quote: string;
  /** The words quoted are not those of the excerpt, with what is left out and put in marked. */
  readonly altered: boolean;
  /** What of the excerpt changed since, its words apart; empty where nothing did. */
  readonly stale: string;
}

interface Numbering {
  readonly evidence: Evidence | null;
  readonly decorations: DecorationSet;
  /** Ids the text cites, each once, in the order of first citation; the same list until that changes. */
  readonly ids: readonly string[];
}

export const numberingKey = new PluginKey<Numbering>('numbering');

const POINTS_AT_EVIDENCE: ReadonlySet<string> = new Set(['citation', 'quotation']);

export const numberingPlugin = (): Plugin<Numbering> =>
  new Plugin<Numbering>({
    key: numberingKey,
    state: {
      init: (_config, { doc }) => ({ evidence: null, decorations: DecorationSet.empty, ids: citedIn(doc) }),
      apply(tr, now) {
        const evidence = (tr.getMeta(numberingKey) as Evidence | undefined) ?? now.evidence;
        if (evidence === now.evidence && !tr.docChanged) return now;
        const touched = tr.docChanged && touches(tr, POINTS_AT_EVIDENCE);
        const ids = touched ? kept(now.ids, citedIn(tr.doc)) : now.ids;
        if (!evidence) return { evidence, decorations: DecorationSet.empty, ids };
        const decorations =
          evidence === now.evidence
            ? renumbered(now.decorations, tr, evidence, touched)
            : DecorationSet.create(tr.doc, decorationsOf(tr.doc, evidence));
        return { evidence, decorations, ids };
      },
    },
    props: {
      decorations: (state) => numberingKey.getState(state)?.decorations,
    },
  });

/** Ids of the excerpts a text cites or quotes, each once, in the order of their first place. */
export function citedIn(doc: Node): string[] {
  const ids = new Set<string>();
  doc.descendants((node) => {
    if (POINTS_AT_EVIDENCE.has(node.type.name)) ids.add(node.attrs['excerptId'] as string);
  });
  return [...ids];
}

const kept = (before: readonly string[], next: readonly string[]): readonly string[] =>
  before.length === next.length && before.every((id, i) => id === next[i]) ? before : next;

/** The decorations moved along, those of the paragraphs that were changed made anew. */
function renumbered(before: DecorationSet, tr: Transaction, evidence: Evidence, touched: boolean): DecorationSet {
  let set = before.map(tr.mapping, tr.doc);
  for (const span of changedSpans(tr)) {
    for (const { node, start } of inlineBlocksIn(tr.doc, span)) {
      // A footnote is numbered with its line.
      if (!node.isTextblock) continue;
      const end = start + node.content.size;
      const old = set.find(start, end, (spec) => (spec as Partial<CitationSpec>).kind === 'citation');
      const fresh: Decoration[] = [];
      numberIn(node, start, evidence, fresh);
      // Most lines have nothing to number.
      if (old.length > 0) set = set.remove(old.filter((one) => one.from >= start && one.to <= end));
      if (fresh.length > 0) set = set.add(tr.doc, fresh);
    }
    if (!touched) continue;
    const from = Math.max(0, span.from - 1);
    const to = Math.min(tr.doc.content.size, span.to + 1);
    tr.doc.nodesBetween(from, to, (node, at) => {
      if (node.type.name !== 'quotation') return true;
      const old = set.find(at, at + node.nodeSize, (spec) => (spec as Partial<QuotationSpec>).kind === 'quotation');
      set = set.remove(old.filter((one) => one.from === at)).add(tr.doc, [quotationDecoration(node, at, evidence)]);
      return false;
    });
  }
  return set;
}

function decorationsOf(doc: Node, evidence: Evidence): Decoration[] {
  const all: Decoration[] = [];
  const seen = new Map<string, number>();
  const nthOf: Nth = (ids) => {
    const nth = seen.get(groupKey(ids)) ?? 0;
    seen.set(groupKey(ids), nth + 1);
    return nth;
  };
  doc.descendants((node, at) => {
    if (node.type.name === 'quotation') all.push(quotationDecoration(node, at, evidence, nthOf));
    if (node.isTextblock) numberIn(node, at + 1, evidence, all, nthOf);
    return !node.isTextblock;
  });
  return all;
}

/** How many groups of the same excerpts stand before one. A paragraph on its own takes each for the first. */
type Nth = (ids: readonly string[]) => number;
const FIRST: Nth = () => 0;

/** What a group shows in the reference style; null where the numbers of the references stand. */
function lookOf({ styled, references }: Evidence, ids: readonly string[], inFootnote: boolean, nthOf: Nth) {
  if (!styled) return null;
  const isGone = ids.every((id) => references.missing.includes(id));
  return groupLook(styled, ids, { isGone, inFootnote, nth: nthOf(ids) });
}

interface Placed {
  readonly node: Node;
  readonly at: number;
}

/** Citations with nothing or only white space between them share one pair of brackets. */
function numberIn(block: Node, start: number, evidence: Evidence, all: Decoration[], nthOf: Nth = FIRST): void {
  let group: Placed[] = [];
  const close = (): void => {
    if (group.length === 0) return;
    const ids = group.map(({ node }) => node.attrs['excerptId'] as string);
    const look = lookOf(evidence, ids, !block.isTextblock, nthOf);
    const specs = look ? saidSpecs(group, evidence, look) : groupSpecs(group, evidence);
    // The first that is still there tells for all.
    const lead = specs.findIndex((spec) => !spec.missing);
    for (const [i, { node, at }] of group.entries()) {
      all.push(lookedDecoration(node, at, i === lead ? look : null, specs[i]!));
    }
    group = [];
  };
  block.forEach((node, offset) => {
    if (node.type.name === 'citation') group.push({ node, at: start + offset });
    else if (!node.isText || node.text!.trim() !== '') close();
    if (node.inlineContent) numberIn(node, start + offset + 1, evidence, all, nthOf);
  });
  close();
}

interface Told {
  readonly node: Node;
  readonly inside: string;
  readonly number: number | undefined;
  readonly missing: boolean;
  readonly stale: readonly StaleReason[];
}

/**
 * What each citation of a group shows. Three or more numbers that follow each other read as one run: the first and the
 * last tell theirs, the one behind the first is the dash, the rest show their number while they are selected.
 */
function groupSpecs(group: readonly Placed[], evidence: Evidence): CitationSpec[] {
  const told = new Set<number>();
  const parts = group.map(({ node }) => tellOf(node, told, evidence));
  const plain = (i: number): boolean => {
    const part = parts[i];
    return part !== undefined && part.stale.length === 0 && part.inside === String(part.number);
  };
  const follows = (i: number): boolean => plain(i - 1) && plain(i) && parts[i]!.number === parts[i - 1]!.number! + 1;
  const inRun = (i: number): boolean => follows(i) && follows(i + 1);
  return parts.map((part, i) => {
    const open = i === 0 ? '[' : '';
    const closing = i === parts.length - 1 ? ']' : inRun(i + 1) ? '' : ', ';
    const words = wordsOf(part, evidence);
    const base = { kind: 'citation', words, missing: part.missing, stale: part.stale.length > 0 } as const;
    if (inRun(i)) return { ...base, label: inRun(i - 1) ? '' : '–', alone: part.inside };
    return { ...base, label: `${open}${part.inside}${closing}`, alone: '' };
  });
}

/** What each shows where the style has words or a note for the group: the first that is there tells them. */
function saidSpecs(group: readonly Placed[], evidence: Evidence, look: GroupLook): CitationSpec[] {
  let isTold = false;
  return group.map(({ node }): CitationSpec => {
    const part = tellOf(node, new Set(), evidence);
    const { missing } = part;
    const stale = part.stale.length > 0;
    const label = missing ? ` [${EXCERPT_DELETED}]` : `${isTold ? '' : look.label}${stale ? ' ≠ changed' : ''}`;
    const alone = isTold && label === '' ? part.inside : '';
    isTold ||= !missing;
    return { kind: 'citation', label, alone, words: wordsOf(part, evidence), missing, stale };
  });
}

function tellOf(node: Node, told: Set<number>, { references, lookup }: Evidence): Told {
  const id = node.attrs['excerptId'] as string;
  const number = references.numberOf.get(id);
  const missing = number === undefined && references.missing.includes(id);
  const stale = missing || number === undefined ? [] : staleSince(node.attrs, lookup);
  // A second passage of the same document, right beside the first, is told by its place.
  const own = number === undefined ? '…' : told.has(number) ? (references.placeOf.get(id)?.place ?? number) : number;
  if (number !== undefined) told.add(number);
  const inside = missing ? EXCERPT_DELETED : `${own}${stale.length > 0 ? ' ≠ changed' : ''}`;
  return { node, inside, number, missing, stale };
}

function wordsOf({ node, number, missing, stale }: Told, { references, lookup }: Evidence): string {
  if (missing) return 'Citation of an excerpt that was deleted';
  const id = node.attrs['excerptId'] as string;
  const place = references.placeOf.get(id);
  const changed = stale.length > 0 ? `, changed since it was cited: ${stale.join(', ')}` : '';
  const grade = place?.grade ? `, grade ${place.grade}` : '';
  const quote = lookup.excerpt(id)?.quote ?? '';
  return `Reference ${number ?? ''}, ${place?.placeWords ?? 'passage'}${grade}${changed}: ${quote}`.slice(0, 300);
}

function quotationDecoration(node: Node, at: number, evidence: Evidence, nthOf: Nth = FIRST): Decoration {
  const { references, lookup } = evidence;
  const { excerptId, text } = node.attrs as { excerptId: string; text: string };
  const excerpt = lookup.excerpt(excerptId);
  const document = excerpt && lookup.document(excerpt.documentId);
  const sourceId = excerpt?.sourceId ?? document?.sourceId;
  const number = references.numberOf.get(excerptId);
  const place = references.placeOf.get(excerptId);
  const names = [sourceId ? lookup.source(sourceId)?.name : '', document?.title, place?.place];
  const missing = references.missing.includes(excerptId);
  const look = lookOf(evidence, [excerptId], false, nthOf);
  const spec: QuotationSpec = {
    kind: 'quotation',
    label: look ? look.label : citationLabel(number === undefined ? [] : [number], missing ? 1 : 0),
    attribution: names.filter(Boolean).join(', '),
    language: document?.language ?? '',
    missing,
    quote: excerpt?.quote ?? '',
    altered: excerpt !== undefined && !isFaithful(text, excerpt.quote),
    stale: !document
      ? ''
      : staleSince(node.attrs, lookup)
          .filter((reason) => reason !== 'words')
          .join(' and '),
  };
  return lookedDecoration(node, at, look, spec);
}

function lookedDecoration(node: Node, at: number, look: GroupLook | null, spec: CitationSpec | QuotationSpec) {
  const whole: NoteSpec = { ...spec, isNote: look?.attribute === 'data-note' };
  return Decoration.node(at, at + node.nodeSize, look ? { [look.attribute]: '' } : {}, whole);
}
