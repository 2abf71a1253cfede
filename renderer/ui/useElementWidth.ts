/** The width of an element in pixels, as it changes; 0 while the element is not there. */
import { useCallback, useState } from 'react';
import type { RefCallback } from 'react';

export function useElementWidth<Element extends HTMLElement>(): readonly [RefCallback<Element>, number] {
  const [width, setWidth] = useState(0);
  // The element may come later than the view: while its rows are read.
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
