/** The panels beside the text, in their order. */
import { checkPanel } from './checkPanel';
import { commentsPanel } from './commentsPanel';
import { evidencePanel } from './evidencePanel';
import { judgementsPanel } from './judgementsPanel';
import type { Panel } from './panel';
import { versionsPanel } from './versionsPanel';

export const PANELS: readonly Panel[] = [evidencePanel, checkPanel, judgementsPanel, commentsPanel, versionsPanel];
