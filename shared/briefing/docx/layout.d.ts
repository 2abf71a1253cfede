/** What Collate uses of `docx/layout`. */
import type { PageNumberEstimator } from 'docx';

export const estimatePageNumbers: PageNumberEstimator;
