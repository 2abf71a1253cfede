/** Files, printing, the menu and what the system opens. */
import { mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openAgain, test } from './fixture';

/** Collects bundles handed over by the system into a global of the page. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const world = globalThis as unknown as { handed: string[] };
    world.handed = [];
    window.collateDesktop!.onOpenFile((file) => {
      void window.collateDesktop!.readFile({ handle: file.handle }).then((reply) => {
        world.handed.push(`${file.name}: ${reply.ok ? new TextDecoder().decode(reply.value) : reply.reason}`);
      });
    });
  });
const handed = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { handed: string[] }).handed);

test('a chosen file is read byte for byte, through its handle only', async ({ launchHost }, info) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256);
  const file = info.outputPath('déjà vu.bin');
  await writeFile(file, bytes);
  await desktop.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  const opened = await page.evaluate(async () => {
    const bridge = window.collateDesktop!;
    const reply = await bridge.openFiles({
      title: 'Open',
      filters: [{ name: 'Any', extensions: ['bin'] }],
      many: true,
    });
    if (!reply.ok) return { reply };
    const read = await bridge.readFile({ handle: reply.value[0]!.handle });
    return { reply, bytes: read.ok ? [...read.value] : null };
  });
  expect(opened.bytes).toEqual([...bytes]);
  expect(JSON.stringify(opened.reply)).not.toContain(path.dirname(file));
  expect(opened.reply).toMatchObject({ ok: true, value: [{ name: 'déjà vu.bin', size: 70_000 }] });

  await desktop.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
  const changedMind = await page.evaluate(() =>
    window.collateDesktop!.openFiles({ title: 'Open', filters: [], many: false }),
  );
  expect(changedMind).toEqual({ ok: true, value: [] });
});

test('a file larger than a message comes and goes in parts', async ({ launchHost }, info) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const [from, to] = [info.outputPath('from.collate'), info.outputPath('to.collate')];
  const bytes = Buffer.alloc(20 * 1024 * 1024 + 5, 'ships at sea ');
  await writeFile(from, bytes);
  await desktop.evaluate(
    ({ dialog }, places) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [places.from] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: places.to });
    },
    { from, to },
  );
  const saved = await page.evaluate(async () => {
    const bridge = window.collateDesktop!;
    const chosen = await bridge.openFiles({ title: 'Open', filters: [], many: false });
    if (!chosen.ok) return chosen;
    const { handle, size } = chosen.value[0]!;
    const begun = await bridge.beginStage({ size });
    if (!begun.ok) return begun;
    for (let at = 0; at < size; at += 8 * 1024 * 1024) {
      const part = await bridge.readFilePart({ handle, from: at, to: at + 8 * 1024 * 1024 });
      if (!part.ok) return part;
      const appended = await bridge.appendStage({ ...begun.value, bytes: part.value });
      if (!appended.ok) return appended;
    }
    const ask = { suggestedName: 'to.collate', filters: [], bytes: begun.value };
    // A staged file is used once.
    return [
      await bridge.saveFile(ask),
      await bridge.saveFile(ask),
      await bridge.readFilePart({ handle, from: size, to: size + 1 }),
    ];
  });
  expect(saved).toMatchObject([
    { ok: true, value: { name: 'to.collate' } },
    { ok: false, reason: 'handle-unknown' },
    { ok: true, value: new Uint8Array() },
  ]);
  expect((await readFile(to)).equals(bytes)).toBe(true);
});

test('a file that has gone since, or was never there, is refused in words', async ({ launchHost }, info) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const file = info.outputPath('gone.txt');
  await writeFile(file, 'x');
  await desktop.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  const open = () => page.evaluate(() => window.collateDesktop!.openFiles({ title: 'x', filters: [], many: false }));
  const reply = await open();
  if (!reply.ok) throw new Error(reply.reason);
  await rm(file);
  const read = await page.evaluate((handle) => window.collateDesktop!.readFile({ handle }), reply.value[0]!.handle);
  expect(read).toEqual({ ok: false, reason: 'unreadable' });
  expect(await open()).toEqual({ ok: false, reason: 'unreadable' });
});

test('a chosen folder gives its files and those below it, and nothing from elsewhere', async ({ launchHost }, info) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const folder = info.outputPath('papers');
  const outside = info.outputPath('outside.txt');
  await mkdir(path.join(folder, 'older/deep'), { recursive: true });
  await writeFile(outside, 'not in the folder');
  for (const name of ['b.txt', 'older/a.txt', 'older/deep/c.txt', '.hidden', 'older/~$b.docx'])
    await writeFile(path.join(folder, name), name);
  await symlink(outside, path.join(folder, 'link.txt'));
  await symlink(path.dirname(outside), path.join(folder, 'up'));
  await desktop.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  const opened = await page.evaluate(() => window.collateDesktop!.openFolder({ title: 'Import a folder' }));
  if (!opened.ok) throw new Error(opened.reason);
  const { name, files } = opened.value;
  expect(name).toBe('papers');
  expect(files.map((file) => `${file.folder ?? ''}/${file.name} ${file.size}`)).toEqual([
    '/b.txt 5',
    'older/a.txt 11',
    'older/deep/c.txt 16',
  ]);
  expect(JSON.stringify(opened)).not.toContain(path.dirname(folder));
  const read = (handle: string) =>
    page.evaluate(async (asked) => {
      const reply = await window.collateDesktop!.readFile({ handle: asked });
      return reply.ok ? new TextDecoder().decode(reply.value) : reply.reason;
    }, handle);
  expect(await read(files[2]!.handle)).toBe('older/deep/c.txt');
  // What was a file when the folder was chosen may be a link when it is read.
  await rm(path.join(folder, 'b.txt'));
  await symlink(outside, path.join(folder, 'b.txt'));
  expect(await read(files[0]!.handle)).toBe('not-allowed');

  await desktop.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
  expect(await page.evaluate(() => window.collateDesktop!.openFolder({ title: 'x' }))).toEqual({
    ok: false,
    reason: 'cancelled',
  });
});

test('a copy of an original is shown by the system’s program, and nothing that could run', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  await desktop.evaluate(({ shell }) => {
    const world = globalThis as unknown as { shown: string[] };
    world.shown = [];
    shell.openPath = (place) => {
      world.shown.push(place);
      return Promise.resolve('');
    };
  });
  const open = (name: string) =>
    page.evaluate((asked) => window.collateDesktop!.openCopy({ name: asked, bytes: Uint8Array.of(1, 2, 3) }), name);
  const shown = () => desktop.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  for (const name of ['run.exe', 'page.html', 'mail.eml', 'macro.docm', 'script.pdf.sh', 'none', 'link.desktop'])
    expect(await open(name)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await shown()).toEqual([]);
  expect(await open('../../Report, final.pdf')).toEqual({ ok: true, value: null });
  const [place] = await shown();
  expect(path.basename(place!)).toBe('Report, final.pdf');
  expect([...(await readFile(place!))]).toEqual([1, 2, 3]);
  if (process.platform !== 'win32') expect((await stat(place!)).mode & 0o777).toBe(0o400);
  await desktop.close();
  await expect(stat(place!)).rejects.toThrow('ENOENT');
});

test('saving writes the bytes whole, adds the extension, and leaves no other file', async ({ launchHost }, info) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const folder = info.outputPath('saved');
  await mkdir(folder, { recursive: true });
  const saveTo = (target: string, value: number) =>
    desktop
      .evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath, bookmark: '' });
      }, target)
      .then(() =>
        page.evaluate(
          (fill) =>
            window.collateDesktop!.saveFile({
              suggestedName: '../a/b:c.collate',
              filters: [{ name: 'Bundle', extensions: ['collate'] }],
              bytes: new Uint8Array(5000).fill(fill),
            }),
          value,
        ),
      );
  expect(await saveTo(path.join(folder, 'case'), 7)).toEqual({ ok: true, value: { name: 'case.collate' } });
  expect(await saveTo(path.join(folder, 'case.collate'), 9)).toEqual({ ok: true, value: { name: 'case.collate' } });
  expect(await readdir(folder)).toEqual(['case.collate']);
  expect(new Uint8Array(await readFile(path.join(folder, 'case.collate')))).toEqual(new Uint8Array(5000).fill(9));
  expect(await saveTo('', 1)).toEqual({ ok: false, reason: 'cancelled' });
  expect(await saveTo(path.join(folder, 'missing/folder/x.collate'), 1)).toEqual({ ok: false, reason: 'unreadable' });
});

test('a page becomes a PDF in a window without scripts', async ({ launchHost }, info) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const file = info.outputPath('briefing.pdf');
  await desktop.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath, bookmark: '' });
  }, file);
  const reply = await page.evaluate(() =>
    window.collateDesktop!.printToPdf({
      suggestedName: 'briefing.pdf',
      html: '<!doctype html><html lang="en"><head><title>Brief</title><style>@page { size: 100mm 100mm } h1 { color: red }</style></head><body><h1>Brief</h1><script>document.body.textContent = "ran"</script></body></html>',
    }),
  );
  expect(reply).toEqual({ ok: true, value: { name: 'briefing.pdf' } });
  const pdf = (await readFile(file)).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  // 100 mm are 283.46 points.
  expect(pdf).toMatch(/\/MediaBox \[0 0 28[234]/);
  await expect.poll(() => desktop.windows().length).toBe(1);
});

test('the native menu is derived from the commands and speaks to the page', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  await page.evaluate(() => {
    const world = globalThis as unknown as { chosen: string[] };
    world.chosen = [];
    window.collateDesktop!.onCommand((id) => world.chosen.push(id));
    window.collateDesktop!.setMenuState({
      enabled: ['palette.open', 'edit.undo'],
      undoLabel: 'Undo Link excerpts',
      redoLabel: null,
    });
  });
  const item = (id: string) =>
    desktop.evaluate(({ Menu }, wanted) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      return found ? { label: found.label, enabled: found.enabled } : null;
    }, id);
  await expect.poll(() => item('edit.undo')).toEqual({ label: 'Undo Link excerpts', enabled: true });
  expect(await item('edit.redo')).toEqual({ label: 'Redo', enabled: false });
  await desktop.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('palette.open')?.click();
  });
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { chosen: string[] }).chosen))
    .toEqual(['palette.open']);
});

test('a bundle named at the start waits for the page', async ({ launchHost }, info) => {
  const file = info.outputPath('first.collate');
  await writeFile(file, 'first');
  const desktop = await launchHost([file]);
  const page = await desktop.firstWindow();
  await listen(page);
  await expect.poll(() => handed(page)).toEqual(['first.collate: first']);
});

test('a second start hands its bundle over and ends', async ({ launchHost, userData, hostFolder }, info) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  await listen(page);
  const file = info.outputPath('second.collate');
  await writeFile(file, 'second');
  expect(await openAgain(userData, [file, '--flag', '/etc/passwd'], hostFolder)).toBe(0);
  await expect.poll(() => handed(page)).toEqual(['second.collate: second']);
  expect(desktop.windows()).toHaveLength(1);
});

test('a command is run without a window, beside a program that is open', async ({
  launchHost,
  userData,
  hostFolder,
}, info) => {
  const desktop = await launchHost();
  await desktop.firstWindow();
  const none = info.outputPath('none.collate');
  await writeFile(none, 'words');
  expect(await openAgain(userData, ['verify', none], hostFolder)).toBe(1);
  expect(await openAgain(userData, ['verify'], hostFolder)).toBe(2);
  expect(await openAgain(userData, ['help'], hostFolder)).toBe(0);
  expect(desktop.windows()).toHaveLength(1);
});

test('closing waits until the page has written what it held', async ({ launchHost, userData }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  await page.evaluate(() => {
    window.collateDesktop!.onBeforeQuit(async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await window.collateDesktop!.copy.putSettings({ json: '{"flushed":true}' });
    });
  });
  await desktop.close();
  expect(await readFile(path.join(userData, 'second-copy/settings.json'), 'utf8')).toBe('{"flushed":true}');
});

test('a page that never finishes cannot keep the program open', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  await page.evaluate(() => {
    window.collateDesktop!.onBeforeQuit(() => new Promise(() => undefined));
  });
  await desktop.close();
  expect(desktop.windows()).toHaveLength(0);
});

test('the window comes back where it was', async ({ launchHost, userData }) => {
  let desktop = await launchHost();
  await desktop.firstWindow();
  await desktop.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1100, height: 720 });
  });
  await desktop.close();
  expect((await stat(path.join(userData, 'window.json'))).isFile()).toBe(true);
  desktop = await launchHost();
  await desktop.firstWindow();
  const bounds = await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(bounds).toMatchObject({ width: 1100, height: 720 });
  await desktop.close();
  await writeFile(path.join(userData, 'window.json'), '{"x":"broken"');
  desktop = await launchHost();
  await desktop.firstWindow();
  expect(
    await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds()),
  ).toMatchObject({ width: 1280, height: 800 });
});
