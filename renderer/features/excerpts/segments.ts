/** The blocks and pages of stored texts, cut once and kept for a while; long texts without a layout are cut in a worker. */
import { useEffect, useState } from 'react';
import type { LayoutPage, LayoutWord } from '@shared/model/layout';
import { pagesOf, segmentsOf } from '@shared/text/laidOut';
import type { Segment } from '@shared/text/segments';
import { readLayout } from '../../store/layouts';
import type { OpenCase } from '../../store/openCase';
import { readText } from '../../store/texts';
import { unpackSegments } from './packedSegments';
import type { PackedSegments } from './packedSegments';

const MOST_TEXTS = 32;
/** Longer texts go to the worker: below it, sending them costs as much as cutting them. */
const AT_ONCE = 300_000;

/** How a text is cut. */
export interface TextParts {
  readonly segments: readonly Segment[];
  /** In order; none where the file had no pages. */
  readonly pages: readonly LayoutPage[];
  /** Recognised in pictures of its pages; none where none was. */
  readonly words: readonly LayoutWord[];
}

const NO_WORDS: readonly LayoutWord[] = [];

const keyOf = (open: OpenCase, textId: string): string => `${open.id}/${textId}`;

const cut = new Map<string, Promise<TextParts>>();
const ready = new Map<string, TextParts>();

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

async function cutText(open: OpenCase, textId: string, known: string | undefined): Promise<TextParts> {
  const [text, layout] = await Promise.all([known ?? readText(open, textId), readLayout(open, textId)]);
  if (text === undefined) return { segments: [], pages: [], words: NO_WORDS };
  const pages = pagesOf(layout);
  // A layout says where the blocks are: nothing has to be looked for.
  const isQuick = text.length <= AT_ONCE || (layout?.blocks.length ?? 0) > 0;
  return {
    segments: isQuick ? segmentsOf(text, layout) : await cutInWorker(text),
    pages,
    words: layout?.words ?? NO_WORDS,
  };
}

/**
 * The blocks and pages of a stored text; none where it is missing.
 * @param text the text itself, where the caller has read it
 */
export function textParts(open: OpenCase, textId: string, text?: string): Promise<TextParts> {
  // Another case may have the same text without its layout.
  const key = keyOf(open, textId);
  let parts = cut.get(key);
  if (!parts) {
    parts = cutText(open, textId, text);
    parts.then(
      (value) => cut.has(key) && ready.set(key, value),
      () => cut.delete(key),
    );
    const oldest = cut.size >= MOST_TEXTS ? cut.keys().next().value : undefined;
    if (oldest !== undefined) {
      cut.delete(oldest);
      ready.delete(oldest);
    }
    cut.set(key, parts);
  }
  return parts;
}

/** The blocks and pages of a stored text for a view; null while they are cut. */
export function useTextParts(open: OpenCase, textId: string, text?: string): TextParts | null {
  const [arrived, setArrived] = useState<{ of: string; parts: TextParts } | null>(null);
  const key = keyOf(open, textId);
  const known = arrived?.of === key ? arrived.parts : (ready.get(key) ?? null);
  const isKnown = known !== null;
  useEffect(() => {
    if (isKnown) return undefined;
    let gone = false;
    void textParts(open, textId, text).then((parts) => {
      if (!gone) setArrived({ of: key, parts });
    });
    return () => {
      gone = true;
    };
  }, [open, textId, text, key, isKnown]);
  return known;
}
