/** Says once, when a passage just cited raises the briefing's label: which one, and what can be done. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { briefingMarking, passagesInWords, raisedBy } from '@shared/briefing/marking';
import type { DerivedMarking } from '@shared/briefing/marking';
import type { Briefing } from '@shared/model/briefing';
import { strictness } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { useApp } from '../../app/context';

interface Before {
  readonly marking: Marking;
  readonly ids: ReadonlySet<string>;
}

/** @param derived null while what is cited is read: nothing is said of what stood there before */
export function useRaisedNotice(briefing: Briefing, derived: DerivedMarking | null): void {
  const app = useApp();
  const before = useRef<Before | null>(null);
  const look = useEffectEvent((now: DerivedMarking) => {
    const marking = briefingMarking(briefing, now);
    const was = before.current;
    before.current = { marking, ids: new Set(now.passages.map((one) => one.excerptId)) };
    if (!was || strictness(marking) <= strictness(was.marking)) return;
    const added = raisedBy(briefing, now).filter((one) => !was.ids.has(one.excerptId));
    if (added.length === 0) return;
    const words = `The briefing is ${marking} now, because it cites ${passagesInWords(added)}.`;
    app.toast(
      `${words} The text is as you wrote it. To share it more widely, take the citation out, or choose a lower label and say why.`,
      {
        tone: 'warning',
      },
    );
  });
  useEffect(() => {
    if (derived) look(derived);
  }, [derived, briefing.marking, briefing.lowered]);
}
