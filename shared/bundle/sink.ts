/** Where the bytes of a bundle go while it is made: a file, or memory. */

/** Written at any place, so that what is known late can stand early. */
export interface ByteSink {
  write(at: number, bytes: Uint8Array): Promise<void>;
}

/** Bytes written into memory, for what is small. */
export class MemorySink implements ByteSink {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  async write(at: number, bytes: Uint8Array): Promise<void> {
    const end = at + bytes.length;
    if (end > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(end, 2 * this.#bytes.length));
      wider.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = wider;
    }
    this.#bytes.set(bytes, at);
    this.#length = Math.max(this.#length, end);
  }

  /** The first `size` bytes of what was written. */
  bytes(size = this.#length): Uint8Array {
    return this.#bytes.slice(0, size);
  }
}

const WINDOW = 4 << 20;

/** A sink that is written to in few large pieces. What was written last is kept in memory and can still be changed. */
export class WindowSink implements ByteSink {
  readonly #sink: ByteSink;
  readonly #window = new Uint8Array(WINDOW);
  #from = 0;
  #length = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  async write(at: number, bytes: Uint8Array): Promise<void> {
    const place = at - this.#from;
    if (place < 0 && place + bytes.length <= 0) return this.#sink.write(at, bytes);
    if (place < 0 || place > this.#length || place + bytes.length > WINDOW) {
      await this.flush();
      if (bytes.length > WINDOW / 2) return this.#sink.write(at, bytes);
      this.#from = at;
    }
    this.#window.set(bytes, at - this.#from);
    this.#length = Math.max(this.#length, at - this.#from + bytes.length);
  }

  /** Writes what is kept. To be called last. */
  async flush(): Promise<void> {
    if (this.#length > 0) await this.#sink.write(this.#from, this.#window.subarray(0, this.#length));
    this.#from += this.#length;
    this.#length = 0;
  }
}
