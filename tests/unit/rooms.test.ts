// The direction of imports is a rule of the linter; this plants wrong ones, since a linter that reads nothing passes.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let house: string;

beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'collate-rooms-'));
  cpSync(path.join(root, '.oxlintrc.json'), path.join(house, '.oxlintrc.json'));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What the linter says of one file with one import. */
function complaint(file: string, from: string): string {
  const place = path.join(house, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, `import { thing } from '${from}';\nexport const again = thing;\n`);
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const said = spawnSync(process.execPath, [oxlint, '-c', '.oxlintrc.json', file], { cwd: house, encoding: 'utf8' });
  return said.stdout + said.stderr;
}

test.each([
  ['shared/model/one.ts', '../../renderer/store/two'],
  ['shared/model/two.ts', 'dexie'],
  ['electron/three.ts', '../renderer/app/route'],
  ['renderer/app/four.ts', 'dexie'],
  ['renderer/app/five.ts', 'electron'],
  ['renderer/app/six.ts', 'node:fs'],
  ['renderer/store/seven.ts', '../features/reader'],
  ['renderer/ui/eight.ts', '@shared/model/tag'],
  ['renderer/features/tags/nine.ts', '../reader/inner/deep'],
])('%s may not import %s', (file, from) => {
  expect(complaint(file, from)).toContain('no-restricted-imports');
});

test.each([
  ['renderer/store/ten.ts', 'dexie'],
  ['renderer/features/tags/eleven.ts', '@shared/model/tag'],
  ['renderer/features/tags/twelve.ts', '../reader'],
])('%s may import %s', (file, from) => {
  expect(complaint(file, from)).not.toContain('no-restricted-imports');
});
