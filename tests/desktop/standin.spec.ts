/** The stand-in itself: it must be as strict as what it stands for, or the other specs prove nothing. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, openDesktop, test } from './fixture';

test.skip(process.env['COLLATE_DESKTOP'] === 'electron', 'about the stand-in only');

test('what it does not know, it refuses loudly', async ({ launchHost }) => {
  const desktop = await launchHost();
  await desktop.firstWindow();
  await expect(desktop.evaluate(({ app }) => app.getGPUFeatureStatus())).rejects.toThrow('not implemented');
  await expect(desktop.evaluate(({ dialog }) => dialog.showOpenDialog({}))).rejects.toThrow('stub');
  await expect(desktop.evaluate(({ shell }) => shell.openExternal('https://example.org'))).rejects.toThrow('stub');
});

test('a preload that asks for Node finds none', async ({ userData, hostFolder }, info) => {
  const folder = info.outputPath('program');
  await cp(hostFolder, folder, { recursive: true });
  const preload = path.join(folder, 'out/preload/preload.cjs');
  await writeFile(preload, `const fs = require('node:fs');\n${await readFile(preload, 'utf8')}`);
  const desktop = await openDesktop(userData, [], folder);
  const page = await desktop.firstWindow();
  expect(await page.evaluate(() => typeof window.collateDesktop)).toBe('undefined');
  await desktop.close();
});

test('values cross as a structured clone would take them', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const same = await page.evaluate(async () => {
    const bytes = new Uint8Array(2 * 1024 * 1024);
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    const hash = await crypto.subtle.digest('SHA-256', bytes);
    const sha256 = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const caseId = '0193f4f0-0000-7000-8000-000000000002';
    const { copy } = window.collateDesktop!;
    await copy.append({ caseId, name: 'x', lastSeq: 1, lines: ['{"seq":1}'] });
    const put = await copy.putBlob({ caseId, sha256, bytes: bytes.subarray() });
    const got = await copy.readBlob({ caseId, sha256 });
    return put.ok && got.ok && got.value instanceof Uint8Array && got.value.every((byte, at) => byte === bytes[at]);
  });
  expect(same).toBe(true);
});
