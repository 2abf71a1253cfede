/** The judgement of another briefing that one goes on from, and how it stands to it. */
import { useMemo, useState } from 'react';
import { refusalSentence } from '@shared/messages';
import { changeSince } from '@shared/model/judgement';
import type { Judgement } from '@shared/model/judgement';
import { useApp } from '../../../app/context';
import { useAllRows } from '../../../store/hooks';
import { ComboBox } from '../../../ui';
import { capital, CHANGE_WORDS, likelihoodWords } from '../../judgements';

interface EarlierProps {
  readonly judgement: Judgement;
}

const LONGEST = 80;
/** The beginning of a statement, to its last whole word. */
const short = (statement: string): string =>
  statement.length <= LONGEST ? statement : `${statement.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`;

export const Earlier = ({ judgement }: EarlierProps) => {
  const app = useApp();
  const judgements = useAllRows('judgements');
  const briefings = useAllRows('briefings');
  const [refused, setRefused] = useState<string | undefined>();
  const { id, briefingId, earlierId } = judgement;
  const items = useMemo(
    () =>
      [...(judgements?.values() ?? [])]
        .filter((one) => one.briefingId !== briefingId && one.statement !== '')
        .map((one) => ({
          id: one.id,
          label: short(one.statement),
          detail: briefings?.get(one.briefingId)?.title,
          also: [one.statement],
        })),
    [judgements, briefings, briefingId],
  );
  const earlier = earlierId === null ? undefined : judgements?.get(earlierId);
  const change = earlier ? changeSince(earlier, judgement) : null;
  const choose = async (next: string | null): Promise<void> => {
    const done = await app.run('judgement.update', { id, patch: { earlierId: next } }, { refusal: 'return' });
    setRefused(done.ok ? undefined : refusalSentence(done.reason, done.detail));
  };
  const since = earlier && `There: ${likelihoodWords(earlier)}${change ? `. ${capital(CHANGE_WORDS[change])}.` : '.'}`;
  return (
    <ComboBox
      label="Goes on from"
      items={items}
      value={earlierId}
      onChange={(next) => void choose(next)}
      placeholder={items.length === 0 ? 'No other briefing has a judgement' : 'A judgement of another briefing'}
      isDisabled={items.length === 0 && earlierId === null}
      error={refused}
      hint={since}
    />
  );
};
