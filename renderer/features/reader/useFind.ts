/** Words being looked for in the open text, and which of the matches is the one. */
import { useCallback, useEffect, useState } from 'react';
import { onSignal } from '../../app/signals';
import type { Span } from '@shared/text/trimMarkers';
import { findInText } from './find';

const NONE: readonly Span[] = [];

/** @param fromOffset where the analyst reads: the first match after it is shown first */
export function useFind(text: string, fromOffset: () => number, onShow: (span: Span) => void) {
  const [asked, setAsked] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const [result, setResult] = useState<{ of: string; spans: readonly Span[]; index: number } | null>(null);
  const isLooking = isOpen && wanted.trim() !== '';
  const isSearching = isLooking && result?.of !== wanted;
  const now = isLooking && result?.of === wanted ? result : null;
  const found = now?.spans ?? NONE;
  const index = now?.index ?? -1;

  useEffect(
    () =>
      onSignal('focus.find', () => {
        setOpen(true);
        setAsked((count) => count + 1);
      }),
    [],
  );

  useEffect(() => {
    if (!isLooking) return undefined;
    const controller = new AbortController();
    void findInText(text, wanted, controller.signal).then((spans) => {
      if (controller.signal.aborted) return;
      const from = fromOffset();
      const after = spans.findIndex((span) => span.start >= from);
      const index = spans.length === 0 ? -1 : Math.max(0, after);
      setResult({ of: wanted, spans, index });
      if (spans[index]) onShow(spans[index]);
    });
    return () => controller.abort();
  }, [isLooking, wanted, text, fromOffset, onShow]);

  const goTo = useCallback(
    (next: number) => {
      if (!found[next]) return;
      setResult((former) => former && { ...former, index: next });
      onShow(found[next]);
    },
    [found, onShow],
  );
  const step = useCallback(
    (by: 1 | -1) => goTo((index + by + found.length) % found.length),
    [found.length, index, goTo],
  );
  const close = useCallback(() => setOpen(false), []);
  return { isOpen, asked, wanted, setWanted, found, index, now: found[index] ?? null, isSearching, step, goTo, close };
}
