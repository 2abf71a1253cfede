/** The blocks, pages and places of the texts of a whole case at hand. */
import type { Layout, LayoutPage } from '../model/layout';
import { placeAt } from '../model/place';
import type { Place, PlaceWords } from '../model/place';
import { isAlive } from '../model/record';
import { pagesOf, segmentsOf } from '../text/laidOut';
import type { Segment } from '../text/segments';
import type { BundleContents } from './contents';

export interface Places {
  /** Where in its text an excerpt stands; null where the text is not here. */
  readonly placeOf: (at: { readonly textId: string; readonly start: number; readonly end: number }) => Place | null;
  /** How a text is cut; null where it is not here. */
  readonly partsOf: (
    textId: string,
  ) => { readonly segments: readonly Segment[]; readonly pages: readonly LayoutPage[] } | null;
}

/** Each text is cut once, when it is first asked for. */
export function placesIn({ rows, texts }: Pick<BundleContents, 'rows' | 'texts'>, named?: PlaceWords): Places {
  const words = new Map(texts.map(({ id, text }) => [id, text]));
  const layouts = new Map<string, Layout>();
  for (const layout of rows.layouts ?? []) if (isAlive(layout)) layouts.set(layout.textId, layout);
  const known = new Map<string, ReturnType<Places['partsOf']>>();
  const partsOf: Places['partsOf'] = (textId) => {
    const made = known.get(textId);
    if (made) return made;
    const text = words.get(textId);
    if (text === undefined) return null;
    const layout = layouts.get(textId) ?? null;
    const parts = { segments: segmentsOf(text, layout), pages: pagesOf(layout) };
    known.set(textId, parts);
    return parts;
  };
  return {
    partsOf,
    placeOf({ textId, start, end }) {
      const parts = partsOf(textId);
      return parts && placeAt(parts.segments, start, end, parts.pages, named);
    },
  };
}
