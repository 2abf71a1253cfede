/**
 * Finds the names a case knows (tags and sources with their aliases) in a text of any language: as they are written,
 * inflected, and spelled in another script. A spelling in another script has to agree in its consonants and nearly in
 * its vowels; short names are too easily like another word and are found only in their own script.
 */
import { foldWord } from '../text/fold';
import { tokenize } from '../text/tokens';
import type { Span } from '../text/trimMarkers';
import { coarseKey, latinKey, likeness, scriptOf, skeletonOf } from './latinKey';
import type { Script } from './latinKey';
import { isParticle, slavicStem, steadyStem, withoutParticle } from './stems';
import type { KnownName } from './suggestion';

/** A word of a text or a name, in the forms it is compared in. */
interface Word extends Span {
  readonly plain: string;
  readonly script: Script;
  readonly stem: string;
  readonly coarse: string;
  readonly skeleton: string;
  readonly isCapital: boolean;
}

interface Form<Name> {
  readonly of: Name;
  readonly words: readonly Word[];
  readonly script: Script;
  readonly coarse: string;
  readonly skeleton: string;
  /** Part of a person's name: found only as a name is written, with a capital letter. */
  readonly isPart: boolean;
}

export interface FoundName<Name> extends Span {
  readonly of: Name;
}

const cache = new Map<string, Omit<Word, 'start' | 'end' | 'isCapital'>>();

function shapeOf(plain: string): Omit<Word, 'start' | 'end' | 'isCapital'> {
  const known = cache.get(plain);
  if (known) return known;
  const script = scriptOf(plain);
  const bare = script === 'cyrillic' ? slavicStem(plain) : script === 'hangul' ? withoutParticle(plain) : plain;
  const coarse = coarseKey(latinKey(bare));
  const stem = script === 'cyrillic' ? steadyStem(bare) : plain;
  const shape = { plain, script, stem, coarse, skeleton: skeletonOf(coarse) };
  if (cache.size > 50_000) cache.clear();
  cache.set(plain, shape);
  return shape;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  tokenize(text, (folded, start, end) => {
    const plain = folded.normalize('NFC');
    words.push({ ...shapeOf(plain), start, end, isCapital: /^\p{Lu}/u.test(text.slice(start, end)) });
  });
  return words;
}

/** Some words of a text, as a spelling of a name. */
interface Spelling {
  readonly coarse: string;
  readonly script: Script;
  readonly count: number;
  readonly letters: number;
}

/** How alike words of two scripts have to be; short ones nearly the same. */
const ALIKE = 0.72;
const SHORT_ALIKE = 0.9;

const OWN_ALIKE = 0.85;

/** True where words with the same consonants are close enough to a name in their vowels too. */
function isSpelling<Name>(form: Form<Name>, { coarse, script, count, letters }: Spelling): boolean {
  const alike = likeness(coarse, form.coarse);
  if (form.script === script) {
    // Two romanizations of one person ("Zelensky" for "Zelenskyy"), Russian and Ukrainian spellings of one place.
    if (count > 1 || form.words.length > 1 || coarse.length < 6 || skeletonOf(coarse).length < 3) return false;
    if (script === 'cyrillic') return alike >= ALIKE && coarse[0] === form.coarse[0];
    return script === 'latin' && form.isPart && alike >= OWN_ALIKE;
  }
  const consonants = skeletonOf(coarse).length;
  // One short word is soon like another (Путин, паутина); several words, or many consonants, are not.
  if (consonants >= 3)
    return alike >= (consonants >= 5 || (consonants === 4 && form.words.length > 1) ? ALIKE : OWN_ALIKE);
  // Endings that are vowels count for nothing in a word that is long enough: России, Russia.
  const ended = (key: string): string => key.replace(/[a-z]+$/u, '');
  if (coarse.length >= 4 && alike >= SHORT_ALIKE) return true;
  return script !== 'hangul' && letters >= 6 && ended(coarse) === ended(form.coarse);
}

export interface NameFinder<Name> {
  find(text: string): FoundName<Name>[];
}

/**
 * Prepares names for finding.
 * @param kindOf whether a name is a person's (its last word is enough to find it), another proper name, or a common word
 */
export function makeNameFinder<Name extends KnownName>(
  names: readonly Name[],
  kindOf: (name: Name) => 'person' | 'proper' | 'common',
): NameFinder<Name> {
  const byFirst = new Map<string, Form<Name>[]>();
  const bySkeleton = new Map<string, Form<Name>[]>();
  const put = (map: Map<string, Form<Name>[]>, key: string, form: Form<Name>): void => {
    const forms = map.get(key);
    if (forms) forms.push(form);
    else map.set(key, [form]);
  };
  let longest = 1;
  const add = (of: Name, words: readonly Word[], isPart: boolean): void => {
    if (words.length === 0) return;
    const coarse = words.map((word) => word.coarse).join('');
    const skeleton = skeletonOf(coarse);
    const form = { of, words, script: words[0]!.script, coarse, skeleton, isPart };
    put(byFirst, words[0]!.stem, form);
    longest = Math.max(longest, Math.min(words.length, 5));
    if (kindOf(of) !== 'common' && skeleton.length >= 2) put(bySkeleton, skeleton, form);
  };
  for (const name of names) {
    for (const one of [name.name, ...name.aliases]) {
      const words = wordsOf(one);
      add(name, words, false);
      const last = words.at(-1);
      // "Yunus-bek Yevkurov" is also found as "Yevkurov"; in "Kim Jong-un" the last word says too little.
      if (kindOf(name) === 'person' && words.length > 1 && last && last.plain.length >= 5) add(name, [last], true);
    }
  }

  const sameScript = (words: readonly Word[], at: number, form: Form<Name>): number => {
    const isWhole = form.words.every((want, i) => {
      const word = words[at + i];
      if (!word || word.script !== want.script) return false;
      if (want.script === 'cyrillic')
        return want.plain.length <= 3 ? word.plain === want.plain : word.stem === want.stem;
      return word.plain === want.plain;
    });
    return isWhole ? form.words.length : 0;
  };

  const acrossScripts = (text: string, words: readonly Word[], at: number, count: number): Form<Name> | undefined => {
    const part = words.slice(at, at + count);
    const { script, isCapital } = part[0]!;
    if (script === 'other' || (script !== 'hangul' && !isCapital)) return undefined;
    // One name stands in a row, with nothing but spaces and hyphens inside.
    const isRow = part.every((word, i) => {
      const gap = i === 0 ? '' : text.slice(part[i - 1]!.end, word.start);
      return word.script === script && word.skeleton !== '' && /^[\s-]?$/u.test(gap);
    });
    if (!isRow) return undefined;
    const coarse = part.map((word) => word.coarse).join('');
    const letters = part.reduce((sum, word) => sum + word.plain.length, 0);
    return bySkeleton.get(skeletonOf(coarse))?.find((form) => isSpelling(form, { coarse, script, count, letters }));
  };

  return {
    find(text) {
      const words = wordsOf(text);
      const found: FoundName<Name>[] = [];
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at]!;
        let best: { form: Form<Name>; count: number; end: number } | null = null;
        const take = (form: Form<Name>, count: number, end: number): void => {
          if (!best || count > best.count) best = { form, count, end };
        };
        for (const form of byFirst.get(word.stem) ?? []) {
          const count = sameScript(words, at, form);
          // Part of a name, and a name that is no common word, has its capital letter.
          const needsCapital = form.isPart || (kindOf(form.of) !== 'common' && /^\p{Lu}/u.test(form.of.name));
          if (count > 0 && (word.isCapital || word.script === 'hangul' || !needsCapital || scriptlessCase(word)))
            take(form, count, words[at + count - 1]!.end);
        }
        if (word.script === 'hangul') {
          for (let length = word.plain.length - 1; length >= 2; length -= 1) {
            const form = byFirst.get(word.plain.slice(0, length))?.find((one) => one.words.length === 1);
            if (!form || !isParticle(word.plain.slice(length))) continue;
            take(form, 1, word.start + length);
            break;
          }
        }
        for (let count = Math.min(longest, words.length - at); count >= 1 && !best; count -= 1) {
          const form = acrossScripts(text, words, at, count);
          if (form) take(form, count, endOf(words[at + count - 1]!));
        }
        const hit = best as { form: Form<Name>; count: number; end: number } | null;
        if (!hit) continue;
        found.push({ of: hit.form.of, start: word.start, end: hit.end });
        at += hit.count - 1;
      }
      return found;
    },
  };
}

const scriptlessCase = (word: Word): boolean => word.script === 'other';

/** Where a word ends without a Korean particle. */
function endOf(word: Word): number {
  return word.script === 'hangul' ? word.start + withoutParticle(word.plain).length : word.end;
}

/** The name among these that some words mean, if one is found in them; the longest match first. */
export function meantBy<Name extends KnownName>(finder: NameFinder<Name>, words: string): Name | null {
  const found = finder.find(words).sort((a, b) => b.end - b.start - (a.end - a.start));
  return found[0]?.of ?? null;
}

/** True where two names are written the same but for case and diacritics. */
export const sameName = (a: string, b: string): boolean => foldWord(a) === foldWord(b);
