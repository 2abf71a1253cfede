/**
 * Deflates as zlib does it, version for version and machine for machine the same: zlib 1.2 and 1.3, compiled to
 * WebAssembly in zip.js. The host's own (CompressionStream, node:zlib) is faster but gives other bytes on other machines.
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

/** What the module gives of itself: zlib's calls, and memory to talk through. Numbers are addresses. */
export interface ZlibModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(size: number): number;
  free(address: number): void;
  deflate_new(): number;
  deflate_init_raw(stream: number, level: number): number;
  /** What zlib answers in the upper eight bits, and in the others how many bytes came out. */
  deflate_process(stream: number, from: number, size: number, to: number, room: number, flush: number): number;
  deflate_last_consumed(stream: number): number;
  deflate_end(stream: number): number;
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

/** A deflater, when the module stands; it is loaded once a thread. */
export const startDeflater = async (): Promise<Deflater> => deflaterOf(await (zlib ??= load()));

/** @throws Error where memory is out */
export function deflaterOf(module: ZlibModule): Deflater {
  const from = module.malloc(BUFFER);
  const to = module.malloc(BUFFER);
  const stream = module.deflate_new();
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    module.deflate_end(stream);
    module.free(to);
    module.free(from);
  };
  const started = from && to && stream ? module.deflate_init_raw(stream, LEVEL) : -1;
  if (started !== 0) {
    close();
    throw new Error(`zlib did not start (${started})`);
  }
  /** One call; what came out goes to `parts`. True where it was the last. */
  const step = (size: number, flush: number, parts: Uint8Array[]): boolean => {
    const answer = module.deflate_process(stream, from, size, to, BUFFER, flush);
    const status = answer >> 24;
    const count = answer & 0xffffff;
    const idle =
      count === 0 && status !== STREAM_END && (flush === FINISH || module.deflate_last_consumed(stream) === 0);
    if (status < 0 || idle) throw new Error(`zlib stopped (${status})`);
    if (count > 0) parts.push(new Uint8Array(module.memory.buffer, to, count).slice());
    return status === STREAM_END;
  };
  return {
    push(chunk, last) {
      const parts: Uint8Array[] = [];
      for (let at = 0; at < chunk.length; at += module.deflate_last_consumed(stream)) {
        const piece = chunk.subarray(at, at + BUFFER);
        new Uint8Array(module.memory.buffer, from, piece.length).set(piece);
        step(piece.length, NO_FLUSH, parts);
      }
      if (last) while (!step(0, FINISH, parts));
      return parts;
    },
    close,
  };
}
