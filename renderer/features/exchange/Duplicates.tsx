/** Tags and sources that two people may have made apart: offered for joining, each a step of undo. */
import { useMemo } from 'react';
import { findDuplicates } from '@shared/model/duplicates';
import type { Tag } from '@shared/model/tag';
import type { Source } from '@shared/model/source';
import { useApp } from '../../app/context';
import { useAllRows, useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';
import { Button } from '../../ui';
import styles from './exchange.module.css';

interface Offer {
  readonly key: string;
  readonly what: 'tag' | 'source';
  readonly intoId: string;
  readonly fromId: string;
  readonly into: string;
  readonly from: string;
  readonly why: string;
}

const SETTING = 'exchange.notTheSame';
const MOST_SHOWN = 100;

const sameName = (name: string, into: Tag | Source, from: Tag | Source): string =>
  from.name === name && into.name === name ? 'the same name' : `both are called “${name}”`;

/** Tags and sources that may be the same, without those that somebody said are not. */
function useOffers(): readonly Offer[] {
  const tags = useAllRows('tags');
  const sources = useAllRows('sources');
  const apart = useSetting<string[]>(SETTING);
  return useMemo(() => {
    if (!tags || !sources || apart === undefined) return [];
    const not = new Set(apart ?? []);
    const under = (tag: Tag): string => (tag.parentId && tags.get(tag.parentId)?.name) || '';
    const place = (tag: Tag): string => (under(tag) ? `${under(tag)} › ${tag.name}` : tag.name);
    const ofTags = findDuplicates(tags.values()).map(({ into, from, name }): Offer => ({
      key: `${into.id} ${from.id}`,
      what: 'tag',
      intoId: into.id,
      fromId: from.id,
      into: place(into),
      from: place(from),
      why: sameName(name, into, from),
    }));
    const ofSources = findDuplicates(sources.values()).map(({ into, from, name }): Offer => ({
      key: `${into.id} ${from.id}`,
      what: 'source',
      intoId: into.id,
      fromId: from.id,
      into: into.name,
      from: from.name,
      why: sameName(name, into, from),
    }));
    return [...ofTags, ...ofSources].filter(({ key }) => !not.has(key));
  }, [tags, sources, apart]);
}

const title = (offers: readonly Offer[]): string => {
  const count = (what: Offer['what']): string => {
    const { length } = offers.filter((one) => one.what === what);
    return length === 0 ? '' : `${length.toLocaleString()} ${length === 1 ? what : `${what}s`}`;
  };
  return `${[count('tag'), count('source')].filter(Boolean).join(' and ')} may be the same as another`;
};

export const Duplicates = () => {
  const app = useApp();
  const offers = useOffers();
  const apart = useSetting<string[]>(SETTING);
  if (offers.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="exchange-duplicates">
      <h2 id="exchange-duplicates">{title(offers)}</h2>
      <p>Two people who work apart make the same thing twice. Joined, the other name stays as an alias.</p>
      <ul className={styles.conflicts} aria-label="Possible duplicates">
        {offers.slice(0, MOST_SHOWN).map((offer) => (
          <li key={offer.key} className={styles.duplicate}>
            <div>
              <p>
                <strong>{offer.from}</strong> and <strong>{offer.into}</strong>
              </p>
              <p className={styles.conflictHead}>
                Two {offer.what}s, {offer.why}
              </p>
            </div>
            <div className={styles.choices}>
              <Button onPress={() => void writeSetting(SETTING, [...(apart ?? []), offer.key])}>Not the same</Button>
              <Button
                variant="primary"
                onPress={() =>
                  void app.run(offer.what === 'tag' ? 'tag.merge' : 'source.join', {
                    fromId: offer.fromId,
                    intoId: offer.intoId,
                  })
                }
              >
                Join
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {offers.length > MOST_SHOWN && (
        <p>
          {MOST_SHOWN} of {offers.length.toLocaleString()} are shown.
        </p>
      )}
    </section>
  );
};
