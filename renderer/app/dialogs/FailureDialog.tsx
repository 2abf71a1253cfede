/** Says what failed, that nothing was changed, and what to do; with a report to copy that holds no content. */
import { useState } from 'react';
import { COMMANDS } from '@shared/commands';
import type { CommandId } from '@shared/commands';
import { failureSentence } from '@shared/messages';
import { Button, Dialog } from '../../ui';
import type { FailureReport } from '../report';
import { ask } from './dialogs';

const FailureDialog = ({ report, close }: { report: FailureReport; close: () => void }) => {
  const [copied, setCopied] = useState(false);
  const label = COMMANDS[report.command as CommandId]?.label ?? report.command;
  return (
    <Dialog
      isOpen
      title={`“${label.replace(/…$/, '')}” did not work`}
      onClose={close}
      role="alertdialog"
      actions={
        <>
          <Button onPress={() => void navigator.clipboard.writeText(report.text).then(() => setCopied(true))}>
            {copied ? 'Copied' : 'Copy report'}
          </Button>
          <Button variant="primary" onPress={close}>
            Close
          </Button>
        </>
      }
    >
      <p>{failureSentence(report.kind)}</p>
    </Dialog>
  );
};

/** Shows a failure. */
export function showFailure(report: FailureReport): void {
  console.error(report.text);
  void ask((close) => <FailureDialog report={report} close={() => close()} />);
}
