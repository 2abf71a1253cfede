// Replicas on one folder, each with a database of its own, and a folder that loses, renames and delays as it likes.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bundleRefusalSentence, readBundle, signatureOf, signedParts, writeBundle } from '@shared/bundle';
import { wholeOf } from '@shared/bundle/source';
import type { BundleContents, Signer } from '@shared/bundle';
import { MOST_CHANGES, readFolderName } from '@shared/bundle/folder';
import { isSealed, seal, unseal } from '@shared/bundle/seal/age';
import { NEW_CASE } from '@shared/model/case';
import { no, yes } from '@shared/model/result';
import type { Folders } from '@shared/platform';
import { bundleTools, hashOf } from '../../../renderer/features/exchange/bundleTools';
import { exchangeOnce } from '../../../renderer/features/exchange/folder/round';
import type { Round, RoundTools } from '../../../renderer/features/exchange/folder/round';
import { readContents, storeCase } from '../../../renderer/store/contents';
import type { CaseContents } from '../../../renderer/store/contents';
import { readBook, writeBook } from '../../../renderer/store/exchangeBook';
import { openCase } from '../../../renderer/store/openCase';
import type { OpenCase } from '../../../renderer/store/openCase';
import { readRows } from '../../../renderer/store/rows';

let wall = 1_700_000_000_000;
const now = (): number => (wall += 10);
let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
const opened: OpenCase[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A folder in memory. What is `away` is not listed: a sync program has not brought it yet. */
class Disk {
  readonly files = new Map<string, { bytes: Uint8Array; modified: number }>();
  private ticks = 0;
  put(name: string, bytes: Uint8Array): void {
    this.files.set(name, { bytes, modified: (this.ticks += 1) });
  }
  seenBy(away: ReadonlySet<string> = new Set(), full = false): Folders {
    const refuse = () => Promise.resolve(no('not-allowed' as const));
    return {
      choose: refuse,
      allow: () => Promise.resolve(true),
      list: () =>
        Promise.resolve(
          yes(
            [...this.files]
              .filter(([name]) => !away.has(name))
              .map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified })),
          ),
        ),
      read: ({ name }) => {
        const file = this.files.get(name);
        return Promise.resolve(file ? yes(file.bytes) : no('unreadable' as const));
      },
      write: async ({ name, bytes }) => {
        if (full) return no('no-space' as const);
        this.put(name, await wholeOf(bytes));
        return yes(null);
      },
      remove: ({ name }) => {
        this.files.delete(name);
        return Promise.resolve(yes(null));
      },
      forget: () => Promise.resolve(),
    };
  }
}

/**
 * Replicas of one case. In one process they cannot share a database name, so each keeps the case under its own id, and
 * bundles are told the common one on their way.
 */
interface Replica {
  readonly open: OpenCase;
  readonly folders: (away?: ReadonlySet<string>, full?: boolean) => Folders;
  exchange(away?: ReadonlySet<string>, full?: boolean, again?: boolean): Promise<Round>;
  contents(): Promise<BundleContents>;
}

const COMMON = '00000000-0000-7000-8000-0000000000ff';
const ACTORS = ['actor00001', 'actor00002', 'actor00003'] as const;

async function replica(
  disk: Disk,
  actor: string,
  from: CaseContents,
  more: (base: RoundTools) => Partial<RoundTools> = () => ({}),
): Promise<Replica> {
  const own = newId();
  await storeCase({ ...from, case: { ...from.case, id: own } }, { caseId: own, name: 'Case', now: '2026-01-01' });
  const open = await openCase(own, { actor, window: 'aaa', now });
  opened.push(open);
  const named = <T extends { case: { id: string } }>(contents: T, id: string): T => ({
    ...contents,
    case: { ...contents.case, id },
  });
  const contents = async (): Promise<BundleContents> =>
    named((await readContents(open, { originals: true })) as BundleContents, COMMON);
  const folders = (away?: ReadonlySet<string>, full?: boolean): Folders => disk.seenBy(away, full);
  return {
    open,
    contents,
    folders,
    async exchange(away, full, again = false) {
      const real = folders(away, full);
      // Names carry the id of the case: the common one in the folder.
      const here = (name: string): string => name.replaceAll(COMMON, own);
      const there = (name: string): string => name.replaceAll(own, COMMON);
      const base: RoundTools = {
        open,
        folders: {
          ...real,
          list: async (ask) => {
            const listed = await real.list(ask);
            return listed.ok ? yes(listed.value.map((file) => ({ ...file, name: here(file.name) }))) : listed;
          },
          read: ({ handle, name }) => real.read({ handle, name: there(name) }),
          write: ({ handle, name, bytes }) => real.write({ handle, name: there(name), bytes }),
          remove: ({ handle, name }) => real.remove({ handle, name: there(name) }),
        },
        pack: (part) => writeBundle(named(part, COMMON), bundleTools),
        unpack: async (bytes) => {
          const read = await readBundle(bytes, bundleTools);
          return read.ok && read.value.case.id === COMMON ? yes(named(read.value, own)) : read;
        },
        isLocked: false,
        unlock: (bytes) => Promise.resolve(yes(bytes)),
        standing: () => Promise.resolve({ kind: 'unsigned' }),
        sha256: hashOf,
        now: () => new Date(wall),
      };
      const done = await exchangeOnce({ ...base, ...more(base) }, 'folder', again);
      if (!done.ok) throw new Error(done.reason);
      return done.value;
    },
  };
}

const TEXT = 'They came by night. They left by day.';
const stamp = (): string => `${now().toString(36).padStart(9, '0')}00aaa-${ACTORS[0]}`;

function beginning(): CaseContents {
  const made = stamp();
  const base = (id: string) => ({ id, created: made, clocks: {}, seen: { [ACTORS[0]]: made }, deleted: null });
  return {
    case: { ...base(COMMON), ...NEW_CASE, name: 'Case', description: '', marking: 'TLP:GREEN', language: 'en' },
    rows: {},
    texts: [],
    originals: [],
  };
}

async function replicas(count: number, disk = new Disk()): Promise<{ disk: Disk; all: Replica[] }> {
  const from = beginning();
  const all: Replica[] = [];
  for (const actor of ACTORS.slice(0, count)) all.push(await replica(disk, actor, from));
  return { disk, all };
}

const tagFields = (name: string) => ({
  name,
  kind: 'topic' as const,
  parentId: null,
  aliases: [] as string[],
  hue: 0,
  description: '',
  withhold: false,
});

const documentFields = (textId: string) => ({
  title: 'Night',
  csl: { type: 'report' as const, title: 'Night' },
  sourceId: null,
  originId: null,
  language: 'en',
  marking: 'TLP:GREEN' as const,
  state: 'reading' as const,
  note: '',
  versions: [
    {
      textId,
      importedAt: '2026-01-01T00:00:00.000Z',
      fileName: 'night.txt',
      mediaType: 'text/plain',
      originalId: null,
      extractor: 'plain/1',
    },
  ],
});
const excerptFields = (documentId: string, textId: string) => ({
  documentId,
  textId,
  start: 0,
  end: 19,
  quote: 'They came by night.',
  prefix: '',
  suffix: ' They left by day.',
  note: '',
  tags: [] as string[],
  credibility: null,
  eventDate: null,
  marking: null,
  sourceId: null,
  figures: [],
});

const addTag = ({ open }: Replica, id: string, name: string) =>
  open.transact('Create tag', (tx) => {
    tx.create('tags', id, tagFields(name));
    return yes(id);
  });
const change = ({ open }: Replica, id: string, patch: { name?: string; aliases?: string[] } | null) =>
  open.transact('Change tag', async (tx) => {
    if (!(await tx.get('tags', id))) return no('not-found');
    if (patch) tx.update('tags', id, patch);
    else tx.remove('tags', id);
    return yes(id);
  });
const tagOf = async ({ open }: Replica, id: string) => (await readRows(open, 'tags', [id]))[0];

/** Until nobody writes and nobody takes in: bounded, so that a talk without end fails. */
async function settle(all: readonly Replica[]): Promise<void> {
  for (let round = 0; round < 12; round++) {
    let quiet = true;
    for (const one of all) {
      const { taken, wrote } = await one.exchange();
      if (taken.length > 0 || wrote !== null) quiet = false;
    }
    if (quiet) return;
  }
  throw new Error('they go on for ever');
}

const bytesOf = async (one: Replica): Promise<string> =>
  bundleTools.sha256(await writeBundle(await one.contents(), bundleTools));

describe('an exchange folder', () => {
  it('carries edits, deletions and concurrent edits both ways, and comes to rest', async () => {
    const { disk, all } = await replicas(2);
    const [a, b] = all as [Replica, Replica];
    const [kept, gone] = [newId(), newId()];
    await addTag(a, kept, 'Kept');
    await addTag(a, gone, 'Gone');
    await settle(all);
    await change(a, kept, { name: 'By A' });
    await change(b, kept, { name: 'By B' });
    await change(b, gone, null);
    await settle(all);
    expect((await tagOf(a, kept))?.name).toBe('By B');
    expect(await tagOf(a, gone)).toBeUndefined();
    expect(await a.open.db.rows('conflicts').count()).toBe(1);
    expect(await bytesOf(a)).toBe(await bytesOf(b));
    const before = [...disk.files.keys()];
    await settle(all);
    expect([...disk.files.keys()]).toEqual(before);
  });

  it('takes each bundle in as one step, and an undo of it goes to the others as an edit', async () => {
    const { all } = await replicas(2);
    const [a, b] = all as [Replica, Replica];
    await settle(all);
    const id = newId();
    await addTag(a, id, 'New');
    await a.exchange();
    const { taken } = await b.exchange();
    expect(taken).toMatchObject([{ by: ACTORS[0], report: { added: 1, changed: 0, deleted: 0, conflicts: 0 } }]);
    expect((await b.open.undo()).ok).toBe(true);
    expect(await tagOf(b, id)).toBeUndefined();
    await settle(all);
    expect(await tagOf(a, id)).toBeUndefined();
    expect(await bytesOf(a)).toBe(await bytesOf(b));
  });

  it('sends small bundles that hold what changed, and passes on nothing that came from the folder', async () => {
    const { disk, all } = await replicas(3);
    await settle(all);
    for (let i = 0; i < 50; i++) await addTag(all[0]!, newId(), `Tag ${i}`);
    await settle(all);
    const before = new Set(disk.files.keys());
    await addTag(all[0]!, newId(), 'One more');
    await settle(all);
    const fresh = [...disk.files].filter(([name]) => !before.has(name));
    expect(fresh.map(([name]) => readFolderName(name)?.actor)).toEqual([ACTORS[0]]);
    const read = await readBundle(fresh[0]![1].bytes, bundleTools);
    expect(read.ok && read.value.rows.tags?.map(({ name }) => name)).toEqual(['One more']);
  });

  it('brings with an excerpt the document and the text it stands in', async () => {
    const { all } = await replicas(2);
    const [a, b] = all as [Replica, Replica];
    await settle(all);
    const textId = await bundleTools.sha256(bundleTools.encode(TEXT));
    await a.open.db.texts.put({ id: textId, text: TEXT });
    const [documentId, excerptId] = [newId(), newId()];
    await a.open.transact('Import', (tx) => {
      tx.create('documents', documentId, documentFields(textId));
      return yes(documentId);
    });
    await settle(all);
    await a.open.transact('Excerpt', (tx) => {
      tx.create('excerpts', excerptId, excerptFields(documentId, textId));
      return yes(excerptId);
    });
    await settle(all);
    expect((await readRows(b.open, 'excerpts', [excerptId]))[0]?.quote).toBe('They came by night.');
    expect((await b.open.db.texts.get(textId))?.text).toBe(TEXT);
    expect(await bytesOf(a)).toBe(await bytesOf(b));
  });

  it('shows a broken file, takes the others in, and tries it again when it changes', async () => {
    const { disk, all } = await replicas(2);
    const [a, b] = all as [Replica, Replica];
    const id = newId();
    await addTag(a, id, 'Whole');
    await a.exchange();
    const [name, { bytes }] = [...disk.files][0]!;
    disk.put(name, bytes.subarray(0, 500));
    disk.put('notes.collate', new Uint8Array([1, 2, 3]));
    await b.exchange();
    const broken = (await readBook(b.open))!.seen;
    expect(broken.map(({ outcome }) => outcome)).toEqual(['broken', 'broken']);
    expect(broken.every(({ words }) => /Nothing was imported/.test(words))).toBe(true);
    expect(await tagOf(b, id)).toBeUndefined();
    disk.put(name, bytes);
    await b.exchange();
    expect((await tagOf(b, id))?.name).toBe('Whole');
    const [left] = (await readBook(b.open))!.seen.filter(({ outcome }) => outcome === 'broken');
    expect(left?.name).toBe('notes.collate');
  });

  it('leaves a bundle of another case alone, whatever its name says', async () => {
    const { disk, all } = await replicas(1);
    const [a] = all as [Replica];
    const other = await a.contents();
    const bytes = await writeBundle({ ...other, case: { ...other.case, id: newId() } }, bundleTools);
    disk.put('renamed.collate', bytes);
    const { taken } = await a.exchange();
    expect(taken).toEqual([]);
    expect((await readBook(a.open))!.seen).toMatchObject([{ name: 'renamed.collate', outcome: 'other-case' }]);
    expect(disk.files.has('renamed.collate')).toBe(true);
  });

  it('takes in no redacted copy by itself', async () => {
    const { disk, all } = await replicas(2);
    const [a, b] = all as [Replica, Replica];
    await addTag(a, newId(), 'Blacked out');
    disk.put('for-others.collate', await writeBundle({ ...(await a.contents()), withheld: { tags: 1 } }, bundleTools));
    expect((await b.exchange()).taken).toEqual([]);
    const [seen] = (await readBook(b.open))!.seen;
    expect(seen).toMatchObject({ name: 'for-others.collate', outcome: 'broken' });
    expect(seen?.words).toMatch(/redacted copy/);
  });

  it('is written whole again where an own file has gone, and small ones are cleared away in the end', async () => {
    const { disk, all } = await replicas(2);
    const [a, b] = all as [Replica, Replica];
    await settle(all);
    const lost = newId();
    await addTag(a, lost, 'Lost on the way');
    await a.exchange();
    disk.files.delete([...disk.files.keys()].findLast((name) => readFolderName(name)?.actor === ACTORS[0])!);
    await settle(all);
    expect((await tagOf(b, lost))?.name).toBe('Lost on the way');
    for (let i = 0; i < 2 * MOST_CHANGES; i++) {
      await addTag(a, newId(), `Tag ${i}`);
      await a.exchange();
    }
    const own = [...disk.files.keys()].filter((name) => readFolderName(name)?.actor === ACTORS[0]);
    expect(own.length).toBeLessThanOrEqual(MOST_CHANGES + 1);
    expect([...disk.files.keys()].some((name) => readFolderName(name)?.actor === ACTORS[1])).toBe(true);
    await settle(all);
    expect(await bytesOf(a)).toBe(await bytesOf(b));
  });

  it('removes nothing but what it wrote itself', async () => {
    const { disk, all } = await replicas(1);
    const [a] = all as [Replica];
    const strange = `case-${COMMON}.${ACTORS[0]}-000001-00000000.collate`;
    disk.put(strange, new Uint8Array([1]));
    disk.put('other.collate', new Uint8Array([2]));
    for (let i = 0; i < 2 * MOST_CHANGES; i++) {
      await addTag(a, newId(), `Tag ${i}`);
      await a.exchange();
    }
    expect(disk.files.has(strange) && disk.files.has('other.collate')).toBe(true);
  });

  it('keeps what could not be written for later', async () => {
    const { all } = await replicas(2);
    const [a, b] = all as [Replica, Replica];
    await settle(all);
    const id = newId();
    await addTag(a, id, 'Late');
    await expect(a.exchange(new Set(), true)).rejects.toThrow('no-space');
    await settle(all);
    expect((await tagOf(b, id))?.name).toBe('Late');
  });

  it('ends with the same case everywhere, in any order, with delays, copies, renames and losses', async () => {
    const who = fc.nat({ max: 2 });
    const which = fc.nat({ max: 3 });
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('name' as const), who, which, word: fc.nat({ max: 9 }) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('alias' as const), who, which, word: fc.nat({ max: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), who, which, word: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), who, which, word: fc.nat() }) },
      { weight: 5, arbitrary: fc.record({ do: fc.constant('exchange' as const), who, which, word: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), who, which, word: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('copy' as const), who, which, word: fc.nat() }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 30 }), async (actions) => {
        const { disk, all } = await replicas(3);
        const ids = [newId(), newId(), newId(), newId()];
        for (const [i, id] of ids.entries()) await addTag(all[i % 3]!, id, `Tag ${i}`);
        for (const step of actions) {
          const one = all[step.who]!;
          const names = [...disk.files.keys()];
          const name = names[step.word % Math.max(1, names.length)];
          if (step.do === 'name') await change(one, ids[step.which]!, { name: `Word ${step.word}` });
          else if (step.do === 'alias') await change(one, ids[step.which]!, { aliases: [`alias ${step.word}`] });
          else if (step.do === 'remove') await change(one, ids[step.which]!, null);
          else if (step.do === 'undo') await one.open.undo();
          else if (step.do === 'exchange')
            await one.exchange(new Set(names.filter((_, i) => (step.word >> (i % 30)) % 3 === 1)));
          else if (name && step.do === 'lose') disk.files.delete(name);
          else if (name) disk.put(name.replace('.collate', ' (conflicted copy).collate'), disk.files.get(name)!.bytes);
        }
        await settle(all);
        const [a, b, c] = await Promise.all(all.map(bytesOf));
        for (const one of opened.splice(0)) one.close();
        expect(b).toBe(a);
        expect(c).toBe(a);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('an exchange folder that is encrypted', () => {
  const locked =
    (passphrase: { now: string | null }) =>
    (base: RoundTools): Partial<RoundTools> => ({
      isLocked: passphrase.now !== null,
      pack: async (contents) => {
        const plain = await wholeOf(await base.pack(contents));
        return passphrase.now === null ? plain : seal(plain, { passphrase: passphrase.now }, 4);
      },
      unlock: async (bytes) => {
        const whole = await wholeOf(bytes);
        if (!isSealed(whole)) return yes(bytes);
        if (passphrase.now === null) return no('no-passphrase');
        const opened = await unseal(whole, { passphrase: passphrase.now });
        return opened.ok ? opened : no('wrong-passphrase');
      },
    });
  const broken = async ({ open }: Replica): Promise<string[]> =>
    (await readBook(open))!.seen.filter(({ outcome }) => outcome === 'broken').map(({ words }) => words);

  it('holds nothing that can be read, says whose passphrase is missing or another, and ends equal', async () => {
    const disk = new Disk();
    const [mine, theirs] = [{ now: null as string | null }, { now: null as string | null }];
    const from = beginning();
    const a = await replica(disk, ACTORS[0], from, locked(mine));
    const b = await replica(disk, ACTORS[1], from, locked(theirs));
    await addTag(a, newId(), 'Kept secret');
    await settle([a, b]);
    const plain = [...disk.files.keys()];
    expect(plain.every((name) => name.endsWith('.collate'))).toBe(true);
    // A begins to encrypt: the whole case takes the place of what it wrote before.
    mine.now = 'seven geese';
    await writeBook(a.open, { ...(await readBook(a.open))!, upTo: null });
    await addTag(a, newId(), 'Later');
    await a.exchange();
    const own = [...disk.files].filter(([name]) => readFolderName(name)!.actor === ACTORS[0]);
    expect(own.map(([name]) => name.endsWith('.collate.age'))).toEqual([true]);
    for (const [, { bytes }] of own) expect(isSealed(bytes)).toBe(true);
    await b.exchange();
    expect((await broken(b))[0]).toContain('Set the passphrase');
    theirs.now = 'seven ducks';
    await b.exchange(undefined, false, true);
    expect((await broken(b))[0]).toContain('another passphrase');
    theirs.now = 'seven geese';
    await writeBook(b.open, { ...(await readBook(b.open))!, upTo: null });
    await b.exchange(undefined, false, true);
    expect(await broken(b)).toEqual([]);
    await settle([a, b]);
    expect([...disk.files.keys()].every((name) => name.endsWith('.collate.age'))).toBe(true);
    expect(await bytesOf(a)).toBe(await bytesOf(b));
  });
});

describe('signatures in an exchange folder', () => {
  it('with a new key wait until somebody says whose it is; known ones and unsigned ones are taken in and told apart', async () => {
    const disk = new Disk();
    const known = new Set<string>();
    const signed =
      (actor: string) =>
      (base: RoundTools): Partial<RoundTools> => ({
        pack: async (contents) => {
          const plain = await wholeOf(await base.pack(contents));
          if (actor === ACTORS[2]) return plain;
          const parts = await signedParts(plain, await signerOf(actor), bundleTools);
          if (!parts.ok) throw new Error(parts.reason);
          const all = parts.value.map((part) =>
            part instanceof Uint8Array ? part : plain.subarray(part.from, part.to),
          );
          return new Uint8Array(Buffer.concat(all));
        },
        standing: async (bytes) => {
          const signature = await signatureOf(await wholeOf(bytes), bundleTools);
          if (!signature.ok || !signature.value) return { kind: 'unsigned' };
          const { name } = signature.value.signer;
          return { kind: known.has(name) ? 'known' : 'new', name, fingerprint: 'abcd' };
        },
      });
    const from = beginning();
    const [a, b, c] = await Promise.all(ACTORS.map((actor) => replica(disk, actor, from, signed(actor))));
    const [theirs, unsigned] = [newId(), newId()];
    await addTag(b!, theirs, 'Signed');
    await addTag(c!, unsigned, 'Unsigned');
    await b!.exchange();
    await c!.exchange();
    await a!.exchange();
    const outcomes = async () =>
      (await readBook(a!.open))!.seen.map(({ name, outcome, signed: by }) => [
        readFolderName(name)!.actor,
        outcome,
        by?.kind,
      ]);
    expect(await outcomes()).toEqual([
      [ACTORS[1], 'waiting', 'new'],
      [ACTORS[2], 'taken', 'unsigned'],
    ]);
    expect(await tagOf(a!, theirs)).toBeUndefined();
    expect(await tagOf(a!, unsigned)).toBeDefined();
    // By itself it goes on waiting; once it is said whose the key is, it comes in.
    await a!.exchange();
    expect((await outcomes())[0]![1]).toBe('waiting');
    known.add(ACTORS[1]);
    await a!.exchange(undefined, false, true);
    expect(await outcomes()).toContainEqual([ACTORS[1], 'taken', 'known']);
    expect(await tagOf(a!, theirs)).toBeDefined();
  });

  it('that do not hold refuse the bundle, and stand in nobody’s way', async () => {
    const { disk, all } = await replicas(1);
    disk.put('altered.collate', new Uint8Array(readFileSync('tests/fixtures/bundles/vectors/signature-wrong.collate')));
    await settle(all);
    const [altered] = (await readBook(all[0]!.open))!.seen;
    expect(altered).toMatchObject({ outcome: 'broken', words: bundleRefusalSentence('signature-wrong', 'Ann Maker') });
  });
});

async function signerOf(actor: string): Promise<Signer> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
    actor,
    name: actor,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, message as BufferSource)),
  };
}
