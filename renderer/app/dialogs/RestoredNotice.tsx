/** Tells what was put back from the copy on disk. */
import { momentWords } from '@shared/text/when';
import type { Restored } from '../../store/rebuild';
import { Banner } from '../../ui';

const say = ({ name, backupAt, steps }: Restored): string => {
  const from = backupAt ? `from the backup of ${momentWords(backupAt)}` : 'from its log';
  return `“${name}” ${from}${steps > 0 ? `, with the ${steps} ${steps === 1 ? 'step' : 'steps'} made after it` : ''}`;
};

export const RestoredNotice = ({ restored, onClose }: { restored: readonly Restored[]; onClose: () => void }) => {
  const back = restored.filter((one) => !one.failed);
  const failed = restored.filter((one) => one.failed);
  return (
    <Banner
      tone={failed.length > 0 ? 'danger' : 'warning'}
      title={
        back.length > 0
          ? 'The database of this program was lost, and rebuilt'
          : 'The database of this program was lost, and could not be rebuilt'
      }
      action={{ label: 'Close', onPress: onClose }}
    >
      {back.length > 0 && <>Put back: {back.map(say).join('; ')}. Look the cases over before you go on. </>}
      {failed.length > 0 && (
        <>
          Not put back: {failed.map(({ name }) => `“${name}”`).join(', ')}. Their copies on the disk are unchanged; free
          some space if the disk is full, and start the program again.
        </>
      )}
    </Banner>
  );
};
