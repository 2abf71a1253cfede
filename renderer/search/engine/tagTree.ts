/** The tag tree in ordinals: what stands below a tag, and what above. A ring, which a merge can make, is walked once. */
import type { NamedTable } from './namedTable';

export interface TagTree {
  /** 1 for the tags themselves and everything below any of them. */
  readonly withDescendants: (tags: readonly number[]) => Uint8Array;
  /** Parent of each tag, + 1; 0 for roots, for parents that are gone, and where the way up would be a ring. */
  readonly parents: Uint32Array;
}

function withoutRings(parents: Uint32Array): Uint32Array {
  const state = new Uint8Array(parents.length);
  for (let start = 0; start < parents.length; start += 1) {
    const path: number[] = [];
    let at = start;
    while (state[at] === 0) {
      state[at] = 1;
      path.push(at);
      const parent = parents[at]!;
      if (parent === 0) break;
      if (state[parent - 1] === 1 && path.includes(parent - 1)) {
        parents[at] = 0;
        break;
      }
      at = parent - 1;
    }
    for (const tag of path) state[tag] = 2;
  }
  return parents;
}

/** The tree as it stands now. */
export function tagTreeOf(tags: NamedTable, parentColumn: Uint32Array): TagTree {
  const size = tags.ids.size;
  const known = parentColumn.slice(0, size);
  for (let tag = 0; tag < size; tag += 1) {
    const parent = known[tag]!;
    if (!tags.lives(tag) || (parent !== 0 && !tags.lives(parent - 1))) known[tag] = 0;
  }
  // A ring keeps all its tags below one another, so that a filter on any of them finds the excerpts of all.
  const children: number[][] = Array.from({ length: size }, () => []);
  known.forEach((parent, tag) => {
    if (parent !== 0) children[parent - 1]!.push(tag);
  });
  return {
    parents: withoutRings(known.slice()),
    withDescendants(wanted) {
      const found = new Uint8Array(size);
      const open = [...wanted];
      for (let tag = open.pop(); tag !== undefined; tag = open.pop()) {
        if (found[tag] === 1) continue;
        found[tag] = 1;
        open.push(...children[tag]!);
      }
      return found;
    },
  };
}
