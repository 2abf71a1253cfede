/** Pictures into the text: chosen in a dialog, pasted, or dropped. The bytes are kept first, then the figure names them. */
import type { Editor } from '@tiptap/core';
import { LARGEST_PICTURE, PICTURE_EXTENSIONS, pictureType } from '@shared/briefing/pictures';
import { refusalSentence } from '@shared/messages';
import type { App } from '../../app/context';
import { insertFigure } from './figureNode';

type Way = Pick<App, 'run' | 'platform' | 'toast'>;

async function addPicture({ run }: Way, editor: Editor, bytes: Uint8Array, at?: number): Promise<boolean> {
  const kept = await run('briefing.addPicture', { bytes });
  const mediaType = pictureType(bytes);
  if (!kept.ok || !kept.value || !mediaType || editor.isDestroyed) return false;
  insertFigure(editor, { originalId: kept.value, mediaType }, at);
  return true;
}

/** Asks for a picture and puts it in at the caret. */
export async function choosePicture(way: Way, editor: Editor): Promise<void> {
  const filters = [{ name: 'Pictures', extensions: [...Object.values(PICTURE_EXTENSIONS), 'jpeg'] }];
  const picked = await way.platform.openFiles({ title: 'Insert a picture', filters, many: false });
  const file = picked.ok ? picked.value[0] : undefined;
  if (!file) return;
  if (file.size > LARGEST_PICTURE) {
    way.toast(refusalSentence('picture-too-large'), { tone: 'warning' });
    return;
  }
  const bytes = await file.read();
  if (bytes.ok) await addPicture(way, editor, bytes.value);
  else way.toast(refusalSentence(bytes.reason, file.name), { tone: 'warning' });
}

/** The pictures among files that were pasted or dropped. What is no picture is left to others. */
export const picturesAmong = (files: FileList | undefined): File[] =>
  [...(files ?? [])].filter((file) => file.type.startsWith('image/'));

/** Puts pasted or dropped pictures in, one after the other. */
export async function addPictures(way: Way, editor: Editor, files: readonly File[], at?: number): Promise<void> {
  for (const file of files) {
    if (file.size > LARGEST_PICTURE) way.toast(refusalSentence('picture-too-large'), { tone: 'warning' });
    else await addPicture(way, editor, new Uint8Array(await file.arrayBuffer()), at);
  }
}
