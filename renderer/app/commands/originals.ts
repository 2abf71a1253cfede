/** Commands on the files that documents came from. */
import { newestVersion } from '@shared/model/document';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { extensionOfName } from '@shared/extract/formats';
import { readRows } from '../../store/rows';
import { readOriginal } from '../../store/texts';
import type { CommandContext, HandlersFor } from './handler';

interface OriginalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file of the newest version, under the name it came with. */
async function originalOf({ theCase }: CommandContext, id: string): Promise<Result<OriginalFile, string>> {
  const [document] = await readRows(theCase, 'documents', [id]);
  if (!document) return no('not-found');
  const { originalId, fileName } = newestVersion(document);
  const found = originalId === null ? undefined : await readOriginal(theCase, originalId);
  if (!found) return no('original-gone');
  return yes({ name: fileName || `${document.title.slice(0, 100)}.${found.ext}`, bytes: found.bytes });
}

export const originalHandlers = {
  async 'document.saveOriginal'(context, { id }) {
    const file = await originalOf(context, id);
    if (!file.ok) return file;
    const { name, bytes } = file.value;
    const extension = extensionOfName(name);
    const filters = /^[a-z0-9]{1,20}$/.test(extension) ? [{ name: extension, extensions: [extension] }] : [];
    const saved = await context.platform.saveFile({ suggestedName: name, filters, bytes });
    return saved.ok ? yes(null) : saved;
  },
  async 'document.openOriginal'(context, { id }) {
    const { openCopy } = context.platform;
    const file = await originalOf(context, id);
    if (!file.ok) return file;
    const opened = await openCopy?.(file.value);
    if (opened?.ok) return yes(null);
    return opened?.reason === 'no-space' ? opened : no('copy-not-opened');
  },
} satisfies HandlersFor<'document.saveOriginal' | 'document.openOriginal'>;
