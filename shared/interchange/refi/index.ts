/** REFI-QDA in and out: what the rest of the program uses of this folder. */
export { readRefi } from './read';
export { writeQdc, writeQdpx } from './write';
export type { WrittenRefi } from './write';
export { REFI_REFUSALS, refiRefusalSentence } from './refusals';
export type { RefiRefusal } from './refusals';
export type { RefiReadTools, RefiWriteTools } from './tools';
