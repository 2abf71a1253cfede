/** What reading and writing REFI-QDA needs from its host. */
import type { BundleTools } from '../../bundle/tools';
import type { MakingTools } from '../making';

export type RefiReadTools = MakingTools & Pick<BundleTools, 'decode' | 'inflate'>;
export type RefiWriteTools = Pick<BundleTools, 'encode' | 'startDeflater'>;

/** What made the text of a document that came as a source of a project. */
export const SOURCE_EXTRACTOR = 'refi/1';
/** What made the text of a document that came as a note nobody refers to; written as a note again. */
export const NOTE_EXTRACTOR = 'refi-note/1';
/** Names of what this program writes for fields the standard has no place for, and reads again. */
export const MARKING_NAME = 'TLP marking';
export const CREDIBILITY_NAME = 'Information credibility';
/** The name of the notes this program writes, which says nothing. */
export const NOTE_NAME = 'Note';
