/** Whether two figures speak of the same kind of thing. */
import type { Quantity } from '../../text/quantities';

const KINDS: readonly (readonly [string, string])[] = [
  [
    'people',
    'man men soldier soldiers troop troops personnel people person persons fighter fighters recruit recruits civilian civilians officer officers worker workers casualty casualties dead wounded refugee refugees prisoner prisoners servicemen infantrymen sailor sailors crew',
  ],
  ['formation', 'brigade brigades battalion battalions regiment regiments division divisions company companies'],
  ['gun', 'gun guns howitzer howitzers mortar mortars cannon cannons'],
  ['launcher', 'launcher launchers'],
  ['missile', 'missile missiles rocket rockets'],
  ['ammunition', 'shell shells round rounds projectile projectiles'],
  ['truck', 'truck trucks lorry lorries'],
  ['tank', 'tank tanks'],
  ['ship', 'ship ships vessel vessels freighter freighters tanker tankers boat boats hull hulls trawler trawlers'],
  ['aircraft', 'aircraft plane planes jet jets helicopter helicopters drone drones'],
  ['container', 'container containers'],
  ['train', 'train trains'],
];

const KIND = new Map(KINDS.flatMap(([kind, words]) => words.split(' ').map((word): [string, string] => [word, kind])));

/** What kind of thing is counted; null where the words tell none that is known here. */
export function kindCounted({ counted }: Quantity): string | null {
  for (const word of counted.split(' ')) {
    const kind = KIND.get(word);
    if (kind) return kind;
  }
  return null;
}

/** True unless both say what they count, and it differs. A unit has to be the same, or stand on one side only. */
export function comparable(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit && (a.unit === '%' || b.unit === '%' || (a.unit !== '' && b.unit !== ''))) return false;
  const [kindA, kindB] = [kindCounted(a), kindCounted(b)];
  return kindA === null || kindB === null || kindA === kindB;
}

/** True where a word counted is the same in both, but for its ending. */
export function shareCounted(a: Quantity, b: Quantity): boolean {
  if (a.unit !== '' && a.unit === b.unit) return true;
  const kind = kindCounted(a);
  if (kind !== null && kind === kindCounted(b)) return true;
  const stem = (word: string): string => word.slice(0, Math.max(4, word.length - 2));
  const stems = new Set(
    b.counted
      .split(' ')
      .filter((word) => word.length >= 4)
      .map(stem),
  );
  return a.counted.split(' ').some((word) => word.length >= 4 && stems.has(stem(word)));
}
