/** Which citations of a body stand together: one bracket in the text, or one note. */
import type { BodyNode } from '../../model/briefing';

/** What a note may be numbered for, in the order of the text. */
export type NoteEvent =
  | {
      readonly kind: 'group';
      /** Excerpts, as they stand. */
      readonly ids: readonly string[];
      /** It stands in a footnote of the author's. */
      readonly inFootnote: boolean;
    }
  /** A footnote of the author's begins; the groups in it follow. */
  | { readonly kind: 'footnote' };

/**
 * Footnotes, and groups of citations: those with at most white space between them are one, a quotation is one alone.
 * @param body clean, as `cleanBody` gives it
 */
export function noteEvents(body: BodyNode): NoteEvent[] {
  const events: NoteEvent[] = [];
  const visit = (node: BodyNode, inFootnote: boolean): void => {
    if (node.type === 'quotation') events.push({ kind: 'group', ids: [excerptIdOf(node)], inFootnote });
    let group: string[] | null = null;
    for (const child of node.content ?? []) {
      if (child.type === 'citation') {
        if (group) group.push(excerptIdOf(child));
        else events.push({ kind: 'group', ids: (group = [excerptIdOf(child)]), inFootnote });
        continue;
      }
      if (child.type !== 'text' || child.text!.trim() !== '') group = null;
      if (child.type === 'footnote') events.push({ kind: 'footnote' });
      visit(child, inFootnote || child.type === 'footnote');
    }
  };
  visit(body, false);
  return events;
}

const excerptIdOf = (node: BodyNode): string => node.attrs?.['excerptId'] as string;
