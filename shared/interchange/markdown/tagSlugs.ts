/** Tags as Obsidian writes them: no spaces, few signs, a slash between levels, one spelling whatever the case. */
import type { Tag } from '../../model/tag';

const fold = (slug: string): string => slug.normalize('NFC').toLowerCase();

const part = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'tag';

/** Tag ids to slugs, each once: `region/baltic-sea`. A ring, which a merge can make, is cut where it closes. */
export function tagSlugs(tags: readonly Tag[]): Map<string, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const start of tags.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const chain: Tag[] = [];
    const met = new Set<string>();
    for (
      let at: Tag | undefined = start;
      at && !slugs.has(at.id) && !met.has(at.id);
      at = byId.get(at.parentId ?? '')
    ) {
      met.add(at.id);
      chain.push(at);
    }
    for (const tag of chain.toReversed()) {
      const above = slugs.get(tag.parentId ?? '');
      const own = part(tag.name);
      // Digits alone are no tag.
      const base = above === undefined ? (/^[\p{N}]+$/u.test(own) ? `_${own}` : own) : `${above}/${own}`;
      let slug = base;
      for (let number = 2; taken.has(fold(slug)); number += 1) slug = `${base}_${number}`;
      taken.add(fold(slug));
      slugs.set(tag.id, slug);
    }
  }
  return slugs;
}
