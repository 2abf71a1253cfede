/** Why a folder of notes was not read: a closed list, each with its sentence. */

const refusals = {
  empty: () =>
    'There are no notes in the folder. Nothing was imported. Choose a folder that holds files ending in .md.',
  'too-large': () => 'The folder is larger than 512 MB. Nothing was imported; choose a folder inside it.',
  'too-many': () => 'The folder holds more than 100,000 files. Nothing was imported; choose a folder inside it.',
} as const satisfies Record<string, () => string>;

export type VaultRefusal = keyof typeof refusals;
export const VAULT_REFUSALS = Object.keys(refusals) as readonly VaultRefusal[];

/** What happened, what is unchanged, what to do. */
export const vaultRefusalSentence = (reason: VaultRefusal): string => refusals[reason]();
