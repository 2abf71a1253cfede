/**
 * Spelling without downloads. Chromium fetches dictionaries from a server on its own; here it may only use the
 * system's checker (Mac) or dictionaries that already lie in the profile (`Dictionaries/*.bdic`).
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { session } from 'electron';

/** Languages of the dictionaries in a folder: `en-US-10-1.bdic` is `en-US`. */
export const languagesOf = (files: readonly string[]): string[] => [
  ...new Set(
    files.map((file) => /^([a-z]{2,3}(?:-[A-Z]{2})?)-\d+-\d+\.bdic$/.exec(file)?.[1]).filter((x) => x !== undefined),
  ),
];

export async function setUpSpellcheck(userData: string): Promise<void> {
  const { defaultSession } = session;
  defaultSession.setSpellCheckerDictionaryDownloadURL('app://workbench/dictionaries/');
  if (process.platform === 'darwin') {
    defaultSession.setSpellCheckerEnabled(true);
    return;
  }
  const files = await readdir(path.join(userData, 'Dictionaries')).catch(() => []);
  const available = languagesOf(files).filter((language) =>
    defaultSession.availableSpellCheckerLanguages.includes(language),
  );
  defaultSession.setSpellCheckerEnabled(available.length > 0);
  if (available.length > 0) defaultSession.setSpellCheckerLanguages(available);
}
