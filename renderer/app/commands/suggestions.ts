/** Taking what a text suggests: the excerpt's field, and the tag or source that it needs, in one step of undo. */
import { isEventDate } from '@shared/model/eventDate';
import { figureSchema } from '@shared/model/figure';
import { no, yes } from '@shared/model/result';
import type { Excerpt } from '@shared/model/excerpt';
import { findTagByName, planTagName } from '@shared/model/tag';
import { hueForNewTag } from '@shared/model/tagMerge';
import type { Offer } from '@shared/suggest/offers';
import type { Transaction } from '../../store/transact';
import { readWhole } from '../../store/whole';
import type { Outcome } from '../context';
import type { CommandContext, HandlersFor } from './handler';

const LABELS: Readonly<Record<Offer['kind'], string>> = {
  date: 'Date excerpt',
  figure: 'Add figure',
  source: 'Name the source',
  tag: 'Tag excerpt',
};

type Taking<Kind extends Offer['kind']> = Extract<Offer, { readonly kind: Kind }>;

async function takeTag(
  { theCase }: CommandContext,
  tx: Transaction,
  newId: string,
  excerpt: Excerpt,
  { id, name, tagKind }: Taking<'tag'>,
): Promise<Outcome> {
  const tags = await readWhole(theCase, 'tags');
  const known = id === null ? findTagByName(name, tags.values()) : tags.get(id);
  if (id !== null && !known) return no('not-found');
  if (!known) {
    const plan = planTagName(name, null, tags.values());
    if (!plan.ok) return plan;
    const hue = hueForNewTag(null, tags);
    const rest = { parentId: null, aliases: [], withhold: false, description: '' };
    tx.create('tags', newId, { name: plan.value, kind: tagKind, hue, ...rest });
  }
  tx.update('excerpts', excerpt.id, { tags: [...new Set([...excerpt.tags, known?.id ?? newId])] });
  return yes(excerpt.id);
}

async function takeSource(
  { theCase }: CommandContext,
  tx: Transaction,
  newId: string,
  excerpt: Excerpt,
  { id, name, isPerson }: Taking<'source'>,
): Promise<Outcome> {
  const sources = await readWhole(theCase, 'sources');
  const wanted = name.trim().toLocaleLowerCase();
  const known =
    id === null
      ? [...sources.values()].find((one) => [one.name, ...one.aliases].some((it) => it.toLocaleLowerCase() === wanted))
      : sources.get(id);
  if (id !== null && !known) return no('not-found');
  if (!known) {
    if (wanted === '') return no('name-empty');
    if (name.length > 300) return no('name-too-long');
    const kind = isPerson ? 'person' : 'organisation';
    const rest = { aliases: [], description: '', originId: null, gradings: [] };
    tx.create('sources', newId, { name: name.trim(), kind, ...rest });
  }
  tx.update('excerpts', excerpt.id, { sourceId: known?.id ?? newId });
  return yes(excerpt.id);
}

export const suggestionHandlers = {
  async 'suggestion.accept'(context, { excerptId, offer }) {
    const newId = context.newId();
    return context.theCase.transact(LABELS[offer.kind], async (tx): Promise<Outcome> => {
      const excerpt = await tx.get('excerpts', excerptId);
      if (!excerpt) return no('not-found');
      switch (offer.kind) {
        case 'tag':
          return takeTag(context, tx, newId, excerpt, offer);
        case 'source':
          return takeSource(context, tx, newId, excerpt, offer);
        case 'date':
          if (!isEventDate(offer.value)) return no('date-unclear');
          tx.update('excerpts', excerptId, { eventDate: offer.value });
          return yes(excerptId);
        case 'figure': {
          const { counted, hedge, unit } = offer.value;
          const figure = figureSchema.parse({
            ...offer.value,
            id: newId,
            asOf: '',
            counted: counted.slice(0, 200),
            hedge: hedge.slice(0, 60),
            unit: unit.slice(0, 60),
          });
          tx.update('excerpts', excerptId, { figures: [...excerpt.figures, figure] });
          return yes(excerptId);
        }
      }
    });
  },
} satisfies HandlersFor<'suggestion.accept'>;
