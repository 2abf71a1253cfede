/** Reads the pages of a document that is here by OCR: what comes of it is offered as a newer version of the document. */
import { isPdf } from '@shared/extract/paged';
import { newestVersion } from '@shared/model/document';
import { findByText } from '@shared/model/importing';
import { no } from '@shared/model/result';
import { importRefusalSentence } from '@shared/text/refusals';
import type { CommandContext } from '../../../app/commands/handler';
import type { Outcome } from '../../../app/context';
import { readRows } from '../../../store/rows';
import { keepNamedText, readOriginal } from '../../../store/texts';
import { readWhole } from '../../../store/whole';
import { reviewAndWrite } from '../newVersion/importVersion';
import { languageTags } from './languageTags';
import { ocrAsker } from './ocrAsker';
import { tellRecognised } from './recognisedWords';
import { recognisePdf, recognisePicture } from './withOcr';
import type { ReadOne } from '../importing/readOne';

/** Asks how, reads in the background, compares, lets the analyst decide, and writes it as one step. */
export async function readByOcr(context: CommandContext, documentId: string): Promise<Outcome> {
  const { theCase } = context;
  const [document] = await readRows(theCase, 'documents', [documentId]);
  if (!document) return no('not-found');
  const { importedAt: _, ...version } = newestVersion(document);
  const original = version.originalId === null ? undefined : await readOriginal(theCase, version.originalId);
  if (!original) {
    context.toast(
      `The file of “${document.title}” is not here, so its pages cannot be read. Nothing was changed; import the file as a newer version.`,
      { tone: 'danger' },
    );
    return no('cancelled');
  }
  const name = version.fileName || document.title;
  const ask = ocrAsker(context, { files: 1, tags: async () => [document.language, ...(await languageTags(theCase))] });
  const answer = await ask({ name, kind: 'again', pages: 0, of: isPdf(version.mediaType) ? 1 : 0 });
  if (!answer) return no('cancelled');
  const read = await recognise(context, name, (how) =>
    isPdf(version.mediaType)
      ? recognisePdf(original.bytes, answer, how)
      : recognisePicture(original.bytes, answer, how),
  );
  if (read === null) return no('cancelled');
  const { result } = read;
  if (!result.ok) {
    context.toast(importRefusalSentence(result.reason, name).replace('It was not imported', 'Nothing was changed'), {
      tone: 'danger',
    });
    return no('cancelled');
  }
  const { text, textId, layout, extractor } = result.value;
  const known = findByText(textId, (await readWhole(theCase, 'documents')).values());
  if (known) {
    context.toast(
      known.id === document.id
        ? 'The pages say what the document has already. Nothing was changed.'
        : `What the pages say is in the case already, as “${known.title}”. Nothing was changed.`,
    );
    return no('cancelled');
  }
  await keepNamedText(theCase, textId, text);
  return reviewAndWrite(context, document, {
    text,
    version: { ...version, textId, extractor },
    layout,
    fromId: null,
    name: `${name}, read by OCR`,
  });
}

/** Null where the analyst stopped it. */
async function recognise(
  context: CommandContext,
  name: string,
  read: (how: { signal: AbortSignal; onRecognised: (done: number, of: number) => void }) => Promise<ReadOne>,
): Promise<ReadOne | null> {
  const stop = new AbortController();
  const progress = context.progress(`Reading ${name} by OCR`, () => stop.abort());
  const stopListening = context.theCase.onLost(() => stop.abort());
  try {
    const one = await read({ signal: stop.signal, onRecognised: tellRecognised(progress, name) });
    return stop.signal.aborted ? null : one;
  } finally {
    stopListening();
    progress.done();
  }
}
