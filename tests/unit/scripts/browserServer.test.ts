import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import directives from '@resources/csp.json';
import { policyOf } from '@shared/csp';
import { startServer, whoAnswers } from '../../../scripts/browser-server.mjs';

let folder: string;
let server: Server;
let port: number;

const get = (target: string, { host = `127.0.0.1:${port}`, method = 'GET' } = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: target, method, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'collate-served-'));
  await mkdir(path.join(folder, 'renderer/assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, 'renderer/index.html'), '<h1>page</h1>');
  await writeFile(path.join(folder, 'renderer/assets/a.js'), '1');
  await writeFile(path.join(folder, 'renderer/assets/a.js.map'), '{}');
  server = (await startServer({ folder: path.join(folder, 'renderer'), port: 0 })) as Server;
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

describe('the browser host’s server', () => {
  it('serves the page under the policy of the desktop', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(200);
    expect(body).toBe('<h1>page</h1>');
    expect(headers['content-security-policy']).toBe(policyOf(directives));
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await get('/assets/a.js')).headers['content-type']).toContain('javascript');
  });

  it('listens on loopback only', () => {
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
  });

  it('serves nothing else', async () => {
    for (const target of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/..%5csecret.txt',
      '/assets/a.js.map',
      '/assets',
      '/assets/',
      '/%00',
      '/%',
      '//etc/passwd',
    ]) {
      const { status, body } = await get(target);
      expect([target, status]).toEqual([target, 404]);
      expect(body).not.toContain('secret');
    }
    expect((await get('/', { method: 'POST' })).status).toBe(405);
  });

  it('answers only to its own name', async () => {
    for (const host of ['attacker.example', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port}.attacker.example`]) {
      const { status, body } = await get('/', { host });
      expect(status).toBe(421);
      expect(body).not.toContain('page');
    }
  });

  it('says who it is, so that a second start finds it', async () => {
    expect(await whoAnswers(port)).toBe('ours');
    const stranger = createServer((_request, response) => response.end('{"program":"other"}')).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port: strange } = stranger.address() as AddressInfo;
    expect(await whoAnswers(strange)).toBe('other');
    stranger.close();
    await once(stranger, 'close');
    expect(await whoAnswers(strange)).toBe('nobody');
  });

  it('fails where the port is taken', async () => {
    await expect(startServer({ folder: path.join(folder, 'renderer'), port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
