// The copy outside IndexedDB: what was written comes back when the database is gone, emptied or behind.
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { no, yes } from '@shared/model/result';
import { wholeOf } from '@shared/bundle/source';
import type { FileContent, KeptCase, SecondCopy } from '@shared/platform';
import { caseDatabaseName } from '../../../renderer/store/caseDatabase';
import { readContents } from '../../../renderer/store/contents';
import type { CaseContents } from '../../../renderer/store/contents';
import { createCase } from '../../../renderer/store/newCase';
import { openCase } from '../../../renderer/store/openCase';
import type { OpenCase } from '../../../renderer/store/openCase';
import { rebuildLostCases } from '../../../renderer/store/rebuild';
import { registry } from '../../../renderer/store/registry';
import { followToDisk } from '../../../renderer/store/secondCopy';
import type { LogLine } from '../../../renderer/store/secondCopy';
import { keepText } from '../../../renderer/store/texts';
import { readWhole } from '../../../renderer/store/whole';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = <Value>(bytes: FileContent): Value => JSON.parse(new TextDecoder().decode(bytes as Uint8Array)) as Value;
const pack = async (open: OpenCase): Promise<Uint8Array> => encode(await readContents(open, { originals: false }));

/** A disk in memory that keeps the promises SecondCopy makes. */
function memoryDisk(): SecondCopy {
  const cases = new Map<
    string,
    {
      about: KeptCase;
      lines: { seq: number; line: string }[];
      backup: { seq: number; bytes: Uint8Array } | null;
      blobs: Map<string, Uint8Array>;
    }
  >();
  const at = (caseId: string, name = '') => {
    const known = cases.get(caseId) ?? {
      about: { caseId, name, lastSeq: 0, backupSeq: null, backupAt: null },
      lines: [] as { seq: number; line: string }[],
      backup: null,
      blobs: new Map(),
    };
    cases.set(caseId, known);
    return known;
  };
  return {
    list: async () => [...cases.values()].map((one) => one.about),
    async append({ caseId, name, lastSeq, lines }) {
      const one = at(caseId, name);
      one.lines.push(...lines.map((line) => ({ seq: lastSeq, line })));
      one.about = { ...one.about, name, lastSeq };
      return yes(null);
    },
    async putBlob({ caseId, sha256, bytes }) {
      at(caseId).blobs.set(sha256, await wholeOf(bytes));
      return yes(null);
    },
    readBlob: async ({ caseId, sha256 }) => at(caseId).blobs.get(sha256) ?? null,
    async putBackup({ caseId, name, seq, bytes }) {
      const one = at(caseId, name);
      one.backup = { seq, bytes: await wholeOf(bytes) };
      one.lines = one.lines.filter((line) => line.seq > seq);
      one.about = {
        ...one.about,
        name,
        backupSeq: seq,
        backupAt: '2026-01-01T00:00:00.000Z',
        lastSeq: Math.max(one.about.lastSeq, seq),
      };
      return yes(null);
    },
    readBackup: async (caseId) => at(caseId).backup,
    readLog: async ({ caseId, afterSeq }) =>
      at(caseId)
        .lines.filter((one) => one.seq > afterSeq)
        .map((one) => one.line),
    async remove(caseId) {
      cases.delete(caseId);
    },
    putSettings: async () => undefined,
    readSettings: async () => null,
    freeSpace: async () => null,
  };
}

let wall = 1_700_000_000_000;
const options = { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) };
let counter = 0;
const newId = (): string => `00000000-0000-7000-9000-${String((counter += 1)).padStart(12, '0')}`;
const tools = (disk: SecondCopy) => ({
  disk,
  unpack: async (bytes: FileContent) => decode<CaseContents>(bytes),
  now: () => new Date(wall),
});

const addTag = (open: OpenCase, name: string) => {
  const id = newId();
  return open.transact('Create tag', (tx) => {
    tx.create('tags', id, {
      name,
      kind: 'topic',
      parentId: null,
      aliases: [],
      hue: 0,
      description: '',
      withhold: false,
    });
    return yes(id);
  });
};

const names = async (open: OpenCase): Promise<string[]> =>
  [...(await readWhole(open, 'tags')).values()].map((tag) => tag.name).sort((a, b) => a.localeCompare(b));

async function begin(disk: SecondCopy): Promise<{ id: string; open: OpenCase; stop: () => Promise<void> }> {
  const id = newId();
  await createCase({ id, name: 'Kept', description: '', language: 'en', now: '2026-01-01T00:00:00.000Z' }, options);
  const open = await openCase(id, options);
  const copy = await followToDisk(open, disk, 'Kept', pack);
  return { id, open, stop: () => copy.stop() };
}

describe('the copy on disk', () => {
  it('gives everything back after the database was deleted, steps of undo included', async () => {
    const disk = memoryDisk();
    const { id, open, stop } = await begin(disk);
    await addTag(open, 'first');
    const textId = await keepText(open, 'A text with words.');
    await open.transact('Import document', (tx) => {
      tx.create('documents', newId(), {
        title: 'A text with words.',
        csl: { type: 'document' },
        sourceId: null,
        originId: null,
        language: '',
        marking: 'TLP:CLEAR',
        state: 'unread',
        note: '',
        versions: [
          {
            textId,
            importedAt: '2026-01-01T00:00:00.000Z',
            fileName: '',
            mediaType: 'text/plain',
            originalId: null,
            extractor: 'plain/1',
          },
        ],
      });
      return yes(null);
    });
    await addTag(open, 'second');
    await stop();
    open.close();
    await Dexie.delete(caseDatabaseName(id));
    await registry.cases.clear();
    const restored = await rebuildLostCases(tools(disk));
    expect(restored).toMatchObject([{ caseId: id, name: 'Kept', steps: 3 }]);
    const again = await openCase(id, options);
    expect(await names(again)).toEqual(['first', 'second']);
    expect((await again.db.texts.get(textId))?.text).toBe('A text with words.');
    expect((await again.stepLabels()).undo).toBe('Create tag');
    await again.undo();
    expect(await names(again)).toEqual(['first']);
    again.close();
  });

  it('notices a database that was emptied and one that is behind, and leaves a current one alone', async () => {
    const disk = memoryDisk();
    const { id, open, stop } = await begin(disk);
    await addTag(open, 'one');
    await stop();
    open.close();
    expect(await rebuildLostCases(tools(disk))).toEqual([]);
    await Dexie.delete(caseDatabaseName(id));
    expect(await rebuildLostCases(tools(disk))).toHaveLength(1);
    const back = await openCase(id, options);
    expect(await names(back)).toEqual(['one']);
    // The next step must not take a number the disk already knows.
    await addTag(back, 'two');
    const kept = (await disk.list())[0]!;
    expect((await back.db.journal.orderBy(':id').last())!.seq!).toBeGreaterThan(kept.lastSeq);
    back.close();
  });

  it('rebuilds from the backup alone where no step came after it', async () => {
    const disk = memoryDisk();
    const { id, open, stop } = await begin(disk);
    await addTag(open, 'only');
    await stop();
    await disk.putBackup({
      caseId: id,
      name: 'Kept',
      seq: (await open.db.journal.orderBy(':id').last())!.seq!,
      bytes: await pack(open),
    });
    open.close();
    await Dexie.delete(caseDatabaseName(id));
    await registry.cases.clear();
    expect(await rebuildLostCases(tools(disk))).toMatchObject([{ steps: 0 }]);
    expect(await rebuildLostCases(tools(disk))).toEqual([]);
    const again = await openCase(id, options);
    expect(await names(again)).toEqual(['only']);
    again.close();
  });

  it('holds back what a full disk refused, and writes it in order when there is room again', async () => {
    const disk = memoryDisk();
    const { id, open, stop } = await begin(disk);
    await addTag(open, 'first');
    const append = disk.append.bind(disk);
    disk.append = async () => no('no-space');
    await addTag(open, 'second');
    disk.append = append;
    await addTag(open, 'third');
    await stop();
    const lines = await disk.readLog({ caseId: id, afterSeq: 0 });
    const named = lines.flatMap((line) =>
      (JSON.parse(line) as LogLine).rows.map(({ row }) => ('name' in row ? row.name : '')),
    );
    expect(named.slice(-3)).toEqual(['first', 'second', 'third']);
    open.close();
  });

  it('says that it is behind, and makes a backup at the next start', async () => {
    const disk = memoryDisk();
    const id = newId();
    await createCase({ id, name: 'Kept', description: '', language: 'en', now: '2026-01-01T00:00:00.000Z' }, options);
    let open = await openCase(id, options);
    let copy = await followToDisk(open, disk, 'Kept', pack);
    await copy.flush();
    const append = disk.append.bind(disk);
    disk.append = async () => no('no-space');
    await addTag(open, 'held back');
    await copy.flush();
    expect(copy.trouble()).toBe('no-space');
    await copy.stop();
    open.close();
    disk.append = append;
    open = await openCase(id, options);
    copy = await followToDisk(open, disk, 'Kept', pack);
    await copy.flush();
    expect(copy.trouble()).toBeNull();
    await copy.stop();
    open.close();
    await Dexie.delete(caseDatabaseName(id));
    await rebuildLostCases(tools(disk));
    const again = await openCase(id, options);
    expect(await names(again)).toEqual(['held back']);
    again.close();
  });

  it('leaves nothing of a database that is behind over the rows of the backup', async () => {
    const disk = memoryDisk();
    const { id, open, stop } = await begin(disk);
    const tag = await addTag(open, 'old name');
    await stop();
    await open.transact('Change tag', async (tx) => {
      await tx.get('tags', tag.value);
      tx.update('tags', tag.value, { name: 'new name' });
      return yes(null);
    });
    const seq = (await open.db.journal.orderBy(':id').last())!.seq!;
    await disk.putBackup({ caseId: id, name: 'Kept', seq, bytes: await pack(open) });
    await open.undo();
    await open.db.journal.bulkDelete([seq, seq + 1]);
    open.close();
    expect(await rebuildLostCases(tools(disk))).toMatchObject([{ caseId: id, failed: false }]);
    const again = await openCase(id, options);
    expect(await names(again)).toEqual(['new name']);
    again.close();
  });

  it('takes a case that only the list of cases lost back into it, without rebuilding', async () => {
    const disk = memoryDisk();
    const { id, open, stop } = await begin(disk);
    await addTag(open, 'one');
    await stop();
    open.close();
    await registry.cases.delete(id);
    expect(await rebuildLostCases(tools(disk))).toEqual([]);
    expect(await registry.cases.get(id)).toMatchObject({ name: 'Kept', state: 'ready' });
  });

  it('tells a case that cannot be put back, and goes on with the others', async () => {
    const disk = memoryDisk();
    const broken = await begin(disk);
    const whole = await begin(disk);
    await addTag(whole.open, 'there');
    for (const one of [broken, whole]) {
      await one.stop();
      one.open.close();
      await Dexie.delete(caseDatabaseName(one.id));
    }
    await registry.cases.clear();
    const backup = (await disk.readBackup(broken.id))!.bytes;
    const unpack = async (bytes: FileContent) => (bytes === backup ? null : decode<CaseContents>(bytes));
    const restored = await rebuildLostCases({ ...tools(disk), unpack });
    expect(restored.find((one) => one.caseId === broken.id)).toMatchObject({ failed: true });
    expect(restored.find((one) => one.caseId === whole.id)).toMatchObject({ failed: false });
  });
});
