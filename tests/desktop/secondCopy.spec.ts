/** The second copy, from the page to the disk and back after the program was killed. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixture';

const CASE = '0193f4f0-0000-7000-8000-000000000001';

test('what was confirmed is on the disk and survives a kill', async ({ launchHost, userData }) => {
  let desktop = await launchHost();
  let page = await desktop.firstWindow();
  const blob = 'a document in 한국어';
  const sha256 = createHash('sha256').update(blob).digest('hex');
  const replies = await page.evaluate(
    async ({ caseId, blob, sha256 }) => {
      const { copy } = window.collateDesktop!;
      const bytes = new TextEncoder().encode(blob);
      return [
        await copy.append({ caseId, name: 'Sample', lastSeq: 1, lines: ['{"label":"First"}'] }),
        await copy.putBlob({ caseId, sha256, bytes }),
        await copy.putBackup({ caseId, name: 'Sample', seq: 1, bytes: new Uint8Array([1, 2, 3]) }),
        await copy.append({ caseId, name: 'Sample', lastSeq: 2, lines: ['{"label":"Second"}'] }),
      ];
    },
    { caseId: CASE, blob, sha256 },
  );
  expect(replies).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: null })));

  const folder = path.join(userData, 'second-copy', CASE);
  expect(await readFile(path.join(folder, 'log.jsonl'), 'utf8')).toBe('{"seq":2,"entry":{"label":"Second"}}\n');
  expect(await readFile(path.join(folder, 'blobs', sha256), 'utf8')).toBe(blob);
  expect(await readdir(path.join(folder, 'backups'))).toHaveLength(2);

  await desktop.kill();
  desktop = await launchHost();
  page = await desktop.firstWindow();
  const kept = await page.evaluate(
    async ({ caseId, sha256 }) => {
      const { copy } = window.collateDesktop!;
      const found = await copy.readBlob({ caseId, sha256 });
      return {
        list: await copy.list({}),
        log: await copy.readLog({ caseId, afterSeq: 1 }),
        backup: await copy.readBackup({ caseId }),
        blob: found.ok && found.value !== null ? new TextDecoder().decode(found.value as Uint8Array) : null,
        free: await copy.freeSpace({}),
      };
    },
    { caseId: CASE, sha256 },
  );
  expect(kept.list).toMatchObject({ ok: true, value: [{ caseId: CASE, name: 'Sample', lastSeq: 2, backupSeq: 1 }] });
  expect(kept.log).toEqual({ ok: true, value: ['{"label":"Second"}'] });
  expect(kept.backup).toMatchObject({ ok: true, value: { seq: 1 } });
  expect(kept.blob).toBe(blob);
  expect(kept.free.ok && (kept.free.value ?? 0) > 0).toBe(true);

  const gone = await page.evaluate(async (caseId) => {
    await window.collateDesktop!.copy.remove({ caseId });
    return window.collateDesktop!.copy.list({});
  }, CASE);
  expect(gone).toEqual({ ok: true, value: [] });
});
