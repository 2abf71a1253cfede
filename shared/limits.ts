/** Largest file that is read into the page or written from it, in bytes. */
export const MAX_FILE_BYTES = 1024 ** 3;
