/** Tables that have names: documents, sources, tags, hypotheses, briefings, judgements. Their names stay at hand for field terms and sorting. */
import { wordsOf } from '@shared/text/tokens';
import { ColumnSet } from './columnSet';
import type { ColumnKinds } from './columnSet';
import { IdSpace } from './idSpace';
import type { SnapshotReader, SnapshotWriter } from './snapshot';
import { WordIndex } from './wordIndex';
import type { FieldTexts } from './wordIndex';

/** A name as field terms compare it: its folded words with a space between. */
export const foldedName = (name: string): string => wordsOf(name).join(' ');

export class NamedTable<Kinds extends ColumnKinds = ColumnKinds> {
  readonly ids = new IdSpace();
  readonly words: WordIndex;
  readonly columns: ColumnSet<Kinds>;
  /** By ordinal: the name, and what else it goes by. */
  names: string[] = [];
  others: string[][] = [];
  readonly #label: string;
  #folded: (string[] | undefined)[] = [];

  constructor(label: string, kinds: Kinds, weights: readonly number[]) {
    this.#label = label;
    this.columns = new ColumnSet(kinds);
    this.words = new WordIndex(weights);
  }

  /** The ordinal of an id, with room in the columns; a record may be named before it is seen. */
  ordinal(id: string): number {
    const ordinal = this.ids.intern(id);
    this.columns.ensure(this.ids.size);
    return ordinal;
  }

  lives(ordinal: number): boolean {
    return (this.words.serials[ordinal] ?? 0) !== 0;
  }

  put(id: string, name: string, others: readonly string[], texts: FieldTexts): number {
    const ordinal = this.ordinal(id);
    this.names[ordinal] = name;
    this.others[ordinal] = [...others];
    this.#folded[ordinal] = undefined;
    this.words.put(ordinal, texts);
    return ordinal;
  }

  /**
   * The living records that a typed name means: those with exactly that name or alias, else those with a name that
   * begins with it or has a word that does.
   */
  meantBy(typed: string): number[] {
    const wanted = foldedName(typed);
    const exact: number[] = [];
    const begun: number[] = [];
    if (wanted === '') return exact;
    for (let ordinal = 0; ordinal < this.names.length; ordinal += 1) {
      if (!this.lives(ordinal)) continue;
      const names = (this.#folded[ordinal] ??= [this.names[ordinal]!, ...this.others[ordinal]!].map(foldedName));
      if (names.includes(wanted)) exact.push(ordinal);
      else if (names.some((name) => name.startsWith(wanted) || name.includes(` ${wanted}`))) begun.push(ordinal);
    }
    return exact.length > 0 ? exact : begun;
  }

  /** For each ordinal its place in the alphabet, from 0. */
  ranks(): Uint32Array {
    const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
    const ordinals = Array.from({ length: this.ids.size }, (_, i) => i);
    ordinals.sort((a, b) => order.compare(this.names[a] ?? '', this.names[b] ?? '') || a - b);
    const ranks = new Uint32Array(ordinals.length);
    ordinals.forEach((ordinal, rank) => (ranks[ordinal] = rank));
    return ranks;
  }

  save(writer: SnapshotWriter): void {
    this.ids.save(writer, `${this.#label}.ids`);
    this.words.save(writer, `${this.#label}.words`);
    this.columns.save(writer, this.#label, this.ids.size);
    writer.putValue(
      `${this.#label}.names`,
      Array.from(this.names, (name) => name ?? ''),
    );
    writer.putValue(
      `${this.#label}.others`,
      Array.from(this.others, (others) => others ?? []),
    );
  }

  restore(reader: SnapshotReader): void {
    this.ids.restore(reader, `${this.#label}.ids`);
    this.words.restore(reader, `${this.#label}.words`);
    this.columns.restore(reader, this.#label);
    this.names = reader.value(`${this.#label}.names`) as string[];
    this.others = reader.value(`${this.#label}.others`) as string[][];
    this.#folded = [];
  }
}
