/** Every handler. The compiler counts: a command without one, or a handler without a command, does not build. */
import type { CommandId } from '@shared/commands';
import { briefingHandlers } from './briefings';
import { bundleHandlers } from './bundles';
import { caseHandlers } from './cases';
import { commentHandlers } from './comments';
import { documentHandlers } from './documents';
import { documentVersionHandlers } from './documentVersions';
import { editHandlers } from './edit';
import { excerptBoundsHandlers } from './excerptBounds';
import { excerptHandlers } from './excerpts';
import { findingHandlers } from './findings';
import type { HandlersFor } from './handler';
import { hypothesisHandlers } from './hypotheses';
import { importingHandlers } from './importing';
import { judgementHandlers } from './judgements';
import { linkHandlers } from './links';
import { originalHandlers } from './originals';
import { placeHandlers } from './places';
import { sourceHandlers } from './sources';
import { suggestionHandlers } from './suggestions';
import { tagHandlers } from './tags';
import { templateHandlers } from './templates';
import { versionHandlers } from './versions';

export const HANDLERS = {
  ...briefingHandlers,
  ...bundleHandlers,
  ...caseHandlers,
  ...commentHandlers,
  ...documentHandlers,
  ...documentVersionHandlers,
  ...editHandlers,
  ...excerptBoundsHandlers,
  ...excerptHandlers,
  ...findingHandlers,
  ...hypothesisHandlers,
  ...importingHandlers,
  ...judgementHandlers,
  ...linkHandlers,
  ...originalHandlers,
  ...placeHandlers,
  ...sourceHandlers,
  ...suggestionHandlers,
  ...tagHandlers,
  ...templateHandlers,
  ...versionHandlers,
} satisfies HandlersFor<CommandId>;
