/** The desktop host, as the preload's bridge gives it: handles become files, and what is no refusal becomes a failure. */
import type { CollateDesktop, HandedFile, Reply } from '@shared/ipc';
import { no, yes, type Result } from '@shared/model/result';
import { sizeOf, wholeOf } from '@shared/bundle/source';
import type { BlobLike } from '@shared/bundle/source';
import { LARGEST_MESSAGE } from '@shared/ipc';
import type { FileContent, FileRefusal, Folders, PickedFile, Platform, SecondCopy } from '@shared/platform';
import { pickedFromDrop } from './pageFile';
import { noteSpool, Spool } from './spool';

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    readonly collateDesktop?: CollateDesktop;
  }
}

/** Thrown where main did not do its part for a reason no analyst can choose: shown as a failure, once, where commands run. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
}

/** Refusals of the job pass as values; a wrong shape, a stranger or a failure in main is thrown. */
function resultOf<T>(reply: Reply<T>): Result<T, FileRefusal> {
  if (reply.ok) return yes(reply.value);
  const { reason, detail } = reply;
  if (reason === 'bad-request' || reason === 'forbidden' || reason === 'failed') throw failure(reason, detail);
  return no(reason, detail);
}

function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw failure(reply.reason, reply.detail);
}

const failure = (reason: string, detail: string | undefined): HostFailure =>
  new HostFailure(detail === undefined ? `host: ${reason}` : `host: ${reason} (${detail})`);

export function desktopPlatform(bridge: CollateDesktop): Platform {
  const handed = ({ handle, name, size, folder }: HandedFile): PickedFile => ({
    name,
    size,
    ...(folder === undefined ? {} : { folder }),
    read: async () => resultOf(await bridge.readFile({ handle })),
    open: () => copyOf(bridge, { handle, name, size }),
  });
  const sent = sender(bridge);
  return {
    kind: 'desktop',
    os: bridge.os,
    version: bridge.version,
    async openFiles({ title, many, filters }) {
      const chosen = resultOf(await bridge.openFiles({ title, many, filters: plain(filters) }));
      return chosen.ok ? yes(chosen.value.map(handed)) : chosen;
    },
    async openFolder(title) {
      const chosen = resultOf(await bridge.openFolder({ title }));
      return chosen.ok ? yes({ name: chosen.value.name, files: chosen.value.files.map(handed) }) : chosen;
    },
    fromDrop: pickedFromDrop,
    saveFile: ({ suggestedName, filters, bytes }) =>
      sent(bytes, async (given) =>
        resultOf(await bridge.saveFile({ suggestedName, filters: plain(filters), bytes: given })),
      ),
    openCopy: async ({ name, bytes }) => resultOf(await bridge.openCopy({ name, bytes })),
    printToPdf: async ({ suggestedName, html }) => resultOf(await bridge.printToPdf({ suggestedName, html })),
    setMenuState: ({ enabled, undoLabel, redoLabel }) =>
      bridge.setMenuState({ enabled: [...enabled], undoLabel, redoLabel }),
    onCommand: (listener) => bridge.onCommand(listener),
    onOpenFile: (listener) => bridge.onOpenFile((file) => listener(handed(file))),
    onBeforeQuit: (listener) => bridge.onBeforeQuit(listener),
    wrapSecret: async (bytes) => resultOf(await bridge.wrapSecret({ bytes })),
    unwrapSecret: async (bytes) => resultOf(await bridge.unwrapSecret({ bytes })),
    secondCopy: secondCopyOf(bridge),
    folders: foldersOf(bridge),
  };
}

const plain = (filters: readonly { readonly name: string; readonly extensions: readonly string[] }[]) =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

type Given = Uint8Array | { readonly staged: string };
type Sender = <T>(
  bytes: FileContent,
  send: (given: Given) => Promise<Result<T, FileRefusal>>,
) => Promise<Result<T, FileRefusal>>;

/** Sends bytes in one message where they fit into one, and piece by piece where they do not. */
const sender =
  (bridge: CollateDesktop): Sender =>
  async (bytes, send) => {
    const size = sizeOf(bytes);
    if (size <= LARGEST_MESSAGE) return send(await wholeOf(bytes));
    const begun = resultOf(await bridge.beginStage({ size }));
    if (!begun.ok) return begun;
    for (let from = 0; from < size; from += LARGEST_MESSAGE / 2) {
      const part = bytes.slice(from, Math.min(size, from + LARGEST_MESSAGE / 2));
      const appended = resultOf(await bridge.appendStage({ ...begun.value, bytes: await wholeOf(part) }));
      if (!appended.ok) return appended;
    }
    return send(begun.value);
  };

/** A file of the machine as the page has it: a copy on the page's own disk, since it may be larger than the memory. */
async function copyOf(bridge: CollateDesktop, { handle, size }: HandedFile): Promise<Result<BlobLike, FileRefusal>> {
  const spool = new Spool();
  for (let from = 0; from < size; from += LARGEST_MESSAGE / 2) {
    const to = Math.min(size, from + LARGEST_MESSAGE / 2);
    const part = resultOf(await bridge.readFilePart({ handle, from, to }));
    if (!part.ok || part.value.length < to - from) {
      await spool.drop();
      return part.ok ? no('unreadable') : part;
    }
    await spool.write(from, part.value);
  }
  const { blob, file } = await spool.done(size);
  noteSpool(blob, file);
  return yes(blob);
}

async function contentOf(bridge: CollateDesktop, content: Uint8Array | HandedFile): Promise<FileContent> {
  if (content instanceof Uint8Array) return content;
  const copied = await copyOf(bridge, content);
  if (copied.ok) return copied.value;
  throw failure(copied.reason, copied.detail);
}

const secondCopyOf = (bridge: CollateDesktop, { copy } = bridge, sent = sender(bridge)): SecondCopy => ({
  list: async () => valueOf(await copy.list({})),
  append: async ({ caseId, name, lastSeq, lines }) =>
    resultOf(await copy.append({ caseId, name, lastSeq, lines: [...lines] })),
  putBlob: ({ caseId, sha256, bytes }) =>
    sent(bytes, async (given) => resultOf(await copy.putBlob({ caseId, sha256, bytes: given }))),
  readBlob: async ({ caseId, sha256 }) => {
    const kept = valueOf(await copy.readBlob({ caseId, sha256 }));
    return kept && contentOf(bridge, kept);
  },
  putBackup: ({ caseId, name, seq, bytes }) =>
    sent(bytes, async (given) => resultOf(await copy.putBackup({ caseId, name, seq, bytes: given }))),
  readBackup: async (caseId) => {
    const kept = valueOf(await copy.readBackup({ caseId }));
    return kept && { seq: kept.seq, bytes: await contentOf(bridge, kept.bytes) };
  },
  readLog: async ({ caseId, afterSeq }) => valueOf(await copy.readLog({ caseId, afterSeq })),
  remove: async (caseId) => void valueOf(await copy.remove({ caseId })),
  putSettings: async (json) => void valueOf(await copy.putSettings({ json })),
  readSettings: async () => valueOf(await copy.readSettings({})),
  freeSpace: async () => valueOf(await copy.freeSpace({})),
});

const foldersOf = (bridge: CollateDesktop, { folders } = bridge, sent = sender(bridge)): Folders => ({
  choose: async (title) => resultOf(await folders.choose({ title })),
  // The system asks for no leave beyond the choice itself.
  allow: () => Promise.resolve(true),
  list: async ({ handle, suffix }) => resultOf(await folders.list({ handle, suffix })),
  async read({ handle, name }) {
    const read = resultOf(await folders.read({ handle, name }));
    return read.ok ? yes(await contentOf(bridge, read.value)) : read;
  },
  write: ({ handle, name, bytes }) =>
    sent(bytes, async (given) => resultOf(await folders.write({ handle, name, bytes: given }))),
  remove: async ({ handle, name }) => resultOf(await folders.remove({ handle, name })),
  forget: async (handle) => void valueOf(await folders.forget({ handle })),
});
