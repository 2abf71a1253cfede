import type { PickedFile } from '@shared/platform';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';

export { exportCaseBundle } from './exportBundle';
export { importBundleFile } from './importBundle';
export { ExchangeView } from './ExchangeView';
export { useFolderExchange } from './folder/useFolderExchange';

// Formats and encryption are a megabyte that nobody needs before they are asked for.
export const shareCase = async (context: CommandContext): Promise<Outcome> =>
  (await import('./share')).shareCase(context);
export const importOtherFormat = async (context: CommandContext, file: PickedFile | null): Promise<Outcome> =>
  (await import('./otherFormats')).importOtherFormat(context, file);
export const exportOtherFormat = async (context: CommandContext): Promise<Outcome> =>
  (await import('./otherFormats')).exportOtherFormat(context);
