/** An import that was stopped half way: whether what was read by then comes in. */
import type { App } from '../../../app/context';
import { Button, Dialog } from '../../../ui';

/** True where the documents that were read are to be kept. */
export async function askToKeep(app: Pick<App, 'ask'>, read: number, of: number): Promise<boolean> {
  const words = read === 1 ? 'the one document' : `the ${read.toLocaleString()} documents`;
  const answer = await app.ask<boolean>((close) => (
    <Dialog
      isOpen
      size="small"
      role="alertdialog"
      title="The import was stopped"
      onClose={() => close(false)}
      actions={
        <>
          <Button onPress={() => close(false)}>Take nothing</Button>
          <Button variant="primary" onPress={() => close(true)}>
            Keep {words}
          </Button>
        </>
      }
    >
      <p>
        {read.toLocaleString()} of {of.toLocaleString()} files were read. They can come in now, or nothing does.
      </p>
    </Dialog>
  ));
  return answer === true;
}
