/**
 * Files in a plain browser: through the File System Access API where there is one, else through a file input and a
 * download. Which one it is shows only in where a saved file ends up.
 */
import { no, yes, type Result } from '@shared/model/result';
import type { FileContent, FileFilter, FileRefusal, OpenRequest, PickedFile, SaveRequest } from '@shared/platform';
import { pickedFrom, pickedFromForm } from './pageFile';
import { keepSpooled } from './spool';

interface PickerType {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}
interface Pickers {
  readonly showOpenFilePicker?: (
    this: void,
    options: { multiple: boolean; types?: readonly PickerType[] },
  ) => Promise<readonly FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (
    this: void,
    options: { suggestedName: string; types?: readonly PickerType[] },
  ) => Promise<FileSystemFileHandle>;
}

const pickers = (): Pickers => window as unknown as Pickers;

/** Extensions of the form `.txt`; what has two dots (`.collate.age`) is known by its last. */
const suffixes = (filter: FileFilter): string[] => [
  ...new Set(filter.extensions.filter((name) => name !== '*').map((name) => `.${name.split('.').at(-1) ?? name}`)),
];
const typesOf = (filters: readonly FileFilter[]): PickerType[] =>
  filters
    .map((filter) => ({ description: filter.name, accept: { 'application/octet-stream': suffixes(filter) } }))
    .filter((type) => type.accept['application/octet-stream'].length > 0);

const wasCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

export async function openFiles(request: OpenRequest): Promise<Result<readonly PickedFile[], FileRefusal>> {
  const { showOpenFilePicker } = pickers();
  if (showOpenFilePicker === undefined) return openThroughInput(request);
  try {
    const types = typesOf(request.filters);
    const chosen = await showOpenFilePicker({
      multiple: request.many,
      ...(types.length > 0 ? { types } : {}),
    });
    return yes(await Promise.all(chosen.map(async (handle) => pickedFrom(await handle.getFile()))));
  } catch (error) {
    return wasCancelled(error) ? yes([]) : refusalOf(error);
  }
}

function openThroughInput(request: OpenRequest): Promise<Result<readonly PickedFile[], FileRefusal>> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = request.many;
  input.accept = request.filters.flatMap(suffixes).join(',');
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const finish = async (files: readonly File[]): Promise<void> => {
      input.remove();
      resolve(yes(await pickedFromForm(files)));
    };
    input.addEventListener('change', () => void finish([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => void finish([]), { once: true });
    input.click();
  });
}

export async function saveFile(request: SaveRequest): Promise<Result<{ name: string }, FileRefusal>> {
  const { showSaveFilePicker } = pickers();
  if (showSaveFilePicker === undefined) return download(request);
  try {
    const types = typesOf(request.filters);
    const handle = await showSaveFilePicker({
      suggestedName: request.suggestedName,
      ...(types.length > 0 ? { types } : {}),
    });
    const stream = await handle.createWritable();
    try {
      await stream.write(blobOf(request.bytes));
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
    return yes({ name: handle.name });
  } catch (error) {
    if (wasCancelled(error)) return no('cancelled');
    // Asking needs a click that is not too long ago; a long export may have used it up. A download needs none.
    return error instanceof DOMException && error.name === 'SecurityError' ? download(request) : refusalOf(error);
  }
}

function download({ suggestedName, bytes }: SaveRequest): Result<{ name: string }, FileRefusal> {
  // The browser goes on reading when nobody here can tell for how long.
  keepSpooled(bytes);
  const address = URL.createObjectURL(blobOf(bytes));
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after this turn; a minute is enough for it to have begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return yes({ name: suggestedName });
}

/** Blobs and streams take no shared memory; ours never is. Every BlobLike of a page is a Blob. */
export const blobOf = (bytes: FileContent): Blob =>
  bytes instanceof Uint8Array ? new Blob([bytes as Uint8Array<ArrayBuffer>]) : (bytes as Blob);

export function refusalOf(error: unknown): Result<never, FileRefusal> {
  if (!(error instanceof DOMException)) throw error;
  if (error.name === 'QuotaExceededError') return no('no-space');
  if (error.name === 'NotAllowedError' || error.name === 'NoModificationAllowedError') return no('not-allowed');
  if (error.name === 'NotFoundError' || error.name === 'NotReadableError') return no('unreadable');
  throw error;
}
