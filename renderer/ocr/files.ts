/** The address of the build's files for recognition: workers are told it, since theirs is another. Ends in a slash. */
export const ocrFiles = (): string => new URL('./ocr/', document.baseURI).href;
