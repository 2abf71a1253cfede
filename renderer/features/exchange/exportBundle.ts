/** Writes the open case as one bundle file. */
import type { BundleContents } from '@shared/bundle';
import { no, yes } from '@shared/model/result';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { readContents } from '../../store/contents';
import { letGo } from '../../platform/spool';
import { packBundle, refusalOfFailure } from './bundleClient';
import { BUNDLE_FILTER } from './importBundle';

/** A file name out of a case's name: letters and digits of any script, the rest as dashes. */
export const fileNameOf = (name: string, extension: string): string =>
  `${
    name
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'case'
  }.${extension}`;

export async function exportCaseBundle(context: CommandContext): Promise<Outcome> {
  const stop = new AbortController();
  const progress = context.progress('Making the bundle', () => stop.abort());
  let bytes: Blob | null = null;
  try {
    const contents = (await readContents(context.theCase, { originals: true })) as BundleContents;
    bytes = await packBundle(contents, {
      onProgress: (fraction) => progress.update(fraction),
      signal: stop.signal,
    });
    const saved = await context.platform.saveFile({
      suggestedName: fileNameOf(contents.case.name, 'collate'),
      filters: [BUNDLE_FILTER],
      bytes,
    });
    if (!saved.ok) return no(saved.reason);
    context.toast(`The case was written to ${saved.value.name}.`);
    return yes(null);
  } catch (error) {
    if (stop.signal.aborted) return no('cancelled');
    const refusal = refusalOfFailure(error);
    if (refusal) return no(refusal);
    throw error;
  } finally {
    progress.done();
    if (bytes) await letGo(bytes);
  }
}
