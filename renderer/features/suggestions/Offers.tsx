/** What an excerpt is offered, one press each: who says it, when, figures, tags. A cross refuses, and it stays away. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { offersFor } from '@shared/suggest/offers';
import type { Offer } from '@shared/suggest/offers';
import { useApp } from '../../app/context';
import { onSignal, sendSignal } from '../../app/signals';
import { useRow, useText } from '../../store/hooks';
import { Button, Toolbar } from '../../ui';
import { OfferChip } from './OfferChip';
import { forgive, refuse, useRefused } from './refused';
import { useSuggestions } from './useSuggestions';
import type { SuggestNames } from './useSuggestions';
import styles from './Offers.module.css';

export interface OffersProps {
  readonly excerpt: Excerpt;
  readonly names: SuggestNames;
}

const FEW = 8;
const NOTHING: ReadonlySet<string> = new Set();

export const Offers = ({ excerpt, names }: OffersProps) => {
  const { run } = useApp();
  const { id, textId } = excerpt;
  const document = useRow('documents', excerpt.documentId);
  const text = useText(textId);
  const suggestions = useSuggestions(document, textId, text, names);
  const refused = useRefused(textId);
  const { sources } = names;
  const publisherId = document?.sourceId ?? null;
  const offers = useMemo(
    () => offersFor(text ?? '', suggestions, excerpt, sources, publisherId, refused),
    [text, suggestions, excerpt, sources, publisherId, refused],
  );
  const away = useMemo(() => {
    const all = offersFor(text ?? '', suggestions, excerpt, sources, publisherId, NOTHING);
    return new Set(all.map(({ key }) => key).filter((key) => refused.has(key)));
  }, [text, suggestions, excerpt, sources, publisherId, refused]);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? offers : offers.slice(0, FEW);

  const box = useRef<HTMLDivElement>(null);
  // The chip that was pressed goes: the focus goes on to the one in its place.
  const pressed = useRef<{ key: string; index: number } | null>(null);
  useEffect(() => {
    const was = pressed.current;
    if (!was || offers.some(({ key }) => key === was.key)) return;
    pressed.current = null;
    const chips = box.current?.querySelectorAll<HTMLElement>('[data-offer]') ?? [];
    const to = chips[Math.min(was.index, chips.length - 1)] ?? box.current;
    // Where nothing is left, the next field is a good place to go on.
    if (to) to.focus();
    else sendSignal('focus.tags');
  }, [offers]);
  useEffect(
    () =>
      onSignal('focus.suggestions', () =>
        (box.current?.querySelector<HTMLElement>('[data-offer]') ?? box.current)?.focus(),
      ),
    [],
  );

  const accept = (offer: Offer, index: number): void => {
    pressed.current = { key: offer.key, index };
    void run('suggestion.accept', { excerptId: id, offer });
  };
  const dismiss = (offer: Offer, index: number): void => {
    pressed.current = { key: offer.key, index };
    void refuse(textId, offer.key);
  };

  if (offers.length === 0 && away.size === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label="Suggestions" className={styles.offers}>
      <span aria-hidden className={styles.label}>
        Suggestions
      </span>
      {shown.length > 0 && (
        <Toolbar aria-label="Suggestions for this excerpt" className={styles.chips ?? ''}>
          {shown.map((offer, index) => (
            <OfferChip
              key={`${offer.kind} ${offer.key}`}
              offer={offer}
              onAccept={() => accept(offer, index)}
              onRefuse={() => dismiss(offer, index)}
            />
          ))}
        </Toolbar>
      )}
      {(offers.length > shown.length || away.size > 0) && (
        <div className={styles.rest}>
          {offers.length > shown.length && (
            <Button variant="quiet" onPress={() => setWhole(true)}>
              {offers.length - shown.length} more
            </Button>
          )}
          {away.size > 0 && (
            <Button variant="quiet" onPress={() => void forgive(textId, away)}>
              Offer {away.size === 1 ? 'one' : away.size} refused again
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
