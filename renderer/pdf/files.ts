/** The address of the build's files for pdf.js: workers are told it, since theirs is another. Ends in a slash. */
export const pdfFiles = (): string => new URL('./pdfjs/', document.baseURI).href;
