/** The tools of the text: there while one writes, out of the way while one reads. One stop for Tab, arrows inside. */
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import type { ScaleId } from '@shared/model/estimative';
import {
  Bold,
  ChartNoAxesColumnIncreasing,
  Code,
  Image,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  MessageSquarePlus,
  Minus,
  Plus,
  Quote,
  Redo2,
  Scale,
  Strikethrough,
  Superscript,
  Table,
  Type,
  Underline,
  Undo2,
} from 'lucide-react';
import { useApp } from '../../app/context';
import { IconButton, MenuButton, Toolbar } from '../../ui';
import type { MenuItems } from '../../ui';
import { insertFootnote } from './footnoteNode';
import { toggleJudgement } from './judgementNode';
import { likelihoodItems } from './likelihoodItems';
import styles from './page.module.css';

const LEVELS = [1, 2, 3] as const;

interface EditorToolbarProps {
  readonly editor: Editor;
  /** The case's words of likelihood. */
  readonly scale: ScaleId;
  readonly newId: () => string;
  readonly onCite: () => void;
  readonly onLink: () => void;
  readonly onPicture: () => void;
}

export const EditorToolbar = ({ editor, scale, newId, onCite, onLink, onPicture }: EditorToolbarProps) => {
  const { run } = useApp();
  const now = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      level: LEVELS.find((level) => at.isActive('heading', { level })) ?? 0,
      bold: at.isActive('bold'),
      italic: at.isActive('italic'),
      underline: at.isActive('underline'),
      strike: at.isActive('strike'),
      code: at.isActive('code'),
      bullets: at.isActive('bulletList'),
      numbers: at.isActive('orderedList'),
      tasks: at.isActive('taskList'),
      link: at.isActive('link'),
      judgement: at.isActive('judgement'),
      quote: at.isActive('blockquote'),
      table: at.isActive('table'),
      undo: at.can().undo(),
      redo: at.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  const kinds: MenuItems[] = [
    {
      id: 'text',
      label: 'Text',
      keys: 'Mod+Alt+0',
      isOn: now.level === 0,
      onAction: () => chain().setParagraph().run(),
    },
    ...LEVELS.map((level) => ({
      id: `h${level}`,
      label: `Heading ${level}`,
      keys: `Mod+Alt+${level}`,
      isOn: now.level === level,
      onAction: () => void chain().toggleHeading({ level }).run(),
    })),
    'separator',
    {
      id: 'quote',
      label: 'Block quote',
      icon: Quote,
      keys: 'Mod+Shift+B',
      isOn: now.quote,
      onAction: () => chain().toggleBlockquote().run(),
    },
  ];
  return (
    <Toolbar aria-label="Text tools" className={styles.toolbar ?? ''}>
      <MenuButton label={now.level === 0 ? 'Text' : `Heading ${now.level}`} name="Kind of paragraph" items={kinds} />
      <IconButton icon={Bold} name="Bold" keys="Mod+B" isOn={now.bold} onPress={() => chain().toggleBold().run()} />
      <IconButton
        icon={Italic}
        name="Italic"
        keys="Mod+I"
        isOn={now.italic}
        onPress={() => chain().toggleItalic().run()}
      />
      <MenuButton
        icon={Type}
        name="More styles"
        items={[
          {
            id: 'underline',
            label: 'Underline',
            icon: Underline,
            keys: 'Mod+U',
            isOn: now.underline,
            onAction: () => chain().toggleUnderline().run(),
          },
          {
            id: 'strike',
            label: 'Strike through',
            icon: Strikethrough,
            isOn: now.strike,
            onAction: () => chain().toggleStrike().run(),
          },
          {
            id: 'code',
            label: 'Fixed width',
            icon: Code,
            keys: 'Mod+E',
            isOn: now.code,
            onAction: () => chain().toggleCode().run(),
          },
        ]}
      />
      <MenuButton
        icon={now.numbers ? ListOrdered : now.tasks ? ListChecks : List}
        name="List"
        items={[
          {
            id: 'bullets',
            label: 'Bullets',
            icon: List,
            keys: 'Mod+Shift+8',
            isOn: now.bullets,
            onAction: () => chain().toggleBulletList().run(),
          },
          {
            id: 'numbers',
            label: 'Numbers',
            icon: ListOrdered,
            keys: 'Mod+Shift+7',
            isOn: now.numbers,
            onAction: () => chain().toggleOrderedList().run(),
          },
          {
            id: 'tasks',
            label: 'Things to do',
            icon: ListChecks,
            keys: 'Mod+Shift+9',
            isOn: now.tasks,
            onAction: () => chain().toggleTaskList().run(),
          },
        ]}
      />
      <MenuButton icon={Table} name="Table" items={tableItems(editor, now.table)} />
      <MenuButton
        icon={Plus}
        name="Insert"
        items={[
          { id: 'picture', label: 'Picture…', icon: Image, onAction: onPicture },
          {
            id: 'footnote',
            label: 'Footnote',
            icon: Superscript,
            keys: 'Mod+Alt+F',
            onAction: () => insertFootnote(editor),
          },
          { id: 'rule', label: 'Rule', icon: Minus, onAction: () => chain().setHorizontalRule().run() },
        ]}
      />
      <IconButton icon={Link} name="Link" keys="Mod+Shift+K" isOn={now.link} onPress={onLink} />
      <IconButton
        icon={Scale}
        name="Key judgement"
        keys="Mod+Alt+J"
        isOn={now.judgement}
        onPress={() => toggleJudgement(editor, newId)}
      />
      <MenuButton
        icon={ChartNoAxesColumnIncreasing}
        name="Likelihood and confidence"
        items={likelihoodItems(editor, scale)}
      />
      <IconButton icon={MessageSquarePlus} name="Comment" keys="Mod+Alt+M" onPress={() => void run('comment.start')} />
      <span className={styles.spring} />
      <button type="button" className={styles.citeTool} onClick={onCite}>
        Cite <kbd>[[</kbd>
      </button>
      <IconButton icon={Undo2} name="Undo in the text" isDisabled={!now.undo} onPress={() => chain().undo().run()} />
      <IconButton icon={Redo2} name="Redo in the text" isDisabled={!now.redo} onPress={() => chain().redo().run()} />
    </Toolbar>
  );
};

function tableItems(editor: Editor, inTable: boolean): MenuItems[] {
  const chain = () => editor.chain().focus();
  if (!inTable) {
    const insert = (): void => void chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    return [{ id: 'insert', label: 'Insert a table', onAction: insert }];
  }
  return [
    { id: 'row-above', label: 'Row above', onAction: () => chain().addRowBefore().run() },
    { id: 'row-below', label: 'Row below', onAction: () => chain().addRowAfter().run() },
    { id: 'row-delete', label: 'Delete the row', onAction: () => chain().deleteRow().run() },
    'separator',
    { id: 'column-before', label: 'Column before', onAction: () => chain().addColumnBefore().run() },
    { id: 'column-after', label: 'Column after', onAction: () => chain().addColumnAfter().run() },
    { id: 'column-delete', label: 'Delete the column', onAction: () => chain().deleteColumn().run() },
    'separator',
    { id: 'head-row', label: 'Head row on or off', onAction: () => chain().toggleHeaderRow().run() },
    { id: 'head-column', label: 'Head column on or off', onAction: () => chain().toggleHeaderColumn().run() },
    { id: 'merge', label: 'Merge or split cells', onAction: () => chain().mergeOrSplit().run() },
    'separator',
    { id: 'delete', label: 'Delete the table', isDanger: true, onAction: () => chain().deleteTable().run() },
  ];
}
