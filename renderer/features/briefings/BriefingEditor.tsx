/** The place where a briefing is written: a page on a darker ground, its references live below, the evidence beside it. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { FileX } from 'lucide-react';
import { EditorContent, useEditor } from '@tiptap/react';
import { cleanBody } from '@shared/briefing/bodySchema';
import { derivedMarking } from '@shared/briefing/marking';
import { citedExcerptIds, numberReferences } from '@shared/briefing/references';
import type { Briefing } from '@shared/model/briefing';
import type { Case } from '@shared/model/case';
import { useApp } from '../../app/context';
import { onSignal, sendSignal } from '../../app/signals';
import { toggleSetting, useSwitch, useWidth } from '../../app/viewSettings';
import { useCase, useRow } from '../../store/hooks';
import { writeSetting } from '../../store/registry';
import { Button, classes, EmptyState, SplitPane } from '../../ui';
import { BriefingBar } from './BriefingBar';
import { BriefingHead } from './BriefingHead';
import { BriefingOptions } from './BriefingOptions';
import { BriefingSide } from './BriefingSide';
import { choosePanel } from './choosePanel';
import { CheckLayer, marksClass, OpenFindings } from './check';
import { addPictures, picturesAmong } from './addPictures';
import { CitationCard } from './CitationCard';
import { useCommenting } from './comments/useCommenting';
import { cleanPaste } from './cleanPaste';
import { contentOf } from './content';
import { EditorToolbar } from './EditorToolbar';
import { useEvidence } from './evidence';
import { ExcerptPicker } from './ExcerptPicker';
import { briefingExtensions } from './extensions';
import type { BriefingFormat } from './export/wishes';
import { FindBar } from './FindBar';
import { dropEvidence } from './dropEvidence';
import { LengthButton } from './LengthButton';
import { numberingKey } from './numbering';
import type { Evidence } from './numbering';
import { useJudgementWish } from './judgements/useJudgementWish';
import { LikelihoodKey } from './LikelihoodKey';
import { makePickerLink } from './picker';
import { StyledReferenceList } from './StyledReferenceList';
import { useStyledBriefing } from './styles';
import { templateOf, useOwnTemplates } from './templates';
import { makeTextTools } from './textTools';
import { toEdge } from './toEdge';
import { useBodySaving } from './useBodySaving';
import { useFinding } from './useFinding';
import { useSettledHeights } from './useSettledHeights';
import styles from './page.module.css';

/** Blocks from which only those in sight are drawn: about ten pages. */
const LONG = 100;
const DRAWER_OPEN = 'briefing.drawer.open';
const DRAWER_WIDTH = 'briefing.drawer.width';

export const BriefingEditor = ({ briefingId }: { briefingId: string }) => {
  const app = useApp();
  const open = useCase();
  const briefing = useRow('briefings', briefingId);
  const record = useRow('cases', open.id);
  const own = useOwnTemplates();
  if (briefing === undefined || !record || !own) return null;
  if (briefing === null) {
    const back = (): void => app.navigate({ view: 'briefings', caseId: open.id });
    return (
      <EmptyState
        icon={FileX}
        title="This briefing is no longer there"
        message="It was deleted here or in another window. Undo brings it back."
        action={<Button onPress={back}>All briefings</Button>}
      />
    );
  }
  const { hints } = templateOf(briefing.template, own);
  return <Page key={briefing.id} briefing={briefing} record={record} hints={hints} />;
};

interface PageProps {
  readonly briefing: Briefing;
  readonly record: Case;
  readonly hints: Readonly<Record<string, string>>;
}

const Page = ({ briefing, record, hints: templateHints }: PageProps) => {
  const app = useApp();
  const open = useCase();
  const { run } = app;
  const language = record.language || 'en-GB';
  const [ids, setIds] = useState<readonly string[]>(() => citedExcerptIds(cleanBody(briefing.body)));
  const [picker] = useState(makePickerLink);
  const picking = useSyncExternalStore(picker.subscribe, picker.now);
  const page = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const isDrawerOpen = useSwitch(DRAWER_OPEN);
  const drawerWidth = useWidth(DRAWER_WIDTH, 380);

  const finding = useFinding();
  useSettledHeights(page);
  const [tools] = useState(() => makeTextTools(app, open, openSide));
  useEffect(() => tools.close, [tools]);
  const { onShow } = tools.hooks;
  // A template that changes while its briefing is open must not make the editor anew.
  const [hints] = useState(templateHints);
  const extensions = useMemo(() => briefingExtensions({ ...tools.hooks, picker, hints }), [tools, picker, hints]);
  const editor = useEditor({
    extensions,
    content: contentOf(briefing.body),
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: ({ doc }) => ({
        class: classes(styles.text, doc.childCount > LONG && styles.long),
        'aria-label': 'Text of the briefing',
        'aria-multiline': 'true',
        lang: language,
        spellcheck: 'true',
      }),
      handleKeyDown: (view, event) => {
        if (event.altKey && event.key === 'F10') {
          toolbar.current?.querySelector<HTMLElement>('button')?.focus();
          return true;
        }
        return toEdge(view, event);
      },
      transformPastedHTML: cleanPaste,
      handlePaste: (_view, event) => {
        // Office puts a picture of the words beside them: where there are words, they are meant.
        const pictures = event.clipboardData?.getData('text/plain') ? [] : picturesAmong(event.clipboardData?.files);
        if (pictures.length > 0) void addPictures(app, editor, pictures);
        return pictures.length > 0;
      },
      handleDrop: (view, event): boolean => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (!at) return false;
        const pictures = picturesAmong(event.dataTransfer?.files);
        if (pictures.length > 0) {
          event.preventDefault();
          event.stopPropagation();
          void addPictures(app, editor, pictures, at.pos);
          return true;
        }
        return dropEvidence(open, editor, event, at.pos);
      },
    },
    // The same list until what is cited changes: a key draws nothing here.
    onTransaction: ({ editor: now }) => setIds(numberingKey.getState(now.state)?.ids ?? []),
  });
  const flush = useBodySaving(briefing, editor);
  useCommenting(briefing.id, editor);

  const lookup = useEvidence(ids);
  const numbered = useMemo(
    () => (lookup ? { lookup, references: numberReferences(ids, lookup, language) } : null),
    [ids, lookup, language],
  );
  const styled = useStyledBriefing(numbered, editor, language, briefing.style);
  const evidence = useMemo<Evidence | null>(() => numbered && { ...numbered, styled }, [numbered, styled]);
  const derived = useMemo(
    () => (lookup ? derivedMarking(ids, lookup) : { marking: 'TLP:CLEAR' as const, passages: [] }),
    [ids, lookup],
  );
  useEffect(() => {
    if (!evidence || editor.isDestroyed) return;
    editor.view.dispatch(editor.state.tr.setMeta(numberingKey, evidence).setMeta('addToHistory', false));
  }, [editor, evidence]);

  const toText = useCallback(() => void editor.commands.focus(), [editor]);
  useEffect(() => {
    if (isDrawerOpen) return undefined;
    return onSignal('focus.drawer', () => {
      void toggleSetting(DRAWER_OPEN);
      // The drawer listens once it is there.
      setTimeout(() => sendSignal('focus.drawer'), 120);
    });
  }, [isDrawerOpen]);

  const showPanel = (id: string): void => void choosePanel(id);
  const showCheck = (): void => showPanel('check');
  useJudgementWish(editor, () => showPanel('judgements'));
  const exportAs = async (format: BriefingFormat): Promise<void> => {
    await flush();
    await run('briefing.export', { id: briefing.id, format });
  };
  const column = (
    <div className={styles.ground}>
      <BriefingBar
        state={briefing.state}
        onState={(state) => void run('briefing.update', { id: briefing.id, patch: { state } })}
        isDrawerOpen={isDrawerOpen}
        onDrawer={() => void toggleSetting(DRAWER_OPEN)}
        onExport={(format) => void exportAs(format)}
        onExportAs={() => void flush().then(() => run('briefing.exportAs', { id: briefing.id }))}
        onCopy={() => void flush().then(() => run('briefing.copy', { id: briefing.id }))}
        citations={ids.length}
        documents={evidence?.references.list.length ?? 0}
      >
        <LengthButton editor={editor} />
        <OpenFindings editor={editor} briefing={briefing} onOpen={showCheck} />
        <BriefingOptions briefing={briefing} editor={editor} scale={record.scale} flush={flush} />
      </BriefingBar>
      <div className={styles.scroller}>
        <div ref={page} className={classes(styles.page, marksClass)}>
          <BriefingHead
            briefing={briefing}
            derived={evidence && derived}
            language={language}
            onEnter={() => void editor.commands.focus('start')}
          />
          <div ref={toolbar} className={styles.toolbarPlace}>
            <EditorToolbar
              editor={editor}
              scale={record.scale}
              newId={tools.hooks.newId}
              onCite={() => void editor.chain().focus().insertContent('[[').run()}
              onLink={() => tools.hooks.onLink(editor)}
              onPicture={() => tools.addPicture(editor)}
            />
          </div>
          <EditorContent editor={editor} className={styles.content} />
          <RoomBelow onPress={() => writeBelow(editor)} />
          {numbered && (
            <StyledReferenceList briefing={briefing} references={numbered.references} styled={styled} onShow={onShow} />
          )}
          {briefing.likelihoodKey && <LikelihoodKey scale={record.scale} />}
          <CheckLayer editor={editor} page={page} briefing={briefing} record={record} evidence={evidence} cited={ids} />
        </div>
      </div>
      {finding.isOpen && (
        <FindBar
          editor={editor}
          isReplacing={finding.isReplacing}
          onReplacing={finding.replacing}
          asked={finding.asked}
          onClose={finding.close}
        />
      )}
      <CitationCard editor={editor} page={page} evidence={evidence} link={tools.card} />
      {picking && <ExcerptPicker editor={editor} picking={picking} link={picker} />}
    </div>
  );
  if (!isDrawerOpen) return column;
  const panel = { briefing, record, editor, evidence, cited: ids, derived, onShow, onLeave: toText };
  return (
    <SplitPane
      label="Width of the panel beside the text"
      side="end"
      size={drawerWidth}
      min={340}
      max={560}
      defaultSize={380}
      onResize={(width) => void writeSetting(DRAWER_WIDTH, width)}
      pane={<BriefingSide {...panel} />}
    >
      {column}
    </SplitPane>
  );
};

/** Shows what stands beside the text, where it is closed. */
function openSide(): void {
  void writeSetting(DRAWER_OPEN, true);
}

/** The empty part of the page below the text: a click there goes on writing. By keyboard the arrow keys do the same. */
const RoomBelow = ({ onPress }: { onPress: () => void }) => (
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
  <div className={styles.room} onClick={onPress} />
);

function writeBelow(editor: NonNullable<ReturnType<typeof useEditor>>): void {
  const { doc } = editor.state;
  if (doc.lastChild?.isTextblock) editor.commands.focus('end');
  else editor.chain().insertContentAt(doc.content.size, { type: 'paragraph' }).focus('end').run();
}
