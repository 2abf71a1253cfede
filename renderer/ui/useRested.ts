/** A value once it has rested: for what is drawn or read last while somebody types or scrolls. */
import { useEffect, useState } from 'react';

/**
 * The value as it was when it last stayed the same for so long.
 * @param quiet milliseconds
 * @param first what counts as rested before anything did
 */
export function useRested<Value>(value: Value, quiet: number, first: Value = value): Value {
  const [rested, setRested] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), quiet);
    return () => clearTimeout(timer);
  }, [value, quiet]);
  return rested;
}
