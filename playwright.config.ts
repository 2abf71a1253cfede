import { defineConfig } from '@playwright/test';

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Bounds for a machine under load; nothing is timed by them.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // Once more where a loaded machine got in the way; what needed it is listed as flaky at the end.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: !!process.env['CI'],
  reporter: [['list']],
  use: {
    // Recording every step doubles the time: TRACE=1 turns it on.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    launchOptions: { executablePath, args: chromiumArgs, chromiumSandbox: false },
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testMatch: /\.spec\.ts$/ },
    { name: 'desktop', testDir: 'tests/desktop', testMatch: /\.spec\.ts$/ },
  ],
});
