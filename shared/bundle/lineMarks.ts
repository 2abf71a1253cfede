/**
 * Which records of a case stand as the lines of the bundle they came with. A record is written the same way by everybody
 * (RFC 8785), so such a line says nothing new when it comes again, and a bundle that changes a few records of many is
 * read at the price of those few.
 *
 * A mark is MurmurHash3 (x86, 128 bit) of the line's bytes. Whoever forges two lines of one mark only hides a change of
 * their own; that it happens by chance is less likely than a broken disk.
 */

/** 32-bit words of a mark, and of a record's id (a UUID). */
export const MARK_WORDS = 4;
const NOTE = 2 * MARK_WORDS;

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function finish(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const [C1, C2, C3, C4] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;

/** Writes the mark of the bytes from `from` up to `to` into the first words of `mark`. */
export function lineMark(view: DataView, from: number, to: number, mark: Int32Array): void {
  let [h1, h2, h3, h4] = [0, 0, 0, 0];
  let at = from;
  for (; at + 16 <= to; at += 16) {
    h1 ^= Math.imul(rotate(Math.imul(view.getUint32(at, true), C1), 15), C2);
    h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(view.getUint32(at + 4, true), C2), 16), C3);
    h2 = (Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(view.getUint32(at + 8, true), C3), 17), C4);
    h3 = (Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(view.getUint32(at + 12, true), C4), 18), C1);
    h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }
  const tail = [0, 0, 0, 0];
  for (let i = 0; at + i < to; i += 1) tail[i >> 2]! |= view.getUint8(at + i) << ((i & 3) * 8);
  h4 ^= Math.imul(rotate(Math.imul(tail[3]!, C4), 18), C1);
  h3 ^= Math.imul(rotate(Math.imul(tail[2]!, C3), 17), C4);
  h2 ^= Math.imul(rotate(Math.imul(tail[1]!, C2), 16), C3);
  h1 ^= Math.imul(rotate(Math.imul(tail[0]!, C1), 15), C2);
  const length = to - from;
  [h1, h2, h3, h4] = [h1 ^ length, h2 ^ length, h3 ^ length, h4 ^ length];
  h1 = (h1 + h2 + h3 + h4) | 0;
  [h2, h3, h4] = [(h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
  [h1, h2, h3, h4] = [finish(h1), finish(h2), finish(h3), finish(h4)];
  h1 = (h1 + h2 + h3 + h4) | 0;
  [h2, h3, h4] = [(h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
  [mark[0], mark[1], mark[2], mark[3]] = [h1, h2, h3, h4];
}

/** The words of a UUID. */
function idWords(id: string, words: Int32Array): void {
  const hex = id.replaceAll('-', '');
  for (let i = 0; i < MARK_WORDS; i += 1) words[i] = Number.parseInt(hex.slice(i * 8, i * 8 + 8), 16);
}

/** A set of four words each, in one array: ten times as fast as a Set of strings. Four zeros are never in it. */
class WordSet {
  readonly #slots: Int32Array;
  readonly #last: number;

  /** @param count how many there will be at most */
  constructor(count: number) {
    const size = 2 ** Math.ceil(Math.log2(count * 2 + 2));
    this.#slots = new Int32Array(size * MARK_WORDS);
    this.#last = size - 1;
  }

  add(words: Int32Array, at: number): void {
    this.#slots.set(words.subarray(at, at + MARK_WORDS), this.#find(words, at));
  }

  has(words: Int32Array, at: number): boolean {
    const slot = this.#find(words, at);
    return !this.#isFree(slot);
  }

  /** Where these words are, or where there is room for them. The last word of a mark and of a UUID is any number. */
  #find(words: Int32Array, at: number): number {
    const slots = this.#slots;
    for (let place = words[at + 3]! & this.#last; ; place = (place + 1) & this.#last) {
      const slot = place * MARK_WORDS;
      const isSame =
        slots[slot] === words[at] &&
        slots[slot + 1] === words[at + 1] &&
        slots[slot + 2] === words[at + 2] &&
        slots[slot + 3] === words[at + 3];
      if (isSame || this.#isFree(slot)) return slot;
    }
  }

  #isFree(slot: number): boolean {
    const slots = this.#slots;
    return (slots[slot]! | slots[slot + 1]! | slots[slot + 2]! | slots[slot + 3]!) === 0;
  }
}

/** Lines that are here, as they are stored and sent: the words of the mark, then those of the record's id. */
export type LineNotes = Int32Array<ArrayBuffer>;

/** What a reader is told of lines that are here, and tells of those it met. */
export class LineBook {
  /** Lines that were known, and so left out. */
  skipped = 0;
  /** Texts and original files that were left out. */
  filesSkipped = 0;
  /** Texts and original files that are here. A text is read all the same where something new is said of it. */
  readonly files: ReadonlySet<string>;
  readonly #known: WordSet;
  #met: LineNotes = new Int32Array(NOTE * 1024);
  #length = 0;
  readonly #id = new Int32Array(MARK_WORDS);

  /**
   * @param notes of lines that are here
   * @param except ids of records whose lines are to be read all the same
   * @param files ids of texts and original files that are here
   */
  constructor(notes: Int32Array = new Int32Array(), except: readonly string[] = [], files: readonly string[] = []) {
    this.files = new Set(files);
    const left = new WordSet(except.length);
    for (const id of except) {
      idWords(id, this.#id);
      left.add(this.#id, 0);
    }
    this.#known = new WordSet(notes.length / NOTE);
    for (let at = 0; at + NOTE <= notes.length; at += NOTE)
      if (!left.has(notes, at + MARK_WORDS)) this.#known.add(notes, at);
  }

  isKnown(mark: Int32Array): boolean {
    return this.#known.has(mark, 0);
  }

  /** Notes a line that was read. @param at where its mark begins in `marks` */
  note(marks: readonly number[], at: number, id: string): void {
    if (this.#length === this.#met.length) {
      const wider = new Int32Array(this.#met.length * 2);
      wider.set(this.#met);
      this.#met = wider;
    }
    for (let i = 0; i < MARK_WORDS; i += 1) this.#met[this.#length + i] = marks[at + i]!;
    idWords(id, this.#id);
    this.#met.set(this.#id, this.#length + MARK_WORDS);
    this.#length += NOTE;
  }

  /** Lines that were read. */
  get met(): LineNotes {
    return this.#met.slice(0, this.#length);
  }
}
