/** Pictures of a briefing: what may be one, told by its first bytes and never by its name, and which a body shows. */
import type { BodyNode } from '../model/briefing';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { FIGURE_TYPES } from './bodySchema';
import type { FigureType } from './bodySchema';

/** Bytes: 10 MB. */
export const LARGEST_PICTURE = 10_000_000;

/** The extension originals of this type are kept under, without the dot. */
export const PICTURE_EXTENSIONS: Readonly<Record<FigureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

const startsWith = (bytes: Uint8Array, signs: readonly number[], at = 0): boolean =>
  bytes.length >= at + signs.length && signs.every((sign, i) => bytes[at + i] === sign);

/** The type of a picture by its signature (PNG, JPEG, WebP, GIF); null for anything else, SVG among it. */
export function pictureType(bytes: Uint8Array): FigureType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) && (bytes[4] === 0x37 || bytes[4] === 0x39) && bytes[5] === 0x61)
    return 'image/gif';
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8))
    return 'image/webp';
  return null;
}

/** Says whether bytes may become a picture of a briefing, and of which type. */
export function planPicture(bytes: Uint8Array): Result<FigureType, 'picture-type' | 'picture-too-large'> {
  if (bytes.length > LARGEST_PICTURE) return no('picture-too-large');
  const type = pictureType(bytes);
  return type === null ? no('picture-type') : yes(type);
}

export interface ShownPicture {
  /** SHA-256 of its bytes, hex. */
  readonly originalId: string;
  /** Extension without the dot. */
  readonly ext: string;
}

/** The pictures a body shows, each once, in the order they stand. Takes a body of any shape. */
export function picturesIn(body: BodyNode): ShownPicture[] {
  const found = new Map<string, ShownPicture>();
  const open: BodyNode[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'figure') {
      const { originalId, mediaType } = node.attrs ?? {};
      const type = FIGURE_TYPES.find((one) => one === mediaType);
      if (type && typeof originalId === 'string' && /^[0-9a-f]{64}$/.test(originalId) && !found.has(originalId))
        found.set(originalId, { originalId, ext: PICTURE_EXTENSIONS[type] });
    }
    for (let i = (node.content?.length ?? 0) - 1; i >= 0; i -= 1) open.push(node.content![i]!);
  }
  return [...found.values()];
}
