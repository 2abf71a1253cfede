/** The editor's schema and behaviour: exactly the nodes of shared/briefing/bodySchema, and no inline style anywhere. */
import { Extension } from '@tiptap/core';
import type { AnyExtension, Extensions, Mark } from '@tiptap/core';
import { OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { BODY_MARKS } from '@shared/briefing/bodySchema';
import { Citation } from './citationNode';
import type { CitationOptions } from './citationNode';
import { CommentMark } from './commentMark';
import { commentPlugin } from './commentPlugin';
import { findingMarksPlugin } from './check/findingMarks';
import { Figure } from './figureNode';
import type { FigureOptions } from './figureNode';
import { findPlugin } from './find';
import { Footnote } from './footnoteNode';
import { hintPlugin } from './hints';
import { Judgement } from './judgementNode';
import type { JudgementOptions } from './judgementNode';
import { numberingPlugin } from './numbering';
import { ordinalsPlugin } from './ordinals';
import { pickerPlugin } from './picker';
import type { PickerLink } from './picker';
import { portionMarksPlugin } from './portionMarks';
import { Quotation } from './quotationNode';
import { Task, Tasks } from './taskNodes';
import { ConfidenceMark, LinkMark, TermMark } from './wordMarks';
import type { LinkOptions } from './wordMarks';

export interface EditorHooks
  extends
    Pick<CitationOptions, 'onShow'>,
    Partial<Pick<CitationOptions, 'onSettle'> & JudgementOptions & FigureOptions & LinkOptions> {
  readonly picker: PickerLink;
  readonly hints: Readonly<Record<string, string>>;
}

const spans = () => ({ colspan: { default: 1 }, rowspan: { default: 1 } });

// Mod+Shift+S exports the case, in the text as elsewhere; the kit would strike words through.
const withoutExportKey = (one: AnyExtension): AnyExtension =>
  one.name === 'strike' ? (one as Mark).extend({ addKeyboardShortcuts: () => ({}) }) : one;

// The marks of a text stand in the order of the schema's, and that of a clean body is another than the kit's.
const Basics = StarterKit.extend({
  addExtensions() {
    const rank = ({ name }: { name: string }): number => (BODY_MARKS as readonly string[]).indexOf(name);
    return (this.parent?.() ?? []).toSorted((a, b) => rank(a) - rank(b)).map(withoutExportKey);
  },
});

// Letters and roman numbers are no part of a body.
const Numbers = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => Math.max(1, Number.parseInt(element.getAttribute('start') ?? '', 10) || 1),
    },
  }),
});

/** The hooks of one kind that are there: an extension keeps its own default for the rest. */
const given = <Options extends object>(
  hooks: Partial<Options>,
  ...names: readonly (keyof Options)[]
): Partial<Options> =>
  Object.fromEntries(names.flatMap((name) => (hooks[name] ? [[name, hooks[name]]] : []))) as Partial<Options>;

// The policy forbids style attributes, and widths belong to whoever reads the note.
const PlainTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  addNodeView: () => null,
});

/** The extensions of one editor. */
export const briefingExtensions = (hooks: EditorHooks): Extensions => [
  Basics.configure({
    codeBlock: false,
    link: false,
    orderedList: false,
    // It would change every body that ends in a table as soon as it is opened.
    trailingNode: false,
    heading: { levels: [1, 2, 3] },
    dropcursor: { width: 2, color: 'var(--accent)' },
  }),
  PlainTable.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ addAttributes: spans }),
  TableCell.extend({ addAttributes: spans }),
  Numbers,
  Tasks,
  Task,
  Citation.configure(given<CitationOptions>(hooks, 'onShow', 'onSettle')),
  Quotation.configure({ onShow: hooks.onShow }),
  Judgement.configure(given<JudgementOptions>(hooks, 'newId', 'onJudgement')),
  Figure.configure(given<FigureOptions>(hooks, 'pictureAddress')),
  Footnote,
  LinkMark.configure(given<LinkOptions>(hooks, 'onLink', 'onFollow')),
  TermMark,
  ConfidenceMark,
  CommentMark,
  Extension.create({
    name: 'briefing',
    addProseMirrorPlugins: () => [
      numberingPlugin(),
      ordinalsPlugin(),
      hintPlugin(hooks.hints),
      pickerPlugin(hooks.picker),
      commentPlugin(),
      findPlugin(),
      findingMarksPlugin(),
      portionMarksPlugin(),
    ],
  }),
];
