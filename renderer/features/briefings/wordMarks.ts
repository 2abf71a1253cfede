/** What is said of words: where they lead, that they are a term of likelihood of a scale, or a level of confidence. */
import { Mark, mergeAttributes } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { Mark as WordMark, Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { isLinkTarget } from '@shared/briefing/bodyMarks';
import { CONFIDENCES, SCALE_IDS, SCALES, termById } from '@shared/model/estimative';
import type { Confidence, LikelihoodTerm, ScaleId } from '@shared/model/estimative';
import { changedSpans, inlineBlocksIn } from './changes';
import styles from './page.module.css';

export interface LinkOptions {
  /** Asks where the selected words are to lead. */
  readonly onLink: (editor: Editor) => void;
  /** Follows a link: a record of the case is opened, an address of the web is shown. */
  readonly onFollow: (href: string) => void;
}

const attribute = (name: string, html: string) => ({
  [name]: {
    default: '',
    parseHTML: (dom: HTMLElement) => dom.getAttribute(html) ?? '',
    renderHTML: (attributes: Record<string, unknown>) => ({ [html]: attributes[name] }),
  },
});

export const LinkMark = Mark.create<LinkOptions>({
  name: 'link',
  inclusive: false,
  addOptions: () => ({ onLink: () => undefined, onFollow: () => undefined }),
  addAttributes: () => attribute('href', 'href'),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (dom: HTMLElement) => (isLinkTarget(dom.getAttribute('href')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    mergeAttributes(HTMLAttributes, { class: styles.link ?? '', rel: 'noreferrer noopener' }),
    0,
  ],
  addKeyboardShortcuts() {
    return {
      'Mod-Shift-k': () => {
        this.options.onLink(this.editor);
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    const { onFollow } = this.options;
    const hold = (_view: unknown, event: MouseEvent): boolean => {
      const link = (event.target as Element).closest<HTMLElement>('a[href]');
      if (!link) return false;
      // The page itself is never left: the middle button and a click with Mod would open a window.
      event.preventDefault();
      if (event.type === 'click' && (event.ctrlKey || event.metaKey)) onFollow(link.getAttribute('href')!);
      return false;
    };
    return [new Plugin({ props: { handleDOMEvents: { click: hold, auxclick: hold } } })];
  },
});

export const TermMark = Mark.create({
  name: 'term',
  inclusive: false,
  addAttributes: () => ({ ...attribute('scale', 'data-scale'), ...attribute('term', 'data-term') }),
  parseHTML: () => [{ tag: 'span[data-term][data-scale]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { class: styles.term ?? '' }), 0],
});

export const ConfidenceMark = Mark.create({
  name: 'confidence',
  inclusive: false,
  addAttributes: () => attribute('level', 'data-confidence'),
  parseHTML: () => [{ tag: 'span[data-confidence]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { class: styles.term ?? '' }), 0],
  addProseMirrorPlugins: () => [new Plugin({ appendTransaction: (all, _old, state) => unsaid(all, state) })],
});

/** The term a mark names; null where its scale is not known or has no such term. */
export function termOf({
  scale,
  term,
}: Readonly<Record<string, unknown>>): (LikelihoodTerm & { scale: ScaleId }) | null {
  const known = SCALE_IDS.find((id) => id === scale);
  const found = known && termById(known, String(term));
  return found ? { ...found, scale: known } : null;
}

/** Whether words still say what a mark says of them: one of the term's forms, or a confidence of that level. */
export function stillSays(words: string, name: string, attrs: Readonly<Record<string, unknown>>): boolean {
  const said = words.replace(/\s+/gu, ' ').trim().toLowerCase();
  if (name === 'confidence') return said.includes(String(attrs['level']));
  const term = termOf(attrs);
  return term !== null && [term.words, ...term.also].includes(said);
}

/** Words that were typed over no longer carry the term that stood there. Undo, and text from elsewhere, are left alone. */
function unsaid(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const { tr, schema } = state;
  const last = transactions.at(-1);
  if (!last?.docChanged || last.getMeta('history$') !== undefined || last.getMeta('preventUpdate') === true)
    return null;
  for (const span of changedSpans(last))
    for (const { node, start } of inlineBlocksIn(state.doc, span))
      for (const name of ['term', 'confidence'] as const)
        for (const run of runsOf(node, name))
          if (!stillSays(run.words, name, run.mark.attrs))
            tr.removeMark(start + run.from, start + run.to, schema.marks[name]);
  return tr.docChanged ? tr : null;
}

interface Run {
  readonly mark: WordMark;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Words beside each other that share a mark, with their offsets in the block. */
function runsOf(block: Node, name: string): Run[] {
  const runs: Run[] = [];
  block.forEach((node, offset) => {
    const mark = node.marks.find((one) => one.type.name === name);
    if (!mark) return;
    const last = runs.at(-1);
    const words = node.text ?? '';
    if (last && last.to === offset && last.mark.eq(mark))
      runs[runs.length - 1] = { ...last, words: last.words + words, to: offset + node.nodeSize };
    else runs.push({ mark, words, from: offset, to: offset + node.nodeSize });
  });
  return runs;
}

/** Puts a term at the caret or in place of the words selected; words that say it already only get the mark. */
export function insertTerm(editor: Editor, scale: ScaleId, term: LikelihoodTerm): void {
  putWords(editor, 'term', { scale, term: term.id }, term.words);
}

export function insertConfidence(editor: Editor, level: Confidence): void {
  putWords(editor, 'confidence', { level }, `${level} confidence`);
}

function putWords(editor: Editor, name: 'term' | 'confidence', attrs: Record<string, string>, words: string): void {
  const { doc, selection } = editor.state;
  const { from, to } = selection;
  const selected = doc.textBetween(from, to, ' ', ' ');
  if (selected.trim() !== '' && stillSays(selected, name, attrs)) {
    editor.chain().focus().setMark(name, attrs).run();
    return;
  }
  // A word apart from what stands before it.
  const before = doc.textBetween(Math.max(0, from - 1), from, ' ', ' ');
  const space = /[\p{L}\p{N},;:]$/u.test(before) ? ' ' : '';
  editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, [
      ...(space === '' ? [] : [{ type: 'text', text: space }]),
      { type: 'text', text: words, marks: [{ type: name, attrs }] },
    ])
    .run();
}

/** What stands behind marked words, in a line: the band of a term with its standard, a confidence, an address. */
export function meaningOf(name: string, attrs: Readonly<Record<string, unknown>>): string {
  if (name === 'link') return String(attrs['href']);
  if (name === 'confidence') {
    const level = CONFIDENCES.find((one) => one === attrs['level']);
    return level ? `Confidence: ${level}. How good the basis is, not how likely the event (ICD 203)` : '';
  }
  const term = termOf(attrs);
  return term ? `${term.bandWords} · ${SCALES[term.scale].name}, ${SCALES[term.scale].standard}` : '';
}
