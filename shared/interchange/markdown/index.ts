/** Folders of notes in Markdown: what the other rooms may use. */
export { readVault } from './readVault';
export type { VaultFile } from './vaultNotes';
export { writeVault } from './writeVault';
export type { VaultOutput } from './writeVault';
export { VAULT_REFUSALS, vaultRefusalSentence } from './refusals';
export type { VaultRefusal } from './refusals';
