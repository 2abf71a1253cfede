/** How much a machine recognises at the same time, and about how long it takes. */

/** A recogniser needs a core and some 200 MB; one core is left for the page. */
const MOST_LANES = 4;

/** Pages that are recognised at the same time. */
export const ocrLanes = (cores: number = navigator.hardwareConcurrency): number =>
  Math.max(1, Math.min(MOST_LANES, cores - 1));

/** Milliseconds after which a page that gets no further is given up. */
export const LONGEST_PAGE = 300_000;

/** Seconds for a page, as measured on a common machine (docs/ocr.md); another language read with adds as much again. */
const SECONDS = 5;
const SECONDS_MORE = 3;

/** “about 3 minutes” for so many pages. */
export function ocrTimeWords(pages: number, languages: number, lanes: number = ocrLanes()): string {
  const seconds = (pages * (SECONDS + SECONDS_MORE * Math.max(0, languages - 1))) / lanes;
  if (seconds < 45) return 'less than a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return 'about a minute';
  if (minutes < 90) return `about ${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}
