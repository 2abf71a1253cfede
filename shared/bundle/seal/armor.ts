/**
 * ASCII armour of age files (the strict subset of PEM, RFC 7468, that the age specification describes), a chunk at a
 * time: Base64 in lines of 64 letters between two lines that name it. Blanks may stand before and after, lines may end
 * with CR LF.
 */
import { base64Of } from '../base64';
import type { ByteSink } from '../sink';
import { chunksOf, sizeOf } from '../source';
import type { Bytes, ByteStream } from '../source';

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';
const LETTERS_A_LINE = 64;
const BYTES_A_LINE = 48;
/** White space that may stand around; more is no armour. */
const MOST_AROUND = 1024;

/** The armour is not as it must be. */
export class ArmorBroken extends Error {
  override readonly name = 'ArmorBroken';
}

const ascii = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** True for what begins as an armoured age file does. */
export const isArmored = (head: Uint8Array): boolean =>
  ascii(head.subarray(0, MOST_AROUND + BEGIN.length))
    .trimStart()
    .startsWith(BEGIN);

/** The largest an armoured file of so many bytes is. */
export const armoredSize = (size: number): number =>
  BEGIN.length + END.length + 3 + Math.ceil(size / 3) * 4 + Math.ceil(size / BYTES_A_LINE);

/** What is in the armour. Its size is known once it was read: the one told is the most it can be. @throws ArmorBroken */
export const unarmored = (bytes: Bytes): ByteStream => ({
  size: sizeOf(bytes),
  async *chunks() {
    const lines = new ArmorLines();
    for await (const chunk of chunksOf(bytes)) yield lines.take(chunk);
    yield lines.end();
  },
});

/** As much of what is in the armour as the beginning of a file tells; empty where it is not as it must be. */
export function unarmoredHead(head: Uint8Array): Uint8Array {
  try {
    return new ArmorLines().take(head);
  } catch {
    return new Uint8Array();
  }
}

const VALUES = new Uint8Array(256).fill(255);
for (const [value, letter] of Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').entries())
  VALUES[letter.charCodeAt(0)] = value;

const [LF, CR, PAD] = [10, 13, 61];

class ArmorLines {
  #state: 'before' | 'inside' | 'last' | 'after' = 'before';
  readonly #line = new Uint8Array(MOST_AROUND + BEGIN.length);
  #length = 0;

  /** The bytes that the lines of this chunk hold, as far as they are whole. */
  take(chunk: Uint8Array): Uint8Array {
    const out = new Uint8Array(Math.ceil((chunk.length + this.#length) / 4) * 3);
    let at = 0;
    for (const byte of chunk) {
      if (byte === LF) at += this.#take(out, at);
      else if (this.#length === this.#line.length) throw new ArmorBroken('a line is too long');
      else this.#line[this.#length++] = byte;
    }
    return out.subarray(0, at);
  }

  /** The last line may have no end. */
  end(): Uint8Array {
    if (this.#length > 0) this.#take(new Uint8Array(0), 0);
    if (this.#state !== 'after') throw new ArmorBroken('it has no end');
    return new Uint8Array();
  }

  /** Takes the line that is whole now; returns how many bytes it held. */
  #take(out: Uint8Array, at: number): number {
    const line = this.#line.subarray(
      0,
      this.#line[this.#length - 1] === CR && this.#length > 0 ? this.#length - 1 : this.#length,
    );
    this.#length = 0;
    const words = this.#state === 'inside' && line[0] !== BEGIN.charCodeAt(0) ? null : ascii(line);
    if (words === null) return this.#decode(line, out, at);
    const bare = this.#state === 'before' ? words.trimStart() : words.trimEnd();
    if (this.#state === 'before' && bare === BEGIN) this.#state = 'inside';
    else if ((this.#state === 'inside' || this.#state === 'last') && bare === END) this.#state = 'after';
    else if (bare !== '' || this.#state === 'inside' || this.#state === 'last')
      throw new ArmorBroken('a line is unexpected');
    return 0;
  }

  #decode(line: Uint8Array, out: Uint8Array, at: number): number {
    const pads = line.at(-1) !== PAD ? 0 : line.at(-2) === PAD ? 2 : 1;
    if (line.length === 0 || line.length > LETTERS_A_LINE || line.length % 4 !== 0)
      throw new ArmorBroken('a line has another length');
    if (line.length < LETTERS_A_LINE || pads > 0) this.#state = 'last';
    const letters = line.length - pads;
    let [held, bits, to] = [0, 0, at];
    for (let i = 0; i < letters; i += 1) {
      const value = VALUES[line[i]!]!;
      if (value === 255) throw new ArmorBroken('a letter is not of Base64');
      held = ((held << 6) | value) & 0xfff;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      out[to++] = (held >> bits) & 0xff;
    }
    // What is left over of the last letter must be nothing: the same bytes have one armour.
    if ((held & ((1 << bits) - 1)) !== 0) throw new ArmorBroken('bits are left over');
    return to - at;
  }
}

/** Puts what is written to it, from the first byte to the last, into armour. */
export class ArmorSink implements ByteSink {
  readonly #sink: ByteSink;
  #written = 0;
  /** Bytes of a line that is not full yet. */
  #open = new Uint8Array();

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  async write(_at: number, bytes: Uint8Array): Promise<void> {
    const all = new Uint8Array(this.#open.length + bytes.length);
    all.set(this.#open);
    all.set(bytes, this.#open.length);
    const whole = all.length - (all.length % BYTES_A_LINE);
    this.#open = all.slice(whole);
    await this.#put(linesOf(all.subarray(0, whole)));
  }

  /** Writes the end. Returns the size of all of it. */
  async finish(): Promise<number> {
    await this.#put(`${linesOf(this.#open)}${END}\n`);
    return this.#written;
  }

  async #put(words: string): Promise<void> {
    const text = this.#written === 0 ? `${BEGIN}\n${words}` : words;
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    await this.#sink.write(this.#written, bytes);
    this.#written += bytes.length;
  }
}

const linesOf = (bytes: Uint8Array): string => {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE)
    lines.push(`${base64Of(bytes.subarray(at, at + BYTES_A_LINE))}\n`);
  return lines.join('');
};
