/** What a bundle may measure. Readers refuse more; writers never make more, so that what is written can be read. */

const MIB = 1024 ** 2;

export const FORMAT = 'collate-bundle';
export const FORMAT_VERSION = 1;

/** A zip without 64-bit sizes can say no more. */
export const LARGEST_BUNDLE = 4096 * MIB - 1;
/** Half of them are a case of some ten thousand documents with their original files. */
export const MOST_FILES = 50_000;
/** Original files are read and written in chunks; everything else is held in memory, one file at a time. */
export const LARGEST_ORIGINAL = 1024 * MIB;
export const LARGEST_FILE = 512 * MIB;
/** All files of a bundle together, unpacked. */
export const LARGEST_TOTAL = 4096 * MIB - 1;
/** All but the original files; and all files of another program's zip, which is held in memory. */
export const LARGEST_WITHOUT_ORIGINALS = 2048 * MIB;
/** A file that is read or written in memory as one: those of other programs. */
export const LARGEST_IN_MEMORY = 500 * MIB;
/** The bag's own lists and the header: everything read before the first checksum is known. */
export const LARGEST_TAG_FILE = 16 * MIB;
export const LARGEST_LINE = 16 * MIB;
/** A file may unpack to this many times its packed size; smaller files may do as they like. */
export const LARGEST_RATIO = 200;
export const RATIO_FREE_SIZE = MIB;
export const LONGEST_NAME = 200;
export const DEEPEST_NAME = 8;
/** Nesting of arrays and objects in one record. */
export const DEEPEST_JSON = 128;
export { LATEST_STAMP } from '../merge/clock';
