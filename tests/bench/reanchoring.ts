/** Finding a thousand excerpts again in an edited text of a megabyte, beside one search for each quote. */
import { reanchorAll } from '../../shared/anchor/reanchor';
import type { OldAnchor } from '../../shared/anchor/reanchor';
import { planAnchor } from '../../shared/model/excerpt';
import { randomFrom, vocabulary } from './generate';

const LENGTH = 1_000_000;
const EXCERPTS = 1_000;
const EDITS = 120;

function textOf(random: () => number): string {
  const words = vocabulary();
  const rank = (): number => Math.min(words.length - 1, Math.floor(Math.exp(random() * Math.log(words.length))) - 1);
  const paragraphs: string[] = [];
  for (let length = 0; length < LENGTH;) {
    const paragraph = Array.from({ length: 30 + Math.floor(random() * 90) }, () => words[Math.max(0, rank())]).join(
      ' ',
    );
    paragraphs.push(paragraph);
    length += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}

/** Words replaced, taken out and put in, and paragraphs moved. */
function edited(text: string, random: () => number): string {
  const paragraphs = text.split('\n');
  for (let step = 0; step < EDITS; step += 1) {
    const at = Math.floor(random() * paragraphs.length);
    const words = paragraphs[at]!.split(' ');
    const place = Math.floor(random() * words.length);
    if (step % 4 === 0) words.splice(place, 1, 'corrected');
    else if (step % 4 === 1) words.splice(place, 6);
    else if (step % 4 === 2) words.splice(place, 0, 'as', 'was', 'said', 'later');
    else paragraphs.splice(Math.floor(random() * paragraphs.length), 0, ...paragraphs.splice(at, 1));
    if (step % 4 !== 3) paragraphs[at] = words.join(' ');
  }
  return paragraphs.join('\n');
}

export interface Reanchoring {
  /** Milliseconds, by repetition. */
  readonly ours: number[];
  readonly indexOf: number[];
  /** Excerpts whose words stand in the new text, and how many of them were found there without asking. */
  readonly stand: number;
  readonly found: number;
}

/** Times of both, in turns; the texts are strings of one piece, as a stored text is. */
export function measureReanchoring(repetitions: number): Reanchoring {
  const random = randomFrom(11);
  const flat = (text: string): string => JSON.parse(JSON.stringify(text)) as string;
  const before = flat(textOf(random));
  const after = flat(edited(before, random));
  const anchors: OldAnchor[] = [];
  while (anchors.length < EXCERPTS) {
    const start = before.indexOf(' ', Math.floor(random() * (LENGTH - 1_000))) + 1;
    const end = before.indexOf(' ', start + 40 + Math.floor(random() * 240));
    const planned = planAnchor(before, 'a'.repeat(64), start, end);
    if (planned.ok) anchors.push(planned.value);
  }
  const result = { ours: [] as number[], indexOf: [] as number[], stand: 0, found: 0 };
  const sides = {
    ours: () => {
      const fates = reanchorAll(before, after, anchors);
      const stands = anchors.map(({ quote }) => after.includes(quote));
      result.stand = stands.filter(Boolean).length;
      result.found = fates.filter(({ fate }, i) => stands[i] && (fate === 'kept' || fate === 'moved')).length;
    },
    indexOf: () => anchors.reduce((sum, { quote }) => sum + after.indexOf(quote), 0),
  };
  for (let step = 0; step <= repetitions; step += 1) {
    for (const name of step % 2 === 0 ? (['ours', 'indexOf'] as const) : (['indexOf', 'ours'] as const)) {
      const start = performance.now();
      if (name === 'ours') reanchorAll(before, after, anchors);
      else sides.indexOf();
      if (step > 0) result[name].push(performance.now() - start);
    }
  }
  sides.ours();
  return result;
}
