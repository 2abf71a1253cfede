/** The ledger of citations in the editor: taking it down when something is cited, and settling what changed since. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NOT_KEPT } from '@shared/briefing/bodyMarks';
import type { CitedAs } from '@shared/briefing/bodyMarks';
import { citedAs, staleSince } from '@shared/briefing/citedAs';
import type { EvidenceLookup } from '@shared/briefing/references';
import type { Excerpt } from '@shared/model/excerpt';
import { numberingKey } from './numbering';

export const CITED_AS_PARTS = ['words', 'grade', 'marking'] as const satisfies readonly (keyof CitedAs)[];

/** The evidence of the editor; null while it is read. */
const lookupOf = (editor: Editor): EvidenceLookup | null =>
  numberingKey.getState(editor.state)?.evidence?.lookup ?? null;

/** What a citation made now keeps of its excerpt; nothing while the documents of the case are being read. */
export function keptNow(editor: Editor, excerpt: Excerpt): CitedAs {
  const lookup = lookupOf(editor);
  return lookup ? citedAs(excerpt, lookup) : NOT_KEPT;
}

const isCited = (node: Node | null): node is Node => node?.type.name === 'citation' || node?.type.name === 'quotation';

function setAttributes(editor: Editor, at: number, attrs: Readonly<Record<string, unknown>>): boolean {
  const node = editor.state.doc.nodeAt(at);
  if (!isCited(node)) return false;
  const { tr } = editor.state;
  for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(at, name, value);
  editor.view.dispatch(tr);
  return true;
}

/** The citation or quotation at a position takes the excerpt as it is now; a quotation its words too, when asked. */
export function citeAnew(editor: Editor, at: number, withWords = false): boolean {
  const node = editor.state.doc.nodeAt(at);
  const excerpt = isCited(node) ? lookupOf(editor)?.excerpt(node.attrs['excerptId'] as string) : undefined;
  if (!excerpt) return false;
  return setAttributes(editor, at, { ...keptNow(editor, excerpt), ...(withWords ? { text: excerpt.quote } : {}) });
}

/** The citation stays as it is and is no longer compared with its excerpt. */
export const keepAsItIs = (editor: Editor, at: number): boolean => setAttributes(editor, at, { ...NOT_KEPT });

/** Takes the citation or quotation at a position out. */
export function dropCitation(editor: Editor, at: number): boolean {
  const node = editor.state.doc.nodeAt(at);
  if (!isCited(node)) return false;
  editor.view.dispatch(editor.state.tr.delete(at, at + node.nodeSize));
  return true;
}

/** What of an excerpt changed since it was cited, a clause each: `the grade was B2, is D4`. */
export function changesInWords(attrs: Readonly<Record<string, unknown>>, lookup: EvidenceLookup): string[] {
  const excerpt = lookup.excerpt(attrs['excerptId'] as string);
  if (!excerpt) return [];
  const now = citedAs(excerpt, lookup);
  const said = (value: unknown): string => (value === '' ? 'not given' : String(value));
  return staleSince(attrs, lookup).flatMap((reason) => {
    if (reason === 'deleted') return [];
    if (reason === 'words') return ['its words were changed'];
    return [`the ${reason} was ${said(attrs[reason])}, is ${said(now[reason])}`];
  });
}
