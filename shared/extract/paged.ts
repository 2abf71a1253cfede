/** Files that are made of pages as they look: pages that can be shown, and read by OCR. */
import { DOCUMENT_FORMATS } from './formats';
import { pictureOfMediaType } from './pictures';

export const isPdf = (mediaType: string): boolean => mediaType === DOCUMENT_FORMATS.pdf.mediaType;

/** A PDF, or a picture of a page or several. */
export const isPaged = (mediaType: string): boolean => isPdf(mediaType) || pictureOfMediaType(mediaType) !== null;
