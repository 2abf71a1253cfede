/** Opens the bar of find and replace by its commands. */
import { useEffect, useState } from 'react';
import { onSignal } from '../../app/signals';

export interface Finding {
  readonly isOpen: boolean;
  readonly isReplacing: boolean;
  readonly asked: number;
  readonly close: () => void;
  readonly replacing: (isReplacing: boolean) => void;
}

export function useFinding(): Finding {
  const [state, setState] = useState({ isOpen: false, isReplacing: false, asked: 0 });
  useEffect(() => {
    const open = (isReplacing: boolean) => (): void =>
      setState((now) => ({
        isOpen: true,
        isReplacing: isReplacing || (now.isOpen && now.isReplacing),
        asked: now.asked + 1,
      }));
    const stops = [onSignal('focus.find', open(false)), onSignal('focus.replace', open(true))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return {
    ...state,
    close: () => setState((now) => ({ ...now, isOpen: false })),
    replacing: (isReplacing) => setState((now) => ({ ...now, isReplacing })),
  };
}
