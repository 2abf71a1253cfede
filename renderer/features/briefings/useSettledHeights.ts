/** Blocks out of sight keep the height they were drawn with: only a page that was drawn whole may leave them out. */
import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Sets `data-settled` on the sheet once its blocks were drawn at this width, and takes it away while the width changes:
 * heights that are guessed would move the text under a jump to its end.
 */
export function useSettledHeights(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const sheet = page.current;
    if (!sheet) return undefined;
    let width = -1;
    let frame = 0;
    const settle = (): void => {
      if (sheet.clientWidth === width) return;
      width = sheet.clientWidth;
      sheet.removeAttribute('data-settled');
      cancelAnimationFrame(frame);
      // The browser notes heights after a frame was laid out.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => sheet.setAttribute('data-settled', ''));
      });
    };
    const watch = new ResizeObserver(settle);
    watch.observe(sheet);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [page]);
}
