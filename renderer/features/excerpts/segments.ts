/** The blocks of stored texts, cut once and kept for a while; long texts are cut in a worker. */
import { useEffect, useState } from 'react';
import { segmentText } from '@shared/text/segments';
import type { Segment } from '@shared/text/segments';
import type { OpenCase } from '../../store/openCase';
import { readText } from '../../store/texts';
import { unpackSegments } from './packedSegments';
import type { PackedSegments } from './packedSegments';

const MOST_TEXTS = 32;
/** Longer texts go to the worker: below it, sending them costs as much as cutting them. */
const AT_ONCE = 300_000;

const cut = new Map<string, Promise<readonly Segment[]>>();
const ready = new Map<string, readonly Segment[]>();

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, (packed: PackedSegments) => void>();

function cutInWorker(text: string): Promise<readonly Segment[]> {
  if (!worker) {
    worker = new Worker(new URL('./segmentWorker.ts', import.meta.url), { type: 'module', name: 'segments' });
    worker.onmessage = ({ data }: MessageEvent<{ number: number; packed: PackedSegments }>) => {
      waiting.get(data.number)?.(data.packed);
      waiting.delete(data.number);
    };
  }
  const number = (last += 1);
  worker.postMessage({ number, text });
  return new Promise((resolve) => {
    waiting.set(number, (packed) => resolve(unpackSegments(text, packed)));
  });
}

async function cutText(open: OpenCase, textId: string, known: string | undefined): Promise<readonly Segment[]> {
  const text = known ?? (await readText(open, textId));
  if (text === undefined) return [];
  return text.length <= AT_ONCE ? segmentText(text) : cutInWorker(text);
}

/**
 * The blocks of a stored text; none where it is missing.
 * @param text the text itself, where the caller has read it
 */
export function segmentsOf(open: OpenCase, textId: string, text?: string): Promise<readonly Segment[]> {
  let segments = cut.get(textId);
  if (!segments) {
    segments = cutText(open, textId, text);
    segments.then(
      (value) => cut.has(textId) && ready.set(textId, value),
      () => cut.delete(textId),
    );
    const oldest = cut.size >= MOST_TEXTS ? cut.keys().next().value : undefined;
    if (oldest !== undefined) {
      cut.delete(oldest);
      ready.delete(oldest);
    }
    cut.set(textId, segments);
  }
  return segments;
}

/** The blocks of a stored text for a view; null while they are cut. */
export function useSegments(open: OpenCase, textId: string, text?: string): readonly Segment[] | null {
  const [arrived, setArrived] = useState<{ of: string; segments: readonly Segment[] } | null>(null);
  const known = arrived?.of === textId ? arrived.segments : (ready.get(textId) ?? null);
  const isKnown = known !== null;
  useEffect(() => {
    if (isKnown) return undefined;
    let gone = false;
    void segmentsOf(open, textId, text).then((segments) => {
      if (!gone) setArrived({ of: textId, segments });
    });
    return () => {
      gone = true;
    };
  }, [open, textId, text, isKnown]);
  return known;
}
