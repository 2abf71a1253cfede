/** The locks of the desktop host: what a page, even a bad one, cannot do. */
import { expect, test } from './fixture';

test('the page sees one frozen object and nothing of Node', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const seen = await page.evaluate(() => {
    const bridge = window.collateDesktop!;
    const world = globalThis as unknown as Record<string, unknown>;
    return {
      frozen: [bridge, bridge.copy, bridge.folders].every(Object.isFrozen),
      keys: Object.keys(bridge).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in world),
      version: bridge.version,
      secure: isSecureContext,
    };
  });
  expect(seen.frozen).toBe(true);
  expect(seen.node).toEqual([]);
  expect(seen.secure).toBe(true);
  expect(seen.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(seen.keys).toEqual(
    [
      'appendStage',
      'beginStage',
      'copy',
      'folders',
      'onBeforeQuit',
      'onCommand',
      'onOpenFile',
      'openCopy',
      'openFiles',
      'openFolder',
      'os',
      'printToPdf',
      'readFile',
      'readFilePart',
      'saveFile',
      'setMenuState',
      'unwrapSecret',
      'version',
      'wrapSecret',
    ].toSorted(),
  );
});

test('the policy stops inline scripts, eval, and every way out', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const outcome = await page.evaluate(async () => {
    const world = globalThis as unknown as Record<string, unknown>;
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.body.append(script);
    const image = new Image();
    const loaded = new Promise((resolve) => {
      image.addEventListener('load', () => resolve('loaded'));
      image.addEventListener('error', () => resolve('blocked'));
    });
    image.src = 'https://example.org/x.png';
    const reached = (address: string): Promise<string> =>
      fetch(address).then(
        () => 'reached',
        () => 'blocked',
      );
    return {
      inline: world['inlineRan'] ?? false,
      image: await loaded,
      https: await reached('https://example.org/'),
      loopback: await reached('http://127.0.0.1:47615/'),
      socket: await new Promise((resolve) => {
        try {
          const socket = new WebSocket('wss://example.org/');
          socket.addEventListener('error', () => resolve('blocked'));
          socket.addEventListener('open', () => resolve('reached'));
        } catch {
          resolve('blocked');
        }
      }),
    };
  });
  expect(outcome).toEqual({
    inline: false,
    image: 'blocked',
    https: 'blocked',
    loopback: 'blocked',
    socket: 'blocked',
  });
  const evaluated = await page.evaluate(() => {
    const element = document.createElement('button');
    element.setAttribute('onclick', 'globalThis.handlerRan = true');
    element.click();
    return (globalThis as unknown as Record<string, unknown>)['handlerRan'] ?? false;
  });
  expect(evaluated).toBe(false);
});

test('only the built page is served, whatever the path says', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const statuses = await page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/main/main.js',
      '/..%5cmain%5cmain.js',
      '/index.html%00.js',
      '/assets/',
      '/print/none',
      '/missing.js',
    ];
    const answers: Record<string, number> = {};
    for (const path of paths) answers[path] = await fetch(path).then((response) => response.status);
    return answers;
  });
  const { '/index.html': own, ...others } = statuses;
  expect(own).toBe(200);
  expect(new Set(Object.values(others))).toEqual(new Set([404]));
});

test('the window stays where it is and opens no other', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const before = page.url();
  const opened = await page.evaluate(() => {
    location.href = 'https://example.org/elsewhere';
    return [window.open('https://example.org/'), window.open('file:///etc/passwd'), window.open('about:blank')];
  });
  expect(opened).toEqual([null, null, null]);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/link';
    link.textContent = 'away';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  expect(page.url()).toBe(before);
  expect(desktop.windows()).toHaveLength(1);
});

test('two permissions are given, all others denied', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const given = await page.evaluate(async () => ({
    persist: await navigator.storage.persist(),
    notifications: await Notification.requestPermission(),
    camera: (await navigator.permissions.query({ name: 'camera' })).state,
    place: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }));
  expect(given).toEqual({ persist: true, notifications: 'denied', camera: 'denied', place: 'denied' });
});
