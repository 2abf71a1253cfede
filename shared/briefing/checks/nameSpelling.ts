/** A name that is nearly, and not quite, one of the case's people, organisations or places. */
import type { TagKind } from '../../model/tag';
import { atSpan, citationsOf, evidenceOf } from './context';
import type { CheckContext, Rule } from './context';
import { isProse } from './sections';
import { editDistance } from './spelling';
import { rangeOf } from './text';

const KINDS: ReadonlySet<TagKind> = new Set<TagKind>(['person', 'organisation', 'place']);
const WORD = /[\p{L}][\p{L}\p{M}]*(?:[-'’][\p{L}][\p{L}\p{M}]*)*/gu;
const SHORTEST = 6;

export const nameSpelling: Rule = {
  title: 'Names are spelled as the case spells them',
  standard: 'Collate',
  *find(context) {
    const { names, known } = vocabularyOf(context);
    if (names.size === 0) return;
    const evident = wordsOfEvidence(context);
    const nearest = new Map<string, string | null>();
    for (const block of context.note.blocks) {
      if (!isProse(block)) continue;
      for (const match of block.own.matchAll(WORD)) {
        const word = match[0].replace(/['’]s?$/u, '');
        if (
          word.length < SHORTEST ||
          !/^\p{Lu}\P{Lu}*(?:[-'’]|\p{Ll}|$)/u.test(word) ||
          known.has(word.toLowerCase()) ||
          evident.has(word.toLowerCase())
        )
          continue;
        let name = nearest.get(word);
        if (name === undefined) nearest.set(word, (name = nearestOf(word, names)));
        if (name === null) continue;
        const [start, end] = [match.index, match.index + word.length];
        const sentence = block.sentences.find((one) => one.start <= start && start < one.end) ?? null;
        yield atSpan(block, sentence, start, end, {
          severity: 'warning',
          sentence: `“${word}” is nearly the name “${name}” of this case, and is spelled nowhere in its evidence.`,
          fix: { kind: 'replace', label: `Write “${name}”`, ...rangeOf(block, start, end), text: name },
        });
      }
    }
  },
};

type NameWords = ReadonlyMap<string, ReadonlySet<string>>;
const bucket = (word: string, length = word.length): string => `${word[0]!.toLowerCase()}${length}`;

interface Vocabulary {
  /** The words of the names that can be mistaken, by first letter and length. */
  readonly names: NameWords;
  /** All words of all tags: right, whatever they are near to. */
  readonly known: ReadonlySet<string>;
}

/** A note is checked at every pause in typing, with the same tags. */
const vocabularies = new WeakMap<CheckContext['tags'], Vocabulary>();

function vocabularyOf({ tags }: CheckContext): Vocabulary {
  const made = vocabularies.get(tags);
  if (made) return made;
  const names = new Map<string, Set<string>>();
  const known = new Set<string>();
  for (const tag of tags.values()) {
    for (const name of [tag.name, ...tag.aliases]) {
      learn(known, name);
      if (!KINDS.has(tag.kind)) continue;
      for (const [word] of name.matchAll(WORD)) {
        if (word.length < SHORTEST || !/^\p{Lu}/u.test(word)) continue;
        const list = names.get(bucket(word));
        if (list) list.add(word);
        else names.set(bucket(word), new Set([word]));
      }
    }
  }
  const vocabulary = { names, known };
  vocabularies.set(tags, vocabulary);
  return vocabulary;
}

function learn(known: Set<string>, words: string): void {
  for (const [word] of words.matchAll(WORD)) known.add(word.toLowerCase().replace(/['’]s?$/u, ''));
}

/** Words that the evidence itself uses. */
function wordsOfEvidence(context: CheckContext): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { excerpt, document, chain, source } of evidenceOf(context, citationsOf(context.note.blocks))) {
    for (const words of [excerpt.quote, document.title, ...chain, ...(source?.aliases ?? [])]) learn(known, words);
  }
  return known;
}

/** The one name the word is a slip of; null where there is none, or where an ending makes another word of it (Russia, Russian). */
function nearestOf(word: string, names: NameWords): string | null {
  const most = word.length >= 8 ? 2 : 1;
  const plain = word.toLowerCase();
  let best: string | null = null;
  let least = most + 1;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const name of names.get(bucket(word, length)) ?? []) {
      const target = name.toLowerCase();
      if (isForm(plain, target)) return null;
      const distance = editDistance(plain, target, least - 1);
      if (distance > 0 && distance < least) [best, least] = [name, distance];
    }
  }
  return best;
}

/** True where one is the other with an ending: an adjective, a plural, a people. */
function isForm(word: string, name: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === name[same]) same += 1;
  const [tail, rest] = [word.slice(same), name.slice(same)];
  const inner = /^(?:e?s|n|an|ns|ans|ian|ians|ish|ese|ic|er|ers|i|is|ya|y|ed|ing|)$/u;
  return (
    inner.test(tail) && inner.test(rest.replace(/^[aeiouy]$/u, '')) && same >= Math.min(word.length, name.length) - 1
  );
}
