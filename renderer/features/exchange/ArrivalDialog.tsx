/** Asks what a file of another program comes in as: under which label, and from whom where the file does not say. */
import { useState } from 'react';
import type { ArrivalWishes } from '@shared/interchange/arriving';
import { MARKING_SENSE, MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { capital } from '@shared/text/capital';
import type { CommandContext } from '../../app/commands/handler';
import { readRows } from '../../store/rows';
import { Button, Dialog, Select, Switch, TextField } from '../../ui';
import styles from './exchange.module.css';

const LABELS = MARKINGS.map((id) => ({ id, label: id, detail: MARKING_SENSE[id] }));

/** What was answered; undefined where the file is not to come in. The label offered is that of the open case. */
export async function askArrival(context: CommandContext, fileName: string): Promise<ArrivalWishes | undefined> {
  const open = context.openCase;
  const [record] = open ? await readRows(open, 'cases', [open.id]) : [];
  return context.ask<ArrivalWishes>((close) => (
    <ArrivalDialog fileName={fileName} first={record?.marking ?? 'TLP:AMBER'} close={close} />
  ));
}

interface ArrivalDialogProps {
  readonly fileName: string;
  readonly first: Marking;
  readonly close: (wishes?: ArrivalWishes) => void;
}

const ArrivalDialog = ({ fileName, first, close }: ArrivalDialogProps) => {
  const [marking, setMarking] = useState(first);
  const [keepLabels, setKeepLabels] = useState(true);
  const [source, setSource] = useState('');
  const [author, setAuthor] = useState('');
  return (
    <Dialog
      isOpen
      title={`Bring in ${fileName}`}
      onClose={() => close()}
      onSubmit={() => close({ marking, keepLabels, source, author })}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            Bring in
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label="Marking"
          items={LABELS}
          value={marking}
          onChange={setMarking}
          hint={capital(MARKING_SENSE[marking])}
        />
        <Switch
          isSelected={keepLabels}
          onChange={setKeepLabels}
          detail={`Switched off, those freer than ${marking} are raised to it`}
        >
          Labels in the file hold
        </Switch>
        <TextField
          label="Source"
          value={source}
          onChange={setSource}
          hint="Who publishes the documents, where the file does not say. May stay empty."
        />
        <TextField
          label="Author"
          value={author}
          onChange={setAuthor}
          hint="Who wrote them, where the file does not say. May stay empty."
        />
      </div>
    </Dialog>
  );
};
