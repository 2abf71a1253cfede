// The one way in: every format reaches its extractor, and no real file throws or is read as what it is not.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extract } from '@shared/extract/extract';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file becomes a text', () => {
  it.each([
    ['note.txt', utf8('Convoy\n\nNine trucks.'), 'plain/', 'Convoy', 'text/plain'],
    ['note.md', utf8('# Convoy\n\nNine *trucks*.'), 'markdown/', 'Convoy', 'text/markdown'],
    ['page.txt', utf8('<!doctype html><title>Convoy</title><p>Nine trucks.'), 'html/', 'Convoy', 'text/html'],
    ['note.rtf', utf8('{\\rtf1\\ansi Nine trucks.\\par}'), 'rtf/', 'Nine trucks.', 'application/rtf'],
    [
      'mail.eml',
      utf8('From: a@example.org\nTo: b@example.org\nSubject: Convoy\nMIME-Version: 1.0\n\nNine trucks.\n'),
      'mail/',
      'Convoy',
      'message/rfc822',
    ],
  ])('%s', async (name, bytes, extractor, title, mediaType) => {
    const read = await extract(name, bytes);
    expect(read).toMatchObject({ ok: true, value: { title, mediaType } });
    expect(read.ok && read.value.extractor).toMatch(new RegExp(`^${extractor}`));
    expect(read.ok && read.value.text).toContain('Nine trucks.');
  });

  it('in the encoding a person chose', async () => {
    const read = await extract('a.txt', Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2), {
      encoding: 'windows-1251',
    });
    expect(read).toMatchObject({ ok: true, value: { text: 'Привет' } });
  });

  it('or says why not', async () => {
    expect(await extract('a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))).toMatchObject({ ok: false });
    expect(await extract('a.docx', utf8('PK\u0003\u0004 and no more'))).toMatchObject({ ok: false, reason: 'broken' });
    expect(await extract('a.xlsx', zipSync({ 'xl/workbook.xml': utf8('<x/>') }))).toMatchObject({ ok: false });
    expect(await extract('a.txt', new Uint8Array())).toMatchObject({ ok: false, reason: 'empty' });
  });
});

const real = path.resolve(process.env['COLLATE_TESTDATA'] ?? '../shared/testdata');

/** Every file below a folder that is not a PDF, which has another reader. */
const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(real, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(path.join(real, name)).isFile() && !name.endsWith('.pdf'))
    .sort();

describe.skipIf(!existsSync(path.join(real, 'documents')))('real files', () => {
  it.each(
    existsSync(real)
      ? [...filesBelow('documents'), ...filesBelow('hostile/office'), ...filesBelow('hostile/email')]
      : [],
  )('%s', { timeout: 60_000 }, async (name) => {
    const read = await extract(path.basename(name), new Uint8Array(readFileSync(path.join(real, name))));
    if (!read.ok) return expect(read.reason).toBeTruthy();
    const { text, blocks, title, extractor } = read.value;
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/\r|^\ufeff/);
    expect(title).toBe(title.trim());
    expect(extractor.length).toBeLessThanOrEqual(60);
    for (const [, start, end] of blocks ?? []) expect(start < end && end <= text.length).toBe(true);
  });
});
