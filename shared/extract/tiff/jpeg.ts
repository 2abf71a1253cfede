/** Strips that are JPEG (Adobe's TIFF technical note 2): each a picture without the tables that all of them share. */
import { YCBCR } from './colours';
import { TAG } from './directory';
import type { Directory } from './directory';

const MARKER = 0xff;
const [START, END] = [0xd8, 0xd9];
/** Adobe's segment, which says whether the three samples are red, green and blue or light and two differences. */
const ADOBE = [MARKER, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0];

/** A strip as a file of its own. */
export function jpegFile(page: Directory, strip: Uint8Array): Uint8Array<ArrayBuffer> {
  const tables = page.bytes(TAG.jpegTables) ?? new Uint8Array();
  const hasEnd = tables.at(-2) === MARKER && tables.at(-1) === END;
  const shared = tables.subarray(2, hasEnd ? -2 : undefined);
  const transform = page.one(TAG.photometric, YCBCR) === YCBCR ? 1 : 0;
  const head = [MARKER, START, ...ADOBE, transform];
  const file = new Uint8Array(head.length + shared.length + strip.length - 2);
  file.set(head);
  file.set(shared, head.length);
  file.set(strip.subarray(2), head.length + shared.length);
  return file;
}
