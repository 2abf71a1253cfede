/**
 * Documents that repeat one text: an agency's words in five outlets are one origin. Each names the document whose text
 * it repeats; what they all lead to counts once, however many of them are cited.
 */
import type { Document } from './document';
import { no, yes } from './result';
import type { Result } from './result';

type Repeating = Pick<Document, 'id' | 'originId'>;

/**
 * The document and those it repeats, itself first. A ring, which two people can make apart, ends the chain at the member
 * with the smallest id, so that all who lead into it have one end.
 */
export function repeatedChain<One extends Repeating>(document: One, byId: (id: string) => One | undefined): One[] {
  const chain = [document];
  for (let next = repeated(document, byId); next; next = repeated(next, byId)) {
    const at = chain.findIndex((one) => one.id === next!.id);
    if (at >= 0) {
      const ring = chain.slice(at);
      const smallest = ring.reduce((least, one) => (one.id < least.id ? one : least));
      return [...chain.slice(0, at), ...ring.slice(0, ring.indexOf(smallest) + 1)];
    }
    chain.push(next);
  }
  return chain;
}

const repeated = <One extends Repeating>(document: One, byId: (id: string) => One | undefined): One | undefined =>
  document.originId === null ? undefined : byId(document.originId);

/** The document that what this one says goes back to; itself where it repeats none. */
export const originOf = <One extends Repeating>(document: One, byId: (id: string) => One | undefined): One =>
  repeatedChain(document, byId).at(-1)!;

/** The other documents of the same origin. */
export function sameOrigin<One extends Repeating>(document: One, all: ReadonlyMap<string, One>): One[] {
  const byId = (id: string): One | undefined => all.get(id);
  const origin = originOf(document, byId).id;
  return [...all.values()].filter((one) => one.id !== document.id && originOf(one, byId).id === origin);
}

/** The origin to write on a document that is said to repeat another. */
export function planRepeats(
  document: Repeating,
  original: Repeating,
  byId: (id: string) => Repeating | undefined,
): Result<string, 'repeats-itself'> {
  const chain = repeatedChain(original, byId);
  return chain.some((one) => one.id === document.id) ? no('repeats-itself') : yes(original.id);
}
