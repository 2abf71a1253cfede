/** Pictures whose words can be recognised: told by their first bytes, named for dialogs and records. */

export interface PictureFormat {
  readonly label: string;
  /** Without the dot, lower case. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
}

/** In the order in which their first bytes are looked at. */
const SIGNS = {
  png: /^\x89PNG\r\n/,
  jpeg: /^\xff\xd8\xff/,
  gif: /^GIF8[79]a/,
  tiff: /^(?:II\*\0|MM\0\*)/,
  webp: /^RIFF.{4}WEBP/s,
  bmp: /^BM.{12}/s,
} as const satisfies Record<string, RegExp>;

export type PictureFormatId = keyof typeof SIGNS;

export const PICTURE_FORMATS: Readonly<Record<PictureFormatId, PictureFormat>> = {
  png: { label: 'PNG picture', extensions: ['png'], mediaType: 'image/png' },
  jpeg: { label: 'JPEG picture', extensions: ['jpg', 'jpeg', 'jfif'], mediaType: 'image/jpeg' },
  gif: { label: 'GIF picture', extensions: ['gif'], mediaType: 'image/gif' },
  tiff: { label: 'TIFF picture', extensions: ['tif', 'tiff'], mediaType: 'image/tiff' },
  webp: { label: 'WebP picture', extensions: ['webp'], mediaType: 'image/webp' },
  bmp: { label: 'BMP picture', extensions: ['bmp', 'dib'], mediaType: 'image/bmp' },
};

export const PICTURE_FORMAT_IDS = Object.keys(PICTURE_FORMATS) as readonly PictureFormatId[];

/** Largest picture that is read, in bytes. */
export const LARGEST_PICTURE = 256 * 1024 ** 2;

const LOOKED = 32;

/** The format a picture's first bytes speak of; null where they are no picture's. */
export function tellPicture(bytes: Uint8Array): PictureFormatId | null {
  const head = String.fromCharCode(...bytes.subarray(0, LOOKED));
  return PICTURE_FORMAT_IDS.find((id) => SIGNS[id].test(head)) ?? null;
}

/** The format of a media type; null where it is no picture's that is read. */
export const pictureOfMediaType = (mediaType: string): PictureFormatId | null =>
  PICTURE_FORMAT_IDS.find((id) => PICTURE_FORMATS[id].mediaType === mediaType) ?? null;
