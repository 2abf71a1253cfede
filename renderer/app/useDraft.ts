/** Words being typed: kept here while the field has them, written after a pause, on leaving, and before the window goes. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { onFlush } from './pending';

/** Milliseconds without a key before the field is written. */
const PAUSE = 500;

export interface Draft {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

/**
 * @param saved the value as the record has it; the field shows it unless it has words of its own
 * @param write runs the command that writes it
 */
export function useDraft(saved: string, write: (value: string) => void | Promise<unknown>): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const settle = async (): Promise<void> => {
    const value = waiting.current;
    waiting.current = null;
    if (value !== null && value !== saved) await write(value);
  };
  const flush = useEffectEvent(settle);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => void flush(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const stop = onFlush(() => flush());
    return () => {
      stop();
      void flush();
    };
  }, []);
  return {
    value: typed ?? saved,
    onChange: (value) => {
      waiting.current = value;
      setTyped(value);
    },
    // Shows its own words until they are in the record, so that the field does not flash back.
    onBlur: () => void settle().then(() => setTyped(null)),
  };
}
