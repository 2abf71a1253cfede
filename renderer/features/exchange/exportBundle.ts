/** Writes the open case as one bundle file. */
import type { BundleContents } from '@shared/bundle';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { readContents } from '../../store/contents';
import { saveBundle } from './saveBundle';

export const exportCaseBundle = (context: CommandContext): Promise<Outcome> =>
  saveBundle(context, async () => (await readContents(context.theCase, { originals: true })) as BundleContents, {
    isSigned: false,
    lock: null,
    told: (name) => `The case was written to ${name}.`,
  });
