/** The keys of the caret in the text. Every selection a mouse can make can be made with them. */
import type { KeyboardEvent } from 'react';
import type { Unit } from '@shared/text/sentences';
import { segmentIndexAt } from '@shared/text/segments';
import type { SelectionMaker } from '@shared/text/trimMarkers';
import { growSpan, isRightToLeft, shrinkSpan, stepCharacter, stepUnit } from './steps';
import type { ReadText } from './steps';
import type { Ends } from './useTextSelection';

export interface CaretMove {
  readonly to: number;
  readonly maker: SelectionMaker;
  /** What was stepped over, for the announcement. */
  readonly unit: Unit | 'character' | 'line';
}

const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** Moves the page's own selection by a line, and says where that led. */
export type ByLine = (extend: boolean, by: 1 | -1, granularity: 'line' | 'lineboundary') => number | null;

export type Step = { unit: Unit | 'character' | 'line' | 'lineboundary' | 'text'; by: 1 | -1 };

/** The step a key means; null where it is not one of ours. Left and right are those of the page. */
export function stepOf(event: KeyboardEvent, read: ReadText, offset: number): Step | null {
  const step = stepByKey(event);
  const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
  return step && isSideways && isRightToLeft(read, offset) ? { ...step, by: step.by > 0 ? -1 : 1 } : step;
}

function stepByKey(event: KeyboardEvent): Step | null {
  const mod = isMac() ? event.metaKey || event.altKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.altKey || event.metaKey;
  if (other) return null;
  switch (event.key) {
    case 'ArrowRight':
      return { unit: mod ? 'word' : 'character', by: 1 };
    case 'ArrowLeft':
      return { unit: mod ? 'word' : 'character', by: -1 };
    case 'ArrowDown':
      return { unit: mod ? 'paragraph' : 'line', by: 1 };
    case 'ArrowUp':
      return { unit: mod ? 'paragraph' : 'line', by: -1 };
    case 'End':
      return { unit: mod ? 'text' : 'lineboundary', by: 1 };
    case 'Home':
      return { unit: mod ? 'text' : 'lineboundary', by: -1 };
    default:
  }
  if (mod) return null;
  // With Shift the key says another sign; its place on the keyboard tells which it is.
  if (event.key === '.' || (event.shiftKey && event.code === 'Period')) return { unit: 'sentence', by: 1 };
  if (event.key === ',' || (event.shiftKey && event.code === 'Comma')) return { unit: 'sentence', by: -1 };
  if (event.key === ']' || event.key === '}') return { unit: 'paragraph', by: 1 };
  if (event.key === '[' || event.key === '{') return { unit: 'paragraph', by: -1 };
  return null;
}

/** Where a key takes the caret; null where the key is not one of ours. */
export function moveOf(event: KeyboardEvent, ends: Ends, read: ReadText, byLine: ByLine): CaretMove | null {
  const step = stepOf(event, read, ends.focus);
  if (!step) return null;
  const extend = event.shiftKey;
  const { anchor, focus } = ends;
  switch (step.unit) {
    case 'character': {
      const turned = !extend && anchor !== focus;
      const edge = step.by > 0 ? Math.max(anchor, focus) : Math.min(anchor, focus);
      return { to: turned ? edge : stepCharacter(read, focus, step.by), maker: 'hand', unit: 'character' };
    }
    case 'line':
    case 'lineboundary': {
      const to = byLine(extend, step.by, step.unit);
      return { to: to ?? focus, maker: 'hand', unit: 'line' };
    }
    case 'text': {
      const end = step.by > 0 ? read.segments.at(-1)?.end : read.segments[0]?.start;
      return { to: end ?? focus, maker: 'hand', unit: 'line' };
    }
    case 'word':
    case 'sentence':
    case 'paragraph':
      return {
        to: stepUnit(read, focus, step.unit, step.by, extend),
        maker: step.unit === 'word' ? 'hand' : 'unit',
        unit: step.unit,
      };
  }
}

/**
 * The selection that a key makes larger or smaller by whole units; null where the key is another.
 * @param origin where the caret stood before the selection grew: shrinking comes back to it
 */
export function resizedBy(event: KeyboardEvent, ends: Ends, read: ReadText, origin: number | null): Ends | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const span = { start: Math.min(ends.anchor, ends.focus), end: Math.max(ends.anchor, ends.focus) };
  const isLarger = event.key === '+' || event.key === '=';
  if (!isLarger && event.key !== '-' && event.key !== '_') return null;
  const next = isLarger ? growSpan(read, span) : shrinkSpan(read, span, origin ?? span.start);
  return { anchor: next.start, focus: next.end };
}

/** The words to say after a move: what is now selected, or what the caret stands before. */
export function wordsFor({ text, segments }: ReadText, anchor: number, move: CaretMove): string {
  const [start, end] = [Math.min(anchor, move.to), Math.max(anchor, move.to)];
  if (start < end) {
    const words = text.slice(start, end).trim();
    const count = words.split(/\s+/).length;
    if (count <= 40) return `Selected: ${words}`;
    return `Selected ${count.toLocaleString()} words, to: ${words.slice(-80)}`;
  }
  if (move.unit === 'character') return text.slice(move.to, move.to + 1);
  const segment = segments[segmentIndexAt(segments, move.to)];
  const stop = Math.min(segment?.end ?? text.length, move.to + (move.unit === 'word' ? 40 : 400));
  const words = text.slice(move.to, stop);
  return move.unit === 'word' ? (words.split(/\s/)[0] ?? '') : words;
}
