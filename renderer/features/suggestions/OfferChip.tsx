/** One offer: pressing it takes it, its cross (or Delete) refuses it. The sign before the words says what kind it is. */
import { CalendarDays, Hash, Quote, Tag, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Offer } from '@shared/suggest/offers';
import { Button, IconButton, Tooltip } from '../../ui';
import { offerName, offerWords } from './words';
import styles from './Offers.module.css';

export interface OfferChipProps {
  readonly offer: Offer;
  readonly onAccept: () => void;
  readonly onRefuse: () => void;
}

const ICONS: Readonly<Record<Offer['kind'], LucideIcon>> = {
  source: Quote,
  date: CalendarDays,
  figure: Hash,
  tag: Tag,
};

export const OfferChip = ({ offer, onAccept, onRefuse }: OfferChipProps) => {
  const name = offerName(offer);
  return (
    <span className={styles.chip}>
      <Tooltip text={`Add ${name}`}>
        <Button
          variant="quiet"
          icon={ICONS[offer.kind]}
          className={styles.accept}
          aria-label={`Add ${name}`}
          data-offer={offer.kind}
          onPress={onAccept}
          onKeyDown={(event) => {
            if (event.key === 'Delete' || event.key === 'Backspace') onRefuse();
            else event.continuePropagation();
          }}
        >
          <span className={styles.words}>+ {offerWords(offer)}</span>
        </Button>
      </Tooltip>
      <IconButton isSmall icon={X} name={`Refuse ${name}`} keys="Delete" className={styles.refuse} onPress={onRefuse} />
    </span>
  );
};
