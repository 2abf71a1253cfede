/** One more file at the end of a zip: for a signature, which must change no byte of what it signs. */
import { crc32 } from './crc32';
import { LARGEST_BUNDLE } from './limits';
import { sliceOf } from './source';
import type { ByteSource } from './source';
import { BundleTooLarge, centralHeader, END_SIZE, endRecord, localHeader } from './zipWrite';

/** A part of a new file: bytes, or a range of the old one. */
export type Splice = Uint8Array | { readonly from: number; readonly to: number };

/**
 * The zip with one more file at its end, unpacked, as parts in order; every byte before its directory stays as it is.
 * For a zip that `readZipDirectory` has accepted, so that it ends with its directory and nothing else.
 * @throws BundleTooLarge
 */
export async function appendToZip(zip: ByteSource, name: string, content: Uint8Array): Promise<Splice[]> {
  const ending = await sliceOf(zip, zip.size - END_SIZE, zip.size);
  const end = new DataView(ending.buffer, ending.byteOffset, END_SIZE);
  const [count, directorySize, directory] = [end.getUint16(8, true), end.getUint32(12, true), end.getUint32(16, true)];
  const { length: size } = content;
  const entry = { name, method: 0 as const, crc: crc32(content), size, packed: size, start: directory };
  const local = localHeader(entry);
  const central = centralHeader(entry);
  if (zip.size + local.length + size + central.length > LARGEST_BUNDLE) throw new BundleTooLarge(`${zip.size} bytes`);
  return [
    { from: 0, to: directory },
    local,
    content,
    { from: directory, to: directory + directorySize },
    central,
    endRecord(count + 1, directorySize + central.length, directory + local.length + size),
  ];
}
