import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reanchorAll } from '@shared/anchor/reanchor';
import type { Reanchored } from '@shared/anchor/reanchor';
import { planAnchor } from '@shared/model/excerpt';
import type { Anchor } from '@shared/model/excerpt';
import { EDITS, editText, makerFrom } from './edited';
import type { Edit, Maker } from './edited';

const TEXT_ID = 'a'.repeat(64);

const OLD = `Kyiv, 4 November. The security council counted eleven battalions in the border region.
The minister said: "We have no reason to doubt the count." He gave no source for it.
According to the service, three tankers left the northern basin at dawn on Sunday.
The harbour master did not answer. The minister will speak again on Friday.
Two brigades were seen near the crossing, said an officer who asked not to be named.`;

function anchorOn(text: string, words: string, nth = 0): Anchor {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i += 1) start = text.indexOf(words, start + 1);
  const planned = planAnchor(text, TEXT_ID, start, start + words.length);
  if (!planned.ok) throw new Error(words);
  return planned.value;
}

function fateOf(newText: string, words: string, nth = 0, oldText: string = OLD): Reanchored & { words: string | null } {
  const [found] = reanchorAll(oldText, newText, [anchorOn(oldText, words, nth)]);
  return { ...found!, words: found!.place && newText.slice(found!.place.start, found!.place.end) };
}

const lines = OLD.split('\n');

describe('excerpts in a newer version of their text', () => {
  it('are kept where only others of its words changed', () => {
    const now = `Corrected on 5 November.\n${OLD.replace('eleven', 'twelve')}`;
    expect(fateOf(now, 'three tankers left the northern basin')).toMatchObject({ fate: 'kept' });
    expect(fateOf(now, 'battalions in the border region')).toMatchObject({ fate: 'kept' });
  });

  it('are moved with their paragraph', () => {
    const now = [lines[0], lines[1], lines[3], lines[4], lines[2]].join('\n');
    expect(fateOf(now, 'three tankers left')).toMatchObject({ fate: 'moved', words: 'three tankers left' });
    expect(fateOf(now, 'The harbour master did not answer.')).toMatchObject({ fate: 'kept' });
  });

  it('have other words where theirs were edited', () => {
    const now = OLD.replace('three tankers left', 'four tankers and a tug left');
    expect(fateOf(now, 'three tankers left the northern basin')).toMatchObject({
      fate: 'changed',
      isTypography: false,
      words: 'four tankers and a tug left the northern basin',
    });
    expect(fateOf(now, 'According to the service, three tankers')).toMatchObject({
      words: 'According to the service, four tankers and a tug',
    });
  });

  it('differ in typography alone where quotation marks, dashes and line ends were set anew', () => {
    const now = OLD.replaceAll('"', '”').replace('no reason to', 'no\nreason to');
    expect(fateOf(now, '"We have no reason to doubt the count."')).toMatchObject({
      fate: 'changed',
      isTypography: true,
      words: '”We have no\nreason to doubt the count.”',
    });
  });

  it('are lost with the sentence they stood in, and not found in another with the same words', () => {
    const now = OLD.replace(
      'The minister said: "We have no reason to doubt the count." He gave no source for it.\n',
      '',
    );
    expect(fateOf(now, 'The minister', 0)).toMatchObject({ fate: 'lost', place: null });
    expect(fateOf(now, 'The minister', 1)).toMatchObject({ fate: 'kept' });
    expect(fateOf('Nothing of it is left here.', 'three tankers left')).toMatchObject({ fate: 'lost', place: null });
  });

  it('are left to a person where the words stand several times and nothing decides', () => {
    const now = 'A new text. The minister spoke. Others spoke. The minister went.';
    const found = fateOf(now, 'The minister');
    expect(found).toMatchObject({ fate: 'unsure', place: null });
    expect(found.candidates.map(({ start }) => start)).toEqual(expect.arrayContaining([12, 46]));
  });

  it('are found by their quote where the old text is missing', () => {
    const anchor = anchorOn(OLD, 'three tankers left the northern basin');
    expect(reanchorAll(null, `Note. ${OLD}`, [anchor])).toMatchObject([{ fate: 'kept' }]);
    const other = reanchorAll(null, OLD.replace('three tankers', 'four tankers'), [anchor]);
    expect(other).toMatchObject([{ fate: 'unsure' }]);
  });

  it('are told apart in scripts without spaces', () => {
    const old = '国防省は四日、三隻の油槽船が北の港を出たと発表した。兵士の数は一万二千人とみられる。';
    const now = old.replace('四日', '五日').replace('一万二千人', '一万三千人');
    expect(fateOf(now, '三隻の油槽船が北の港を出た', 0, old)).toMatchObject({ fate: 'kept' });
    expect(fateOf(now, '一万二千人', 0, old)).toMatchObject({ fate: 'changed', words: '一万三千人' });
  });

  it('are all kept where the text is the same, be it ever so short', () => {
    for (const words of ['Yes', '…', '🛳', OLD]) {
      expect(fateOf(words, words, 0, words)).toMatchObject({ fate: 'kept', place: { start: 0, end: words.length } });
    }
  });
});

/** Excerpts of whole words, short and long. */
function excerptsOf(text: string, maker: Maker, count: number): Anchor[] {
  const isBreak = (at: number): boolean => /\s/.test(text[at]!);
  return Array.from({ length: count }, () => {
    let start = maker.below(text.length);
    while (start > 0 && !isBreak(start - 1)) start -= 1;
    let end = Math.min(text.length, start + 4 + maker.below(maker.random() < 0.5 ? 30 : 220));
    while (end < text.length && !isBreak(end)) end += 1;
    const planned = planAnchor(text, TEXT_ID, start, end);
    return planned.ok ? [planned.value] : [];
  }).flat();
}

interface Tally {
  /** Excerpts whose words stand in the new text, and how many of them were said to, in the right place. */
  stand: number;
  held: number;
  /** Excerpts put without asking where they do not belong. */
  wrong: string[];
}

/** Characters beside an excerpt that tell a passage. */
const BESIDE = 14;

const flat = (words: string): string =>
  words
    .replace(/\s+/g, '')
    .replace(/[–—]/g, '-')
    .replace(/[“”«»]/g, '"');

/**
 * Plays one history. The same words elsewhere are no wrong place where nobody could tell them from the excerpt's: what
 * stands on both sides of them is what stood there, or on one side where the excerpt's own place has it no more.
 */
function play(seed: number, kinds: readonly Edit[], tally: Tally): void {
  const maker = makerFrom(seed);
  const before = Array.from({ length: 3 + maker.below(40) }, () => maker.paragraph()).join('\n');
  const edited = editText(before, maker, 1 + maker.below(14), kinds);
  const anchors = excerptsOf(before, maker, 40);
  reanchorAll(before, edited.after, anchors).forEach(({ fate, place, isTypography }, index) => {
    const anchor = anchors[index]!;
    const truth = edited.spanNow(anchor.start, anchor.end);
    const isSilent = fate === 'kept' || fate === 'moved' || (fate === 'changed' && isTypography);
    const isRight = truth !== null && place?.start === truth.start && place.end === truth.end;
    if (truth) tally.stand += 1;
    if (truth && isSilent && isRight) tally.held += 1;
    if (!isSilent || isRight) return;
    const { start, end } = anchor;
    const around = (text: string, from: number, to: number): string => flat(text.slice(Math.max(0, from), to));
    const oneSide = [around(before, start - BESIDE, end), around(before, start, end + BESIDE)];
    const here = around(edited.after, place!.start - BESIDE, place!.end + BESIDE);
    const untouched = around(before, start - BESIDE, end + BESIDE);
    const stoodWhole = truth && around(edited.after, truth.start - BESIDE, truth.end + BESIDE) === untouched;
    const isTwin = here === untouched || (!stoodWhole && oneSide.some((words) => here.includes(words)));
    if (!isTwin) tally.wrong.push(`${seed}: ${anchor.quote}`);
  });
}

describe('random edits', () => {
  const held = (tally: Tally): number => tally.held / Math.max(1, tally.stand);

  it('keep 99 of 100 excerpts whose words still stand, and put none in the wrong place', () => {
    const tally: Tally = { stand: 0, held: 0, wrong: [] };
    const kinds = EDITS.filter((kind) => kind !== 'repeat');
    for (let seed = 1; seed <= 80; seed += 1) play(seed, kinds, tally);
    expect(tally.wrong).toEqual([]);
    expect(tally.stand).toBeGreaterThan(2_500);
    expect(held(tally)).toBeGreaterThanOrEqual(0.99);
  });

  it('put none in the wrong place either where passages come in a second time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.subarray([...EDITS], { minLength: 1 }), (seed, kinds) => {
        const tally: Tally = { stand: 0, held: 0, wrong: [] };
        play(seed, kinds, tally);
        expect(tally.wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
