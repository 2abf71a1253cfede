/** Why a REFI-QDA file was not read: a closed list, each with its sentence. */
import type { BundleRefusal } from '../../bundle/refusals';

const refusals = {
  empty: () => 'The file is empty. Nothing was imported. Export it again from the program it came from.',
  'not-refi': () =>
    'The file is neither a REFI-QDA project nor a codebook. Nothing was imported. Export it as .qdpx or .qdc from the program it came from.',
  'other-format': (kind: string) =>
    `The file is in a format of its own (${kind}), not REFI-QDA. Nothing was imported. Open it in its program and export it as a REFI-QDA project (.qdpx).`,
  'zip-broken': (name: string) =>
    `The project file is damaged${at(name)}. Nothing was imported. Export it again from the program it came from.`,
  'zip-unusual': (what: string) =>
    `The project file is packed in a way that is not read here (${what}). Nothing was imported. Export it again, without a password and in one piece.`,
  'zip-unsafe': (name: string) =>
    `The project file holds a file with a name that is not allowed or stands twice${at(name)}. Nothing was imported. Do not trust this file; ask the sender what it is.`,
  'too-large': (name: string) =>
    `The project is larger than can be read${at(name)}. Nothing was imported. Export it in parts, without sound and film.`,
  'project-missing': () =>
    'There is no project (.qde) in the file. Nothing was imported. Export it again from the program it came from.',
  'project-twice': (count: string) =>
    `There are ${count} projects in the file and none is called project.qde. Nothing was imported. Export one project to a file.`,
  'xml-doctype': () =>
    'The project declares a document type, which projects never do. Nothing was imported. Do not trust this file; ask the sender what it is.',
  'xml-broken': (place: string) =>
    `The project is not well-formed XML (${place}). Nothing was imported. Export it again from the program it came from.`,
  'xml-encoding': () =>
    'The project is not written in UTF-8. Nothing was imported. Export it again from the program it came from.',
  'xml-deep': (limit: string) =>
    `The project nests more than ${limit} levels deep. Nothing was imported. Make the tree of codes flatter and export it again.`,
  'xml-large': (limit: string) =>
    `The project holds more than ${limit} elements. Nothing was imported. Export it in parts.`,
} as const satisfies Record<string, (detail: string) => string>;

export type RefiRefusal = keyof typeof refusals;

export const REFI_REFUSALS = Object.keys(refusals) as readonly RefiRefusal[];

/** What happened, what is unchanged, what to do. `detail` is a name or a count that came with the refusal. */
export const refiRefusalSentence = (reason: RefiRefusal, detail = ''): string => refusals[reason](shown(detail));

const OF_ZIPS: Partial<Record<BundleRefusal, RefiRefusal>> = {
  empty: 'empty',
  encrypted: 'zip-unusual',
  'zip-unusual': 'zip-unusual',
  'too-large': 'too-large',
  'too-many-files': 'too-large',
  'name-unsafe': 'zip-unsafe',
  'name-twice': 'zip-unsafe',
};

/** The refusal for a zip that was not opened. */
export const refusalOfZip = (reason: BundleRefusal): RefiRefusal => OF_ZIPS[reason] ?? 'zip-broken';

function at(name: string): string {
  return name === '' ? '' : ` (“${name}”)`;
}

/** Names out of a hostile file, fit to be shown. */
function shown(detail: string): string {
  const plain = detail.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
}
