/** The place in the document, for rows that stay on the screen: a flung list reads no texts. */
import { useEffect, useState } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { placeAt } from '@shared/model/place';
import type { Place } from '@shared/model/place';
import { useCase } from '../../store/hooks';
import { textParts } from './segments';

/** Milliseconds a row stays before its text is read. */
const STAY = 90;
const MOST = 4_000;
const known = new Map<string, Place | null>();

export function PlaceOf({ row }: { row: Excerpt }) {
  const open = useCase();
  const { textId, start, end } = row;
  const sign = `${open.id} ${textId} ${start} ${end}`;
  const [, setFound] = useState('');
  useEffect(() => {
    if (known.has(sign)) return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      void textParts(open, textId).then(({ segments, pages }) => {
        if (known.size >= MOST) known.clear();
        known.set(sign, placeAt(segments, start, end, pages));
        if (!gone) setFound(sign);
      });
    }, STAY);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [open, sign, textId, start, end]);
  const place = known.get(sign);
  return place ? <span title={place.long}>{place.short}</span> : null;
}
