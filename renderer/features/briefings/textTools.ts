/** What the text asks of the program round it: a link's target, a picture, a record to open, a judgement's details. */
import type { Editor } from '@tiptap/core';
import type { App } from '../../app/context';
import type { OpenCase } from '../../store/openCase';
import { choosePicture } from './addPictures';
import { choosePanel } from './choosePanel';
import { makeCardLink } from './cardLink';
import type { CardLink } from './cardLink';
import type { EditorHooks } from './extensions';
import { askJudgement } from './judgementSignal';
import { askForLink } from './LinkDialog';
import { openPictures } from './pictureSource';

export interface TextTools {
  readonly hooks: Required<Omit<EditorHooks, 'picker' | 'hints'>>;
  /** Between the text and the card of the citation that is selected. */
  readonly card: CardLink;
  readonly addPicture: (editor: Editor) => void;
  readonly close: () => void;
}

/**
 * The tools of one editor.
 * @param openSide shows what stands beside the text, where it is closed
 */
export function makeTextTools(app: App, open: OpenCase, openSide: () => void): TextTools {
  const pictures = openPictures(open);
  const card = makeCardLink();
  return {
    card,
    hooks: {
      onShow: (id) => void app.run('excerpt.show', { id }),
      onSettle: card.settle,
      newId: () => app.newId(),
      onJudgement(judgementId) {
        void choosePanel('judgements');
        openSide();
        askJudgement(judgementId);
      },
      pictureAddress: pictures.addressOf,
      onLink: (editor) => void link(app, editor),
      onFollow: (href) => follow(app, open.id, href),
    },
    addPicture: (editor) => void choosePicture(app, editor),
    close: pictures.close,
  };
}

/** Asks where the selected words lead. Without a selection the link at the caret is changed, or words are put in. */
async function link(app: App, editor: Editor): Promise<void> {
  const now = editor.getAttributes('link')['href'] as string | undefined;
  const answer = await askForLink(app, now ?? '');
  if (!answer || editor.isDestroyed) return;
  const chain = editor.chain().focus();
  if (now !== undefined) chain.extendMarkRange('link');
  if (answer.href === null) chain.unsetMark('link').run();
  else if (now !== undefined || !editor.state.selection.empty) chain.setMark('link', { href: answer.href }).run();
  else
    chain
      .insertContent([
        { type: 'text', text: answer.words.slice(0, 200), marks: [{ type: 'link', attrs: { href: answer.href } }] },
      ])
      .run();
}

/** Opens a record of the case. An address of the web is only shown: the program has no way there. */
function follow(app: App, caseId: string, href: string): void {
  const [, table, id] = /^collate:([a-z]+)\/([0-9a-f-]{36})$/u.exec(href) ?? [];
  if (!id) {
    app.toast(`This leads to ${href}. The program opens no address outside; it stands in what is exported.`);
    return;
  }
  if (table === 'excerpts') void app.run('excerpt.show', { id });
  else if (table === 'documents') app.navigate({ view: 'document', caseId, documentId: id });
  else if (table === 'tags') app.navigate({ view: 'tags', caseId, tagId: id });
  else if (table === 'sources') app.navigate({ view: 'excerpts', caseId, sourceId: id });
  else app.navigate({ view: 'briefing', caseId, briefingId: id });
}
