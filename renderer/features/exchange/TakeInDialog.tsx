/** Asks what to do with a bundle of a case that is here already. */
import type { BundleContents } from '@shared/bundle';
import type { App } from '../../app/context';
import { Button, Dialog } from '../../ui';

export type TakeIn = 'merge' | 'separate';

export const askHowToTakeIn = (
  app: Pick<App, 'ask'>,
  nameHere: string,
  contents: BundleContents,
): Promise<TakeIn | undefined> =>
  app.ask<TakeIn>((close) => (
    <Dialog
      isOpen
      title="This case is here already"
      onClose={() => close()}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button onPress={() => close('separate')}>Keep as a separate case</Button>
          <Button variant="primary" onPress={() => close('merge')}>
            Take in what is new
          </Button>
        </>
      }
    >
      <p>
        The bundle holds a copy of “{nameHere}”
        {contents.case.name === nameHere ? '' : `, there named “${contents.case.name}”`}:{' '}
        {contents.rows.documents?.length ?? 0} documents, {contents.rows.excerpts?.length ?? 0} excerpts,{' '}
        {contents.rows.briefings?.length ?? 0} briefings.
      </p>
      <p>
        Taking in joins both copies field by field: the newer edit of each field stays, and where two people changed the
        same field without knowing of each other the other value is set aside for review. One undo takes it all back.
      </p>
    </Dialog>
  ));
