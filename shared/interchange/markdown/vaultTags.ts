/** The tags of a folder of notes: those of our own notes by what they were written as, all others by their names. */
import { TAG_HUES } from '../../model/tag';
import type { Tag } from '../../model/tag';
import { wordsOf } from '../jsonFile';
import type { Making } from '../making';

const DEEPEST = 12;
const fold = (slug: string): string => slug.normalize('NFC').toLowerCase();

export function vaultTags(making: Making) {
  const made = new Map<string, string>();
  const add = (slug: string, given: Partial<Tag> & { readonly name: string }): string => {
    const above = slug.includes('/') ? of(slug.slice(0, slug.lastIndexOf('/'))) : null;
    const { kind = 'topic', aliases = [], hue = made.size % TAG_HUES, description = '', withhold = false } = given;
    const id = making.add('tags', { name: given.name, parentId: above, kind, aliases, hue, description, withhold });
    made.set(fold(slug), id);
    return id;
  };
  const clean = (slug: string): string =>
    slug
      .split('/')
      .map((part) => wordsOf(part.trim(), 200))
      .filter((part) => part !== '')
      .slice(0, DEEPEST)
      .join('/');
  /** The tag of a path, made with those above it where it is new; null where no name is left. */
  function of(path: string): string | null {
    const slug = clean(path);
    if (slug === '') return null;
    return made.get(fold(slug)) ?? add(slug, { name: slug.slice(slug.lastIndexOf('/') + 1) });
  }
  return {
    of,
    /** A tag of ours under its path; the first of a path stays. */
    own(path: string, given: Partial<Tag> & { readonly name: string }): void {
      const slug = clean(path);
      if (slug !== '' && !made.has(fold(slug))) add(slug, given);
    },
  };
}
export type VaultTags = ReturnType<typeof vaultTags>;
