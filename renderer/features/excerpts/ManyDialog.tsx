/** One change to many excerpts at once: tags to add, a grade, a marking. */
import { useState } from 'react';
import type { Credibility } from '@shared/model/grading';
import { MARKING_SENSE, MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { no } from '@shared/model/result';
import { useApp } from '../../app/context';
import type { App, Outcome } from '../../app/context';
import { Button, Dialog, Select } from '../../ui';
import { CredibilityField } from './CredibilityField';
import { TagField } from './TagField';

export type ManyChange = 'tags' | 'credibility' | 'marking';

const TITLES: Readonly<Record<ManyChange, string>> = { tags: 'Tag', credibility: 'Grade', marking: 'Mark' };
const OPTIONS = [
  { id: 'none', label: 'As the document of each' } as const,
  ...MARKINGS.map((id) => ({ id, label: id, detail: MARKING_SENSE[id] })),
];

interface ManyDialogProps {
  readonly ids: readonly string[];
  readonly change: ManyChange;
  readonly onClose: (outcome?: Outcome) => void;
}

const ManyDialog = ({ ids, change, onClose }: ManyDialogProps) => {
  const { run } = useApp();
  const [tags, setTags] = useState<readonly string[]>([]);
  const [credibility, setCredibility] = useState<Credibility | null>(null);
  const [marking, setMarking] = useState<Marking | 'none' | null>(null);
  const submit = async (): Promise<void> => {
    const patch =
      change === 'tags'
        ? { addTags: tags }
        : change === 'credibility'
          ? { credibility }
          : { marking: marking === 'none' ? null : marking };
    onClose(await run('excerpt.updateMany', { ids, ...patch }));
  };
  const ready = change === 'tags' ? tags.length > 0 : change === 'marking' ? marking !== null : true;
  const title = `${TITLES[change]} ${ids.length.toLocaleString()} excerpts`;
  return (
    <Dialog
      isOpen
      size="small"
      title={title}
      onClose={() => onClose()}
      onSubmit={() => void (ready && submit())}
      actions={
        <>
          <Button onPress={() => onClose()}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={!ready}>
            {TITLES[change]}
          </Button>
        </>
      }
    >
      {change === 'tags' && <TagField label="Tags to add" value={tags} onChange={setTags} autoFocus />}
      {change === 'credibility' && <CredibilityField value={credibility} onChange={setCredibility} />}
      {change === 'marking' && (
        <Select label="Marking" items={OPTIONS} value={marking} onChange={setMarking} autoFocus />
      )}
    </Dialog>
  );
};

/** Asks for the change and makes it in one step. */
export async function askForMany(app: App, ids: readonly string[], change: ManyChange): Promise<Outcome> {
  const outcome = await app.ask<Outcome>((close) => <ManyDialog ids={ids} change={change} onClose={close} />);
  return outcome ?? no('cancelled');
}
