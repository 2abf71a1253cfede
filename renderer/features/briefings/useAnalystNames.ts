/** Names of those who worked on the case, by actor. */
import { useMemo } from 'react';
import { useAllRows } from '../../store/hooks';

/** Returns the name of an actor; one the case does not know is said to be unknown. */
export function useAnalystNames(): (actor: string) => string {
  const analysts = useAllRows('analysts');
  return useMemo(() => {
    const names = new Map([...(analysts?.values() ?? [])].map((one) => [one.actor, one.name]));
    return (actor) => names.get(actor) || 'an analyst not known here';
  }, [analysts]);
}
