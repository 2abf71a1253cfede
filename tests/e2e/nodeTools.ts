/** The bundle's tools for tests themselves: their loader cannot read a file into code, as the build does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';
import { deflaterOf, zlibOf } from '@shared/bundle/zlib';
import { bundleTools } from '../../renderer/features/exchange/bundleTools';

const file = createRequire(import.meta.url).resolve('@zip.js/zip.js/dist/zip-module.wasm');

export const nodeTools: typeof bundleTools = {
  ...bundleTools,
  inflate: async (bytes, maxOutputLength) => new Uint8Array(inflateRawSync(bytes, { maxOutputLength })),
  startDeflater: async () => deflaterOf(await zlibOf(readFileSync(file))),
};
