/** Why a bundle was not read: a closed list, each with its sentence. */

const refusals = {
  empty: () => 'The file is empty. Nothing was imported. Ask the sender for the bundle again.',
  'not-a-bundle': () =>
    'The file is not a Collate bundle. Nothing was imported. Choose a file that was exported as a bundle.',
  encrypted: () =>
    'The bundle is encrypted. Nothing was imported. It opens with the passphrase or the key that the sender chose.',
  'cut-short': (missing: string) =>
    missing === ''
      ? 'The bundle was cut short: its end is missing. Nothing was imported. Ask the sender for the file again.'
      : `The bundle was cut short: ${missing} files are missing. Nothing was imported. Ask the sender for the file again.`,
  'trailing-data': () =>
    'There is something after the end of the bundle that does not belong to it. Nothing was imported. Ask the sender for the file again.',
  'zip-broken': (name: string) =>
    `The bundle’s table of contents does not agree with what is in it${at(name)}. Nothing was imported. Ask the sender for the file again.`,
  'zip-unusual': (what: string) =>
    `The bundle is packed in a way that bundles never are (${what}). Nothing was imported. Ask the sender to export it again.`,
  'too-many-files': (count: string) =>
    `The bundle claims to hold ${count === '' ? 'far too many' : count} files, more than any bundle does. Nothing was imported. Do not trust this file; ask the sender what it is.`,
  'too-large': (name: string) =>
    `What the bundle unpacks to is larger than a bundle may be${at(name)}. Nothing was imported. If the sender is known to you, ask for the case in parts.`,
  'name-unsafe': (name: string) =>
    `The bundle holds a file with a name that is not allowed: “${name}”. Nothing was imported. Do not trust this file; ask the sender what it is.`,
  'name-twice': (name: string) =>
    `The bundle holds “${name}” twice. Nothing was imported. Do not trust this file; ask the sender what it is.`,
  'fetch-refused': () =>
    'The bundle asks to download parts of itself. Nothing was imported or downloaded. Ask the sender for a whole bundle.',
  'files-missing': (missing: string) =>
    `The bundle is not complete: ${missing} files are missing. Nothing was imported. Ask the sender for the file again.`,
  'file-unexpected': (name: string) =>
    `The bundle holds a file that does not belong to it: “${name}”. Nothing was imported. Ask the sender to export it again.`,
  'checksum-wrong': (name: string) =>
    `The bundle was damaged or changed on its way: the checksum of “${name}” is wrong. Nothing was imported. Ask the sender for the file again.`,
  'signature-wrong': (signer: string) =>
    `The bundle is not as ${signer === '' ? 'its signer' : `“${signer}”`} signed it: it was changed on its way, or the signature is not theirs. Nothing was imported. Do not rely on this file; ask the sender for it again.`,
  'newer-format': () =>
    'The bundle was made by a newer version of Collate. Nothing was imported. Update the program, or ask the sender to export it with this version.',
  'header-broken': () =>
    'The bundle’s description of itself cannot be read. Nothing was imported. Ask the sender to export it again.',
  'record-broken': (place: string) =>
    `A record in the bundle is not as records are (${place}). Nothing was imported. Ask the sender to export it again.`,
  'reference-missing': (place: string) =>
    `A record in the bundle points at something that is not in it (${place}). Nothing was imported. Ask the sender to export it again.`,
  'quote-altered': (place: string) =>
    `A quote in the bundle does not stand in its document word for word (${place}). Nothing was imported. Do not rely on this file; ask the sender to export it again.`,
  cancelled: () => 'Reading the bundle was stopped. Nothing was imported.',
} as const satisfies Record<string, (detail: string) => string>;

export type BundleRefusal = keyof typeof refusals;

export const BUNDLE_REFUSALS = Object.keys(refusals) as readonly BundleRefusal[];

/** What happened, what is unchanged, what to do. `detail` is a name or a count that came with the refusal. */
export const bundleRefusalSentence = (reason: BundleRefusal, detail = ''): string => refusals[reason](shown(detail));

function at(name: string): string {
  return name === '' ? '' : ` (“${name}”)`;
}

/** Names out of a hostile file, fit to be shown: short, and without characters that turn or hide others. */
function shown(detail: string): string {
  const plain = detail.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
}
