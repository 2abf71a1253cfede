/** Asks how a briefing is to leave, and shows it as it will be. */
import { useEffect, useRef, useState } from 'react';
import type { Release } from '@shared/briefing/outgoing';
import { MARKING_INK } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { no, yes } from '@shared/model/result';
import type { CommandContext } from '../../../app/commands/handler';
import type { Outcome } from '../../../app/context';
import { flushPending } from '../../../app/pending';
import { readSetting, writeSetting } from '../../../store/registry';
import { BoxChip, Button, Dialog } from '../../../ui';
import { GRADES_SETTING } from '../styles';
import { ExportChoices } from './ExportChoices';
import { KINDS } from './files';
import { readOutgoing } from './outgoing';
import type { Outgoing } from './outgoing';
import { Preview } from './Preview';
import { FORMATS, isOwnLabelAbove } from './wishes';
import type { BriefingFormat, ExportWishes } from './wishes';
import styles from './export.module.css';

const FORMAT_SETTING = 'briefing.export.format';

interface ExportDialogProps {
  readonly outgoing: Outgoing;
  readonly first: ExportWishes;
  readonly close: (answer?: ExportWishes) => void;
}

const ExportDialog = ({ outgoing, first, close }: ExportDialogProps) => {
  const [wishes, setWishes] = useState(first);
  const [tried, setTried] = useState(false);
  const { release, whole } = useRelease(outgoing, wishes);
  const isBlocked = isOwnLabelAbove(outgoing.briefing, wishes.ceiling) && !wishes.ownWords;
  const submit = (): void => {
    setTried(true);
    if (!isBlocked) close(wishes);
  };
  return (
    <Dialog
      isOpen
      title="Export the briefing"
      size="wide"
      onClose={() => close()}
      onSubmit={submit}
      actions={
        <>
          {release && (
            <span className={styles.label}>
              It leaves as <BoxChip colour={MARKING_INK[release.model.marking]}>{release.model.marking}</BoxChip>
            </span>
          )}
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            {`Export ${KINDS[wishes.format].name}`}
          </Button>
        </>
      }
    >
      <div className={styles.room}>
        <ExportChoices
          outgoing={outgoing}
          wishes={wishes}
          release={release}
          whole={whole}
          tried={tried}
          onChange={(patch) => setWishes((now) => ({ ...now, ...patch }))}
        />
        <Preview release={release} format={wishes.format} pictures={outgoing.pictures} />
      </div>
    </Dialog>
  );
};

/** What would leave; the last of it until a new choice is worked out, null before the first is. */
function useRelease(outgoing: Outgoing, wishes: ExportWishes): { release: Release | null; whole: Marking | null } {
  const [release, setRelease] = useState<Release | null>(null);
  const [whole, setWhole] = useState<Marking | null>(null);
  const newest = useRef(0);
  const { ceiling, pseudonyms, grades, portionMarks, likelihoodKey } = wishes;
  useEffect(() => {
    const mine = (newest.current += 1);
    const chosen = { ceiling, pseudonyms, grades, portionMarks, likelihoodKey, ownWords: true, format: 'pdf' } as const;
    void outgoing.release(chosen).then((made) => {
      if (newest.current !== mine) return;
      setRelease(made);
      if (ceiling === null) setWhole(made.model.marking);
    });
  }, [outgoing, ceiling, pseudonyms, grades, portionMarks, likelihoodKey]);
  return { release, whole };
}

/** Asks, then writes the file. */
export async function askForExport(context: CommandContext, id: string): Promise<Outcome> {
  await flushPending();
  const outgoing = await readOutgoing(context.theCase, id);
  if (!outgoing) return no('not-found');
  const { briefing } = outgoing;
  const last = await readSetting<string>(FORMAT_SETTING);
  const first: ExportWishes = {
    format: FORMATS.find((one): one is BriefingFormat => one === last) ?? 'pdf',
    ceiling: null,
    pseudonyms: outgoing.names.length > 0,
    ownWords: false,
    grades: (await readSetting<boolean>(GRADES_SETTING)) ?? true,
    portionMarks: briefing.portionMarks,
    likelihoodKey: briefing.likelihoodKey,
  };
  const wishes = await context.ask<ExportWishes>((close) => (
    <ExportDialog outgoing={outgoing} first={first} close={close} />
  ));
  if (!wishes) return no('cancelled');
  await writeSetting(FORMAT_SETTING, wishes.format);
  const done = await context.run('briefing.export', { id, ...wishes });
  return done.ok ? yes(null) : no('cancelled');
}
