/** How large a picture is, read from the first bytes of its file. */
import type { FigureType } from '../bodySchema';

export interface PictureSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The size of a PNG, GIF or JPEG; null where the bytes are none of these, or cut short. */
export function pictureSize(bytes: Uint8Array, type: FigureType): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = type === 'image/png' ? pngSize(view) : type === 'image/gif' ? gifSize(view) : jpegSize(view);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    // Reading behind the end: the file is cut short.
    return null;
  }
}

function pngSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x47494638) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** The frame header (SOF0 to SOF15, but for the tables among them) holds height and width. */
function jpegSize(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else at += 2 + view.getUint16(at + 2);
  }
}
