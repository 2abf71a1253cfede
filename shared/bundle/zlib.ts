/**
 * zlib itself, compiled to WebAssembly in zip.js. It deflates to the same bytes on every machine and in every version of
 * the host, which the host's own (CompressionStream, node:zlib) does not, and inflates twice as fast as a browser's
 * DecompressionStream.
 */
import { bytesOfBase64 } from './base64';

/** Turns one file into raw DEFLATE (RFC 1951); its bytes do not depend on how the file is cut into chunks. */
export interface Deflater {
  /** What of the packed bytes is ready after this chunk; all of them after the last. */
  push(chunk: Uint8Array, last: boolean): Uint8Array[];
  /** Lets go of its memory, at the end or before. */
  close(): void;
}

/** Of zlib: a tenth larger than level 6, in two fifths of the time. */
const LEVEL = 3;
const NO_FLUSH = 0;
const FINISH = 4;
const STREAM_END = 1;
/** Bytes that cross into the module, and out of it, at a time. A call tells in 24 bits how many came out. */
const BUFFER = 1 << 18;

/** One call of zlib: its answer is in the upper eight bits, and in the others how many bytes came out. */
type Process = (stream: number, from: number, size: number, to: number, room: number, flush: number) => number;

/** What the module gives of itself: zlib's calls, and memory to talk through. Numbers are addresses. */
export interface ZlibModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly malloc: (size: number) => number;
  readonly free: (address: number) => void;
  readonly deflate_new: () => number;
  readonly deflate_init_raw: (stream: number, level: number) => number;
  readonly deflate_process: Process;
  readonly deflate_last_consumed: (stream: number) => number;
  readonly deflate_end: (stream: number) => number;
  readonly inflate_new: () => number;
  readonly inflate_init_raw: (stream: number) => number;
  readonly inflate_process: Process;
  readonly inflate_last_consumed: (stream: number) => number;
  readonly inflate_end: (stream: number) => number;
}

/** WebAssembly is there in both hosts, but in the types of neither. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>;
};

/** @param bytes of zip.js's `dist/zip-module.wasm` */
export async function zlibOf(bytes: Uint8Array): Promise<ZlibModule> {
  return (await WebAssembly.instantiate(bytes)).instance.exports as ZlibModule;
}

async function load(): Promise<ZlibModule> {
  const { default: url } = await import('@zip.js/zip.js/dist/zip-module.wasm?url&inline');
  return zlibOf(bytesOfBase64(url.slice(url.indexOf(',') + 1)));
}

let zlib: Promise<ZlibModule> | undefined;

/** The module, loaded once a thread: whoever knows that it will be needed asks for it before. */
export function loadZlib(): Promise<ZlibModule> {
  zlib ??= load();
  // What failed once is tried again.
  zlib.catch(() => (zlib = undefined));
  return zlib;
}

/** A deflater, when the module stands. */
export const startDeflater = async (): Promise<Deflater> => deflaterOf(await loadZlib());

/** Raw DEFLATE unpacked; throws where the stream is broken, has an end too many or gives more than `maxSize` bytes. */
export const inflate = async (bytes: Uint8Array, maxSize: number): Promise<Uint8Array> =>
  inflateWith(await loadZlib(), bytes, maxSize);

/** What a call of zlib answered. @throws Error where that is a failure */
function answerOf(answer: number): { readonly count: number; readonly isEnd: boolean } {
  const status = answer >> 24;
  if (status < 0) throw new Error(`zlib stopped (${status})`);
  return { count: answer & 0xffffff, isEnd: status === STREAM_END };
}

/** Memory of the module: one buffer in, one out, and a stream. @throws Error where memory is out */
function startStream(
  module: ZlibModule,
  make: () => number,
  init: (stream: number) => number,
  end: (stream: number) => number,
) {
  const from = module.malloc(BUFFER);
  const to = module.malloc(BUFFER);
  const stream = make();
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    end(stream);
    module.free(to);
    module.free(from);
  };
  const started = from && to && stream ? init(stream) : -1;
  if (started !== 0) {
    close();
    throw new Error(`zlib did not start (${started})`);
  }
  return {
    from,
    to,
    stream,
    close,
    give: (piece: Uint8Array): void => new Uint8Array(module.memory.buffer, from, piece.length).set(piece),
    took: (count: number): Uint8Array => new Uint8Array(module.memory.buffer, to, count),
  };
}

/** @throws Error where memory is out */
export function deflaterOf(module: ZlibModule): Deflater {
  const { from, to, stream, close, give, took } = startStream(
    module,
    module.deflate_new,
    (opened) => module.deflate_init_raw(opened, LEVEL),
    module.deflate_end,
  );
  /** One call; what came out goes to `parts`. True where it was the last. */
  const step = (size: number, flush: number, parts: Uint8Array[]): boolean => {
    const { count, isEnd } = answerOf(module.deflate_process(stream, from, size, to, BUFFER, flush));
    const isIdle = count === 0 && !isEnd && (flush === FINISH || module.deflate_last_consumed(stream) === 0);
    if (isIdle) throw new Error('zlib stands still');
    if (count > 0) parts.push(took(count).slice());
    return isEnd;
  };
  return {
    push(chunk, last) {
      const parts: Uint8Array[] = [];
      for (let at = 0; at < chunk.length; at += module.deflate_last_consumed(stream)) {
        const piece = chunk.subarray(at, at + BUFFER);
        give(piece);
        step(piece.length, NO_FLUSH, parts);
      }
      if (last) while (!step(0, FINISH, parts));
      return parts;
    },
    close,
  };
}

function inflateWith(module: ZlibModule, bytes: Uint8Array, maxSize: number): Uint8Array {
  const { from, to, stream, close, give, took } = startStream(
    module,
    module.inflate_new,
    module.inflate_init_raw,
    module.inflate_end,
  );
  try {
    const out = new Uint8Array(maxSize);
    let length = 0;
    for (let at = 0; ;) {
      const piece = bytes.subarray(at, at + BUFFER);
      give(piece);
      const { count, isEnd } = answerOf(module.inflate_process(stream, from, piece.length, to, BUFFER, NO_FLUSH));
      const consumed = module.inflate_last_consumed(stream);
      at += consumed;
      if (length + count > maxSize) throw new RangeError('larger than declared');
      out.set(took(count), length);
      length += count;
      if (isEnd && at === bytes.length) return length === maxSize ? out : out.subarray(0, length);
      if (isEnd || (consumed === 0 && count === 0)) throw new Error('a broken stream');
    }
  } finally {
    close();
  }
}
