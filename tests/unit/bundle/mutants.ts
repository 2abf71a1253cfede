// Bundles with something wrong in them, drawn from a seed: the same seed gives the same mutant.
import { BAG_TEXT, bagInfo, manifestText } from '@shared/bundle/bag';
import { canonicalJson, wellFormed } from '@shared/bundle/canonicalJson';
import type { BundleContents } from '@shared/bundle';
import { readZipEntry } from '@shared/bundle/zipEntry';
import { readZipDirectory } from '@shared/bundle/zipRead';
import { bytesOf, forgeBag, forgeZip, sha256 } from '../../fixtures/bundles/make';
import type { Forged } from '../../fixtures/bundles/make';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';

export interface Good {
  readonly contents: BundleContents;
  readonly bytes: Uint8Array;
  /** Every file of it, the bag's own too, unpacked. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A bundle that is right, taken apart once. */
export async function takenApart(contents: BundleContents, bytes: Uint8Array): Promise<Good> {
  const directory = await readZipDirectory(bytes);
  if (!directory.ok) throw new Error(directory.reason);
  const files = new Map<string, Uint8Array>();
  for (const entry of directory.value.values()) {
    const content = await readZipEntry(bytes, entry, bundleTools);
    if (!content.ok) throw new Error(content.reason);
    files.set(entry.name, content.value.slice());
  }
  return { contents, bytes, files };
}

export interface Mutant {
  readonly how: string;
  readonly bytes: Uint8Array;
  /** True where the checksums were made right again, so that the bundle may be read as something else. */
  readonly mended: boolean;
}

/** Numbers from a seed (mulberry32). */
class Draw {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** A whole number from 0, below the bound. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  }
  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

const NUMBERS = [
  0, 1, 2, 7, 8, 20, 21, 22, 45, 46, 0x7f, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff,
];

const NAMES = [
  '__proto__',
  'constructor',
  'data/__proto__',
  'data/../x',
  '/etc/passwd',
  'data\\case.json',
  'C:/x',
  'data/case.json/x',
  'DATA/CASE.JSON',
  'data/records/cases.jsonl',
  'data/records/constructor.jsonl',
  'data/texts/x.txt',
  'data/originals/x',
  'data/con',
  'data/a.',
  'data/é',
  '',
  'x'.repeat(300),
  'fetch.txt',
  'signature.json',
];

const VALUES: readonly unknown[] = [
  null,
  true,
  '',
  'x',
  'TLP:RED',
  '__proto__',
  '\u0000',
  '\u202e',
  '￿'.repeat(50),
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  [],
  {},
  [[]],
  [null],
  { type: 'doc' },
  'z'.repeat(25),
  '00000000-0000-7000-8000-000000000000',
];

/** One byte or a few changed, lost, doubled or put in, anywhere. */
function bytesChanged(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = draw.below(bytes.length);
  const length = 1 + draw.below(draw.one([1, 8, 200]));
  switch (draw.below(5)) {
    case 0: {
      const copy = bytes.slice();
      for (let i = 0; i <= draw.below(8); i += 1) copy[draw.below(copy.length)]! ^= 1 + draw.below(255);
      return copy;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + length));
    case 3:
      return Uint8Array.of(...bytes.subarray(0, at + length), ...bytes.subarray(at));
    default: {
      const more = Uint8Array.from({ length }, () => draw.below(256));
      return Uint8Array.of(...bytes.subarray(0, at), ...more, ...bytes.subarray(at));
    }
  }
}

/** One field of one of the zip's own records set to another number. */
function fieldChanged(bytes: Uint8Array, draw: Draw): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const places: number[] = [];
  for (let at = 0; at + 4 <= copy.length; at += 1)
    if ([0x04034b50, 0x02014b50, 0x06054b50].includes(view.getUint32(at, true))) places.push(at);
  for (let i = 0; i <= draw.below(2); i += 1) {
    const at = Math.min(draw.one(places) + 4 + draw.below(42), copy.length - 4);
    if (draw.below(2) === 0) view.setUint16(at, draw.one(NUMBERS) & 0xffff, true);
    else view.setUint32(at, draw.one(NUMBERS), true);
  }
  return copy;
}

/** Files under each other’s names, without a file, with one more, or with lies in their headers. */
function zipForged(good: Good, draw: Draw): Uint8Array {
  const files: Forged[] = [...good.files].map(([name, bytes]) => ({ name, bytes }));
  const at = draw.below(files.length);
  const file = files[at]!;
  const lies: (() => void)[] = [
    () => files.splice(at, 1),
    () => files.push(file),
    () => files.splice(draw.below(files.length), 0, { name: draw.one(NAMES), bytes: bytesOf('x') }),
    () => (files[at] = { ...file, name: draw.one(NAMES) }),
    () => (files[at] = { ...file, localName: draw.one(NAMES) }),
    () => (files[at] = { ...file, size: draw.one(NUMBERS) }),
    () => (files[at] = { ...file, localSize: draw.one(NUMBERS) }),
    () => (files[at] = { ...file, crc: draw.one(NUMBERS) }),
    () => (files[at] = { ...file, flags: draw.below(0x10000) }),
    () => (files[at] = { ...file, attributes: draw.one([0xa1ff0000, 0x41ed0000, 0x81a40000, 0x21ff0000]) }),
    () => (files[at] = { ...file, extra: Uint8Array.from({ length: draw.below(24) }, () => draw.below(256)) }),
    () => (files[at] = { ...file, offset: draw.one(NUMBERS) }),
    () => {
      const other = files[draw.below(files.length)]!;
      files[files.indexOf(other)] = { ...other, bytes: file.bytes };
      files[at] = { ...file, bytes: other.bytes };
    },
  ];
  draw.one(lies)();
  return forgeZip(files, draw.below(10) === 0 ? { count: draw.one(NUMBERS) & 0xffff } : {});
}

type Node = Record<string, unknown> | unknown[];

/** Every array and object in a value, itself first. */
function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

/** A little more or less of the same kind: what a schema lets through. */
function nudged(value: unknown, draw: Draw): unknown {
  if (typeof value === 'number') return value + draw.one([-1, 1, 97]);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string' || value === '') return draw.one(VALUES);
  const at = draw.below(value.length);
  return `${value.slice(0, at)}${draw.one(['0', '1', 'a', 'f'])}${value.slice(at + 1)}`;
}

/** The JSON with one thing in it changed; not always JSON any more. */
function jsonChanged(text: string, draw: Draw): string {
  const value = JSON.parse(text) as unknown;
  const node = draw.one(nodesOf(value));
  const key = draw.one([...Object.keys(node), '__proto__', 'constructor', 'deleted']);
  const put = (name: string, to: unknown): void => {
    Object.defineProperty(node, name, { value: to, enumerable: true, configurable: true, writable: true });
  };
  switch (draw.below(10)) {
    case 0:
      delete (node as Record<string, unknown>)[key];
      break;
    case 1:
      put(draw.one(['__proto__', 'constructor', 'prototype', 'toString', 'x']), draw.one(VALUES));
      break;
    case 2: {
      let deep: unknown = 1;
      for (let i = 0; i < draw.one([10, 127, 129, 2_000]); i += 1) deep = draw.below(2) === 0 ? [deep] : { a: deep };
      put(key, deep);
      break;
    }
    case 3: {
      const cut = draw.below(text.length);
      return `${text.slice(0, cut)}${draw.one(['', '"', '{', ']', ',', '\\', '\\ud800', '1e999', '\n', '\u0000'])}${text.slice(cut + draw.below(3))}`;
    }
    case 4:
      return `${text.slice(0, 1)}"__proto__":{"polluted":true},${text.slice(1)}`;
    case 5: {
      const other = draw.one(nodesOf(value));
      // A node inside itself would have no JSON.
      put(key, JSON.parse(JSON.stringify(other)));
      break;
    }
    case 6:
    case 7:
    case 8:
      put(key, nudged((node as Record<string, unknown>)[key], draw));
      break;
    default:
      put(key, draw.one(VALUES));
  }
  // Not always in canonical form: a reader must not need it to be, in order to be safe.
  if (draw.below(8) === 0) return JSON.stringify(value);
  try {
    return canonicalJson(wellFormed(value));
  } catch {
    return JSON.stringify(value);
  }
}

/** One record, or the header, changed, and every checksum made right again. */
function recordChanged(good: Good, draw: Draw): Uint8Array {
  const payload = new Map([...good.files].filter(([name]) => name.startsWith('data/')));
  const name = draw.one([...payload.keys()].filter((one) => /^data\/(case\.json|records\/)/.test(one)));
  const lines = bundleTools.decode(payload.get(name)!).split('\n');
  const last = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  for (let i = 0; i <= draw.below(2); i += 1) {
    const at = draw.below(last);
    try {
      lines[at] = jsonChanged(lines[at]!, draw);
    } catch {
      // The change before left no JSON here: one is enough.
    }
  }
  return forgeBag(good.contents, payload.set(name, bytesOf(lines.join('\n'))));
}

/** Bytes of one file changed, or its name, and every checksum made right again. */
function payloadChanged(good: Good, draw: Draw): Uint8Array {
  const payload = new Map([...good.files].filter(([name]) => name.startsWith('data/')));
  const name = draw.one([...payload.keys()]);
  const bytes = payload.get(name)!;
  if (draw.below(4) === 0) {
    payload.delete(name);
    payload.set(draw.one([...NAMES.filter((one) => one.startsWith('data/')), ...good.files.keys()]), bytes);
  } else if (name.startsWith('data/texts/')) {
    const changed = bytesChanged(bytes, draw);
    payload.delete(name);
    payload.set(`data/texts/${sha256(changed)}.txt`, changed);
  } else payload.set(name, bytesChanged(bytes, draw));
  return forgeBag(good.contents, payload);
}

/** The bag's own lists changed, with the checksum of the list made right again. */
function listChanged(good: Good, draw: Draw): Uint8Array {
  const payload = [...good.files].filter(([name]) => name.startsWith('data/'));
  const octets = payload.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const texts = new Map([
    ['bagit.txt', BAG_TEXT],
    ['bag-info.txt', bagInfo(good.contents.case, octets, payload.length)],
    ['manifest-sha256.txt', manifestText(new Map(payload.map(([name, bytes]) => [name, sha256(bytes)])))],
  ]);
  const name = draw.one([...texts.keys()]);
  const changed = new Map<string, Uint8Array>(Array.from(texts, ([one, text]) => [one, bytesOf(text)]));
  changed.set(name, bytesChanged(changed.get(name)!, draw));
  const sums = manifestText(new Map(Array.from(changed, ([one, bytes]) => [one, sha256(bytes)])));
  return forgeZip([
    ...Array.from(changed, ([one, bytes]) => ({ name: one, bytes })),
    { name: 'tagmanifest-sha256.txt', bytes: bytesOf(sums) },
    ...payload.map(([one, bytes]) => ({ name: one, bytes })),
  ]);
}

const WAYS: readonly { how: string; make: (good: Good, draw: Draw) => Uint8Array; mended?: boolean }[] = [
  { how: 'bytes changed', make: ({ bytes }, draw) => bytesChanged(bytes, draw) },
  { how: 'a field of the zip changed', make: ({ bytes }, draw) => fieldChanged(bytes, draw) },
  { how: 'a zip that lies', make: zipForged },
  { how: 'a list of the bag changed', make: listChanged },
  { how: 'a file changed, checksums mended', make: payloadChanged, mended: true },
  { how: 'a record changed, checksums mended', make: recordChanged, mended: true },
  { how: 'a record changed, checksums mended', make: recordChanged, mended: true },
];

/** The mutant of a seed. */
export function mutant(good: readonly Good[], seed: number): Mutant {
  const draw = new Draw(seed);
  const from = draw.one(good);
  const { how, make, mended = false } = draw.one(WAYS);
  return { how, bytes: make(from, draw), mended };
}
