/**
 * The files below a folder that the analyst chose to import. Links are not followed and hidden files are left out:
 * nothing comes in that does not stand in the folder itself.
 */
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isJunkName } from '@shared/plainName';

/** Files of one import, and folders in folders. */
export const MOST_FILES = 20_000;
const DEEPEST = 32;

export interface FoundFile {
  readonly place: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Below the chosen folder, with slashes; empty in the folder itself. */
  readonly folder: string;
}

/** Every plain file, in the order of their names; null where there are more than an import takes. */
export async function filesBelow(root: string): Promise<readonly FoundFile[] | null> {
  const found: FoundFile[] = [];
  const walk = async (folder: string, below: string, depth: number): Promise<boolean> => {
    // A folder that may not be read keeps its files; the others come in.
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (depth === 0) throw error;
      return [];
    });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name } of entries) {
      if (isJunkName(name)) continue;
      const place = path.join(folder, name);
      const state = await lstat(place).catch(() => null);
      if (state?.isFile() === true) {
        if (found.length === MOST_FILES) return false;
        found.push({ place, name, size: state.size, folder: below });
      } else if (state?.isDirectory() === true && depth < DEEPEST) {
        if (!(await walk(place, below === '' ? name : `${below}/${name}`, depth + 1))) return false;
      }
    }
    return true;
  };
  return (await walk(root, '', 0)) ? found : null;
}
