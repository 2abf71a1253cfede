import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RESERVE_BYTES } from '../../../electron/disk';
import { openSecondCopy } from '../../../electron/second-copy/secondCopy';

const CASE = '0193f4f0-0000-7000-8000-000000000001';
const OTHER = '0193f4f0-0000-7000-8000-000000000002';
const line = (seq: number): string => JSON.stringify({ seq, label: `Step ${seq}` });
const bytes = (fill: number): Uint8Array => new Uint8Array(100).fill(fill);

let root: string;
const inCase = (...parts: string[]): string => path.join(root, 'second-copy', CASE, ...parts);
const open = (free: number | null = null) => {
  let minute = 0;
  return openSecondCopy(
    path.join(root, 'second-copy'),
    async () => free,
    () => new Date(Date.UTC(2026, 0, 1, 0, minute++)),
  );
};

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'collate-copy-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('the log', () => {
  it('gives back what was appended, after a sequence number', async () => {
    const copy = open();
    expect(await copy.append({ caseId: CASE, name: 'One', lastSeq: 2, lines: [line(1), line(2)] })).toEqual({
      ok: true,
      value: null,
    });
    await copy.append({ caseId: CASE, name: 'One', lastSeq: 5, lines: [line(5)] });
    expect(await open().readLog({ caseId: CASE, afterSeq: 0 })).toEqual([line(1), line(2), line(5)]);
    expect(await open().readLog({ caseId: CASE, afterSeq: 2 })).toEqual([line(5)]);
    expect(await open().list()).toEqual([{ caseId: CASE, name: 'One', lastSeq: 5, backupSeq: null, backupAt: null }]);
  });

  it('leaves out a line torn by a crash, and does not let the next one stick to it', async () => {
    await open().append({ caseId: CASE, name: 'One', lastSeq: 1, lines: [line(1)] });
    await appendFile(inCase('log.jsonl'), line(2).slice(0, 9));
    expect(await open().readLog({ caseId: CASE, afterSeq: 0 })).toEqual([line(1)]);
    const copy = open();
    await copy.append({ caseId: CASE, name: 'One', lastSeq: 2, lines: [line(2)] });
    expect(await copy.readLog({ caseId: CASE, afterSeq: 0 })).toEqual([line(1), line(2)]);
  });

  it('trusts nothing behind a line that cannot be read', async () => {
    await open().append({ caseId: CASE, name: 'One', lastSeq: 1, lines: [line(1)] });
    await appendFile(inCase('log.jsonl'), `\u0000\u0000\u0000\n${line(3)}\n`);
    expect(await open().readLog({ caseId: CASE, afterSeq: 0 })).toEqual([line(1)]);
  });

  it('keeps the order of calls made at once', async () => {
    const copy = open();
    const seqs = Array.from({ length: 30 }, (_, at) => at + 1);
    await Promise.all(seqs.map((seq) => copy.append({ caseId: CASE, name: 'One', lastSeq: seq, lines: [line(seq)] })));
    expect(await copy.readLog({ caseId: CASE, afterSeq: 0 })).toEqual(seqs.map(line));
  });

  it('refuses what is not JSON before anything is written', async () => {
    const copy = open();
    for (const text of ['not json', '', '{"seq":1', '[1,\n2]'])
      await expect(copy.append({ caseId: CASE, name: 'x', lastSeq: 1, lines: [text] })).rejects.toThrow('not JSON');
    expect(await copy.list()).toEqual([]);
  });

  it('is a file of JSON lines that gives each entry back as it was', async () => {
    const text = '{"a":1.50,"b":"한\\u0000","c":{"seq":9}}';
    await open().append({ caseId: CASE, name: 'x', lastSeq: 7, lines: [text] });
    expect(await readFile(inCase('log.jsonl'), 'utf8')).toBe(`{"seq":7,"entry":${text}}\n`);
    expect(await open().readLog({ caseId: CASE, afterSeq: 6 })).toEqual([text]);
    expect(await open().readLog({ caseId: CASE, afterSeq: 7 })).toEqual([]);
  });
});

describe('blobs', () => {
  const sha256 = createHash('sha256').update(bytes(1)).digest('hex');

  it('are kept under their hash and come back only if they still have it', async () => {
    const copy = open();
    expect(await copy.putBlob({ caseId: CASE, sha256, bytes: bytes(1) })).toMatchObject({ ok: true });
    expect(await copy.putBlob({ caseId: CASE, sha256, bytes: bytes(1) })).toMatchObject({ ok: true });
    expect(await copy.readBlob({ caseId: CASE, sha256 })).toEqual(bytes(1));
    await writeFile(inCase('blobs', sha256), bytes(2));
    expect(await copy.readBlob({ caseId: CASE, sha256 })).toBeNull();
    expect(await copy.readBlob({ caseId: OTHER, sha256 })).toBeNull();
  });

  it('are refused under another name', async () => {
    await expect(open().putBlob({ caseId: CASE, sha256, bytes: bytes(2) })).rejects.toThrow('another hash');
    await expect(open().putBlob({ caseId: CASE, sha256: '../about.json', bytes: bytes(2) })).rejects.toThrow('SHA-256');
  });
});

describe('backups', () => {
  it('are verified, rolled, and keep the log lines that the oldest one needs', async () => {
    const copy = open();
    for (const seq of [1, 2, 3, 4, 5]) {
      await copy.append({ caseId: CASE, name: 'One', lastSeq: seq, lines: [line(seq)] });
      expect(await copy.putBackup({ caseId: CASE, name: 'One', seq, bytes: bytes(seq) })).toMatchObject({ ok: true });
    }
    const names = await readdir(inCase('backups'));
    expect(names.filter((name) => name.endsWith('.collate'))).toEqual([
      '3-20260101T000200000Z.collate',
      '4-20260101T000300000Z.collate',
      '5-20260101T000400000Z.collate',
    ]);
    expect(await copy.readBackup(CASE)).toEqual({ seq: 5, bytes: bytes(5) });
    expect(await copy.readLog({ caseId: CASE, afterSeq: 0 })).toEqual([line(4), line(5)]);
    expect(await copy.list()).toEqual([
      { caseId: CASE, name: 'One', lastSeq: 5, backupSeq: 5, backupAt: '2026-01-01T00:04:00.000Z' },
    ]);
    const note = await readFile(inCase('backups', '5-20260101T000400000Z.collate.sha256'), 'utf8');
    expect(note).toBe(`${createHash('sha256').update(bytes(5)).digest('hex')}  5-20260101T000400000Z.collate\n`);
  });

  it('with a broken newest one fall back to an older one, and the log gives the rest', async () => {
    const copy = open();
    for (const seq of [1, 2]) {
      await copy.append({ caseId: CASE, name: 'One', lastSeq: seq, lines: [line(seq)] });
      await copy.putBackup({ caseId: CASE, name: 'One', seq, bytes: bytes(seq) });
    }
    await writeFile(inCase('backups', '2-20260101T000100000Z.collate'), bytes(9));
    const found = await open().readBackup(CASE);
    expect(found).toEqual({ seq: 1, bytes: bytes(1) });
    expect(await open().readLog({ caseId: CASE, afterSeq: 1 })).toEqual([line(2)]);
    expect(await open().list()).toMatchObject([{ lastSeq: 2, backupSeq: 1 }]);
  });

  it('none of which holds, are none', async () => {
    const copy = open();
    await copy.putBackup({ caseId: CASE, name: 'One', seq: 1, bytes: bytes(1) });
    await rm(inCase('backups', '1-20260101T000000000Z.collate.sha256'));
    expect(await copy.readBackup(CASE)).toBeNull();
  });
});

describe('a full disk', () => {
  it('refuses before it writes, and leaves what is there', async () => {
    await open().append({ caseId: CASE, name: 'One', lastSeq: 1, lines: [line(1)] });
    const full = open(RESERVE_BYTES + 50);
    const refusal = { ok: false, reason: 'no-space' };
    expect(await full.putBackup({ caseId: CASE, name: 'One', seq: 1, bytes: bytes(1) })).toEqual(refusal);
    expect(await full.append({ caseId: CASE, name: 'One', lastSeq: 2, lines: [line(2), line(3)] })).toEqual(refusal);
    expect(await full.readLog({ caseId: CASE, afterSeq: 0 })).toEqual([line(1)]);
    await expect(stat(inCase('backups'))).rejects.toThrow('ENOENT');
    expect(await full.freeSpace()).toBe(RESERVE_BYTES + 50);
  });
});

describe('the folder', () => {
  it('refuses ids that could lead elsewhere', async () => {
    const copy = open();
    for (const caseId of ['..', '.', '', '../../etc', `${CASE}/..`, CASE.toUpperCase().replace(/0/g, 'A'), 'settings'])
      await expect(copy.remove(caseId)).rejects.toThrow('not a case id');
  });

  it('forgets a case and keeps the others and the settings', async () => {
    const copy = open();
    await copy.append({ caseId: CASE, name: 'One', lastSeq: 1, lines: [line(1)] });
    await copy.append({ caseId: OTHER, name: 'Two', lastSeq: 1, lines: [line(1)] });
    await copy.putSettings('{"analyst":"A"}');
    await copy.remove(CASE);
    expect((await copy.list()).map(({ caseId }) => caseId)).toEqual([OTHER]);
    expect(await open().readSettings()).toBe('{"analyst":"A"}');
    await copy.append({ caseId: CASE, name: 'One again', lastSeq: 1, lines: [line(1)] });
    expect((await copy.list()).map(({ name }) => name)).toEqual(['One again', 'Two']);
  });

  it('gives back a case whose description was lost', async () => {
    await open().append({ caseId: CASE, name: 'One', lastSeq: 1, lines: [line(1)] });
    await writeFile(inCase('about.json'), '{"na');
    expect(await open().list()).toMatchObject([{ caseId: CASE, name: 'Unnamed case', lastSeq: 1 }]);
  });

  it('leaves no temporary files', async () => {
    const copy = open();
    await copy.append({ caseId: CASE, name: 'One', lastSeq: 1, lines: [line(1)] });
    await copy.putBackup({ caseId: CASE, name: 'One', seq: 1, bytes: bytes(1) });
    const names = await readdir(path.join(root, 'second-copy'), { recursive: true });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
