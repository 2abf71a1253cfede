/** The desktop host, as the preload's bridge gives it: handles become files, and what is no refusal becomes a failure. */
import type { CollateDesktop, HandedFile, Reply } from '@shared/ipc';
import { no, yes, type Result } from '@shared/model/result';
import type { FileRefusal, Folders, PickedFile, Platform, SecondCopy } from '@shared/platform';
import { pickedFromDrop } from './pageFile';

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
  });
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
    saveFile: async ({ suggestedName, filters, bytes }) =>
      resultOf(await bridge.saveFile({ suggestedName, filters: plain(filters), bytes })),
    openCopy: async ({ name, bytes }) => resultOf(await bridge.openCopy({ name, bytes })),
    printToPdf: async ({ suggestedName, html }) => resultOf(await bridge.printToPdf({ suggestedName, html })),
    setMenuState: ({ enabled, undoLabel, redoLabel }) =>
      bridge.setMenuState({ enabled: [...enabled], undoLabel, redoLabel }),
    onCommand: (listener) => bridge.onCommand(listener),
    onOpenFile: (listener) => bridge.onOpenFile((file) => listener(handed(file))),
    onBeforeQuit: (listener) => bridge.onBeforeQuit(listener),
    wrapSecret: async (bytes) => resultOf(await bridge.wrapSecret({ bytes })),
    unwrapSecret: async (bytes) => resultOf(await bridge.unwrapSecret({ bytes })),
    secondCopy: secondCopyOf(bridge.copy),
    folders: foldersOf(bridge.folders),
  };
}

const plain = (filters: readonly { readonly name: string; readonly extensions: readonly string[] }[]) =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

const secondCopyOf = (copy: CollateDesktop['copy']): SecondCopy => ({
  list: async () => valueOf(await copy.list({})),
  append: async ({ caseId, name, lastSeq, lines }) =>
    resultOf(await copy.append({ caseId, name, lastSeq, lines: [...lines] })),
  putBlob: async ({ caseId, sha256, bytes }) => resultOf(await copy.putBlob({ caseId, sha256, bytes })),
  readBlob: async ({ caseId, sha256 }) => valueOf(await copy.readBlob({ caseId, sha256 })),
  putBackup: async ({ caseId, name, seq, bytes }) => resultOf(await copy.putBackup({ caseId, name, seq, bytes })),
  readBackup: async (caseId) => valueOf(await copy.readBackup({ caseId })),
  readLog: async ({ caseId, afterSeq }) => valueOf(await copy.readLog({ caseId, afterSeq })),
  remove: async (caseId) => void valueOf(await copy.remove({ caseId })),
  putSettings: async (json) => void valueOf(await copy.putSettings({ json })),
  readSettings: async () => valueOf(await copy.readSettings({})),
  freeSpace: async () => valueOf(await copy.freeSpace({})),
});

const foldersOf = (folders: CollateDesktop['folders']): Folders => ({
  choose: async (title) => resultOf(await folders.choose({ title })),
  // The system asks for no leave beyond the choice itself.
  allow: () => Promise.resolve(true),
  list: async ({ handle, suffix }) => resultOf(await folders.list({ handle, suffix })),
  read: async ({ handle, name }) => resultOf(await folders.read({ handle, name })),
  write: async ({ handle, name, bytes }) => resultOf(await folders.write({ handle, name, bytes })),
  remove: async ({ handle, name }) => resultOf(await folders.remove({ handle, name })),
  forget: async (handle) => void valueOf(await folders.forget({ handle })),
});
