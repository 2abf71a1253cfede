/** All documents of the case that say nearly the same, in pairs. */
import { CopyCheck } from 'lucide-react';
import { originOf } from '@shared/model/documentOrigin';
import { percentWords } from '@shared/text/percent';
import { useAllRows } from '../../../store/hooks';
import { Button, Dialog, EmptyState, Spinner, VirtualList } from '../../../ui';
import { useNearCopies } from './useNearCopies';
import styles from './near.module.css';

export interface ChosenPair {
  readonly id: string;
  readonly otherId: string;
}

export const NearCopiesDialog = ({ close }: { close: (pair?: ChosenPair) => void }) => {
  const documents = useAllRows('documents');
  const copies = useNearCopies(null);
  const isOneOrigin = (index: number): boolean => {
    const { document, other } = copies![index]!;
    const byId = (id: string) => documents?.get(id);
    return originOf(document, byId).id === originOf(other, byId).id;
  };
  return (
    <Dialog isOpen size="large" title="Documents that say nearly the same" onClose={() => close()}>
      <div className={styles.all}>
        <p className={styles.lead}>
          The same agency’s words in five outlets are one source. Compare two documents, and mark them as one origin:
          what rests on both then counts once.
        </p>
        {copies ? (
          <VirtualList
            label="Pairs of documents"
            count={copies.length}
            rowHeight={56}
            getKey={(index) => `${copies[index]!.document.id} ${copies[index]!.other.id}`}
            selectionMode="single"
            onOpen={(index) => close({ id: copies[index]!.document.id, otherId: copies[index]!.other.id })}
            renderRow={(index) => {
              const { document, other, likeness } = copies[index]!;
              return (
                <span className={styles.pair}>
                  <span className={styles.pairNames}>
                    <span>{document.title}</span>
                    <span>{other.title}</span>
                  </span>
                  <span className={styles.pairFacts}>
                    <span>about {percentWords(likeness)}</span>
                    <span>{isOneOrigin(index) ? 'one origin' : 'counted apart'}</span>
                  </span>
                  <Button excludeFromTabOrder onPress={() => close({ id: document.id, otherId: other.id })}>
                    Compare
                  </Button>
                </span>
              );
            }}
            empty={
              <EmptyState
                icon={CopyCheck}
                title="No two documents say nearly the same"
                message="Documents are compared by their words, whatever their titles."
              />
            }
          />
        ) : (
          <Spinner label="Comparing the documents" />
        )}
      </div>
    </Dialog>
  );
};
