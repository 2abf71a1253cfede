/** Bundles that are not what they seem, each made out of a good one so that only the check it is meant for can bite. */
import { createHash, randomBytes } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type Files = Map<string, Uint8Array>;

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const open = (bundle: Uint8Array): Files => new Map(Object.entries(unzipSync(bundle)));

/** Zipped as they are, in their order, without a clock or an owner. */
export const zip = (files: Files): Buffer => Buffer.from(zipSync(Object.fromEntries(files), { mtime: '1980-01-01' }));

export const textOf = (files: Files, name: string): string => strFromU8(files.get(name)!);

/** Zipped with its lists and checksums made anew: whatever was changed in it, the bag is right. */
export function bagged(files: Files): Buffer {
  const payload = [...files].filter(([name]) => name.startsWith('data/'));
  const lines = (entries: readonly (readonly [string, Uint8Array])[]): Uint8Array =>
    strToU8(entries.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join(''));
  const octets = payload.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const tags: [string, Uint8Array][] = [
    ['bagit.txt', files.get('bagit.txt')!],
    [
      'bag-info.txt',
      strToU8(
        textOf(files, 'bag-info.txt').replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${octets}.${payload.length}`),
      ),
    ],
    ['manifest-sha256.txt', lines(payload)],
  ];
  return zip(new Map([...tags, ['tagmanifest-sha256.txt', lines(tags)], ...payload]));
}

/** The bundle with one file's text changed and the bag made right again. */
function edited(good: Uint8Array, name: string, change: (text: string) => string): Buffer {
  const files = open(good);
  const before = textOf(files, name);
  const after = change(before);
  if (before === after) throw new Error(`Nothing to change in ${name}`);
  files.set(name, strToU8(after));
  return bagged(files);
}

const aText = (files: Files): string => [...files.keys()].find((name) => name.startsWith('data/texts/'))!;

/** Another letter in the place of one in the middle. */
const withOtherLetter = (bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice();
  const at = copy.findIndex((byte, i) => i > copy.length / 2 && byte >= 0x61 && byte < 0x7a);
  copy[at]! += 1;
  return copy;
};

const EXCERPTS = 'data/records/excerpts.jsonl';
const TAGS = 'data/records/tags.jsonl';

/** An end record that speaks of a million entries, in the form that has room for the number. */
function withForgedEnd(good: Uint8Array): Buffer {
  const end = Buffer.from(good.subarray(good.length - 22));
  const [size, from] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(1_000_000n, 24);
  end64.writeBigUInt64LE(1_000_000n, 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(from), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(good.length - 22), 8);
  locator.writeUInt32LE(1, 16);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  return Buffer.concat([good.subarray(0, good.length - 22), end64, locator, end]);
}

/** A text of zeros, a thousand times larger than it is packed. */
function bomb(good: Uint8Array, size: number): Buffer {
  const files = open(good);
  files.set(aText(files), new Uint8Array(size));
  return bagged(files);
}

/** The same, with a header that owns up to a few bytes only. */
function lyingBomb(good: Uint8Array): Buffer {
  const files = open(good);
  const name = aText(files);
  const size = 8 * 1024 * 1024;
  files.set(name, new Uint8Array(size));
  const whole = bagged(files);
  const real = Buffer.alloc(4);
  real.writeUInt32LE(size);
  const said = Buffer.alloc(4);
  said.writeUInt32LE(1_000);
  const out = Buffer.from(whole);
  for (let at = out.indexOf(real); at >= 0; at = out.indexOf(real, at + 4)) said.copy(out, at);
  return out;
}

export interface Hostile {
  readonly what: string;
  readonly sentence: RegExp;
  readonly make: (good: Buffer) => Buffer;
}

export const HOSTILE: readonly Hostile[] = [
  ...[0.001, 0.3, 0.7, 0.99].map((part) => ({
    what: `cut short after ${part * 100}%`,
    sentence: /was cut short/,
    make: (good: Buffer) => good.subarray(0, Math.floor(good.length * part)),
  })),
  {
    what: 'cut short by its last byte',
    sentence: /was cut short/,
    make: (good) => good.subarray(0, good.length - 1),
  },
  {
    what: 'with words after its end',
    sentence: /something after the end/,
    make: (good) => Buffer.concat([good, Buffer.from('and then some')]),
  },
  {
    what: 'with a text that was altered',
    sentence: /checksum of “data\/texts\/[0-9a-f]{64}/,
    make: (good) => {
      const files = open(good);
      const name = aText(files);
      files.set(name, withOtherLetter(files.get(name)!));
      return zip(files);
    },
  },
  {
    what: 'with a text that was altered and a manifest made to fit',
    sentence: /checksum of “data\/texts\/[0-9a-f]{64}/,
    make: (good) => {
      const files = open(good);
      const name = aText(files);
      files.set(name, withOtherLetter(files.get(name)!));
      return bagged(files);
    },
  },
  {
    what: 'with a file that climbs out of its folder',
    sentence: /a name that is not allowed: “\.\.\/\.\.\/evil\.txt”/,
    make: (good) => zip(open(good).set('../../evil.txt', strToU8('out'))),
  },
  {
    what: 'with a file nobody listed',
    sentence: /a file that does not belong to it: “data\/more\.txt”/,
    make: (good) => zip(open(good).set('data/more.txt', strToU8('more'))),
  },
  {
    what: 'of a newer format',
    sentence: /made by a newer version of Collate/,
    make: (good) =>
      edited(good, 'data/case.json', (text) => text.replace('"formatVersion":1', '"formatVersion":2,"surprise":true')),
  },
  { what: 'that claims a million files', sentence: /claims to hold 1000000 files/, make: withForgedEnd },
  {
    what: 'with __proto__ in a record',
    sentence: /A record in the bundle is not as records are \(line 1 of tags\)/,
    make: (good) => edited(good, TAGS, (text) => text.replace('{', '{"__proto__":{"deleted":null},')),
  },
  {
    what: 'with a field that records have not',
    sentence: /A record in the bundle is not as records are \(line 2 of tags\)/,
    make: (good) => edited(good, TAGS, (text) => text.replace('\n{', '\n{"a":1,')),
  },
  {
    what: 'with a quote that is not in its text',
    sentence: /A quote in the bundle does not stand in its document word for word \(excerpt [0-9a-f-]{36}\)/,
    make: (good) =>
      edited(good, EXCERPTS, (text) =>
        text.replace(/"quote":"([^"\\]+)"/, (_, quote: string) => `"quote":"${'x'.repeat(quote.length)}"`),
      ),
  },
  {
    what: 'with an excerpt of a document that is not in it',
    sentence: /points at something that is not in it \(excerpt /,
    make: (good) =>
      edited(good, EXCERPTS, (text) =>
        text.replace(/"documentId":"[^"]+"/, '"documentId":"00000000-0000-4000-8000-000000000000"'),
      ),
  },
  { what: 'that is empty', sentence: /The file is empty/, make: () => Buffer.alloc(0) },
  {
    what: 'that is a text',
    sentence: /is not a Collate bundle/,
    make: () => Buffer.from('Dear colleague,\n\nplease find the case attached.\n'),
  },
  {
    what: 'that is some other zip',
    sentence: /is not a Collate bundle/,
    make: () => zip(new Map([['word/document.xml', strToU8('<w:document/>')]])),
  },
  { what: 'that is a zip bomb', sentence: /larger than a bundle may be/, make: (good) => bomb(good, 50_000_000) },
  {
    what: 'that is a zip bomb which hides its size',
    sentence: /table of contents does not agree|checksum of/,
    make: lyingBomb,
  },
];

/**
 * The bundle with thousands more tags: reading it takes a while.
 * @param noise bytes that each takes on the disk, however it is packed
 */
export function grown(good: Uint8Array, count: number, noise = 0): Buffer {
  const files = open(good);
  const lines = textOf(files, TAGS).trimEnd().split('\n');
  const row = JSON.parse(lines.at(-1)!) as { id: string; name: string; parentId: string | null };
  for (let i = 0; i < count; i += 1) {
    const id = `ffffffff-ffff-7fff-8fff-${i.toString(16).padStart(12, '0')}`;
    const description = randomBytes(noise).toString('base64');
    lines.push(JSON.stringify({ ...row, id, name: `Tag ${i}`, parentId: null, description }));
  }
  files.set(TAGS, strToU8(`${lines.join('\n')}\n`));
  const header = textOf(files, 'data/case.json').replace(
    /"tags":(\d+)/,
    (_, tags: string) => `"tags":${Number(tags) + count}`,
  );
  files.set('data/case.json', strToU8(header));
  return bagged(files);
}
