/** Places of passages as locators of CSL, which has names for pages and paragraphs but not for captions and headings. */
import type { Place } from '../../model/place';
import type { Cite } from './processor';

/** The locator of a place, or its words; nothing for a title, or where the place is not known. */
export function locatorOf(place: Pick<Place, 'short'> | null): Pick<Cite, 'locator' | 'placeWords'> {
  if (place === null || place.short === 'title') return {};
  const [, paragraph, page] = /^(?:¶\s*([\d–-]+)|pp?\.\s*(.+))$/u.exec(place.short) ?? [];
  if (paragraph) return { locator: { label: 'paragraph', value: paragraph } };
  if (page) return { locator: { label: 'page', value: page } };
  return { placeWords: place.short };
}

/**
 * The cites of one group, a document once where its places can be told together: `¶5` and `¶7` as `5, 7`. Excerpts that
 * are no longer there are left out.
 */
export function joinedCites(cites: readonly Cite[]): Cite[] {
  const joined: Cite[] = [];
  for (const cite of cites) {
    const i = joined.findIndex((one) => one.documentId === cite.documentId && canJoin(one, cite));
    if (i < 0) joined.push(cite);
    else joined[i] = join(joined[i]!, cite);
  }
  return joined;
}

const canJoin = (a: Cite, b: Cite): boolean => a.locator?.label === b.locator?.label || !a.locator || !b.locator;

function join(a: Cite, b: Cite): Cite {
  const locator =
    a.locator && b.locator
      ? { ...a.locator, value: listed(a.locator.value, b.locator.value) }
      : (a.locator ?? b.locator);
  const placeWords = a.placeWords && b.placeWords ? listed(a.placeWords, b.placeWords) : (a.placeWords ?? b.placeWords);
  return { documentId: a.documentId, locator, placeWords };
}

const listed = (all: string, one: string): string => (all.split(', ').includes(one) ? all : `${all}, ${one}`);
