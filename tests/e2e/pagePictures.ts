/** Pictures and scans of pages for the tests of recognition: words of our own, drawn by the browser itself. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

const FONTS = path.resolve(import.meta.dirname, '../../node_modules/@fontsource/noto-sans-kr');
/** Answered from the disk: a page of the disk itself may not load fonts. */
const SITE = 'http://pages.invalid/';

export const ENGLISH = [
  'Inspection of the northern depot',
  'On Tuesday the team walked along the fence of the northern depot and counted nine lorries with covered beds. Two of them carried plates that had been seen at the harbour in March.',
  'The guard said that deliveries come at night, about twice a week, and that nobody signs for them. He would not say who sends the lorries, nor where the crates go from here.',
  'A second visit is planned for 14 June 2026. Until then the figures in this report are to be treated as estimates, not as counts.',
];

export const UKRAINIAN = [
  'Огляд північного складу',
  'У вівторок група пройшла вздовж паркана північного складу й нарахувала дев’ять вантажівок із накритими кузовами. Дві з них мали номери, які вже бачили в порту в березні.',
  'Охоронець сказав, що вантажі привозять уночі, приблизно двічі на тиждень, і що ніхто за них не розписується. Хто надсилає вантажівки, він не повідомив.',
  'Наступний огляд заплановано на 14 червня 2026 року. До того часу цифри в цьому звіті слід вважати оцінками.',
];

export const KOREAN = [
  '북쪽 창고 점검 보고',
  '화요일에 조사단은 북쪽 창고의 울타리를 따라 걸으며 덮개를 씌운 화물차 아홉 대를 확인했다. 그중 두 대의 번호판은 지난 삼월 항구에서 이미 목격된 것이다.',
  '경비원은 물건이 일주일에 두 번쯤 밤에 도착하며 아무도 서명하지 않는다고 말했다. 누가 화물차를 보내는지는 말하지 않았다.',
  '두 번째 점검은 2026년 6월 14일로 예정되어 있다. 그때까지 이 보고서의 수치는 추정치로 보아야 한다.',
];

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** As a page looks that was copied and scanned: a little askew, grey, blurred and full of grain. */
const WORN = `body { transform: rotate(0.7deg); filter: blur(0.5px); color: #444; background: #e8e5de; }
  html { background: #e8e5de; } html::after { content: ''; position: fixed; inset: 0; opacity: 0.35;
    background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='400' height='400'%3E%3Cfilter id='n'%3E%3CfeTurbulence type='fractalNoise' baseFrequency='0.9' numOctaves='3' seed='7'/%3E%3CfeColorMatrix type='saturate' values='0'/%3E%3C/filter%3E%3Crect width='100%25' height='100%25' filter='url(%23n)'/%3E%3C/svg%3E"); }`;

const pageOf = (
  [title, ...paragraphs]: readonly string[],
  state: 'clean' | 'worn',
): string => `<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="400.css">
<style>
  body { margin: 0; padding: 90px 100px; width: 594px; background: #fff; color: #111;
    font: 18px/1.6 'Noto Sans KR', 'DejaVu Serif', serif; }
  h1 { font-size: 30px; font-weight: 400; }
  ${state === 'worn' ? WORN : ''}
</style>
<h1>${escaped(title!)}</h1>${paragraphs.map((words) => `<p>${escaped(words)}</p>`).join('')}`;

/** A picture of a page with these paragraphs, the first of them its heading, at about 225 dots to an inch. */
export async function pictureOf(
  browser: Browser,
  paragraphs: readonly string[],
  folder: string,
  state: 'clean' | 'worn' = 'clean',
  type: 'png' | 'jpeg' = 'png',
): Promise<Buffer> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'page.html'), pageOf(paragraphs, state));
  const context = await browser.newContext({ viewport: { width: 794, height: 1123 }, deviceScaleFactor: 2.34 });
  try {
    const page = await context.newPage();
    await page.route(`${SITE}**`, (route) => {
      const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(1));
      return route.fulfill({ path: path.join(name === 'page.html' ? folder : FONTS, name) });
    });
    await page.goto(`${SITE}page.html`);
    // Each range of letters is a file of its own, fetched when letters of it are asked for.
    await page.evaluate(async (words) => {
      await document.fonts.load("18px 'Noto Sans KR'", words);
      await document.fonts.ready;
    }, paragraphs.join(' '));
    return await page.screenshot({ type });
  } finally {
    await context.close();
  }
}

/** A PDF whose pages are pictures; a page of words has a text of its own. */
export async function scanOf(browser: Browser, pages: readonly (Buffer | string)[], folder: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true });
  const parts: string[] = [];
  for (const [index, page] of pages.entries()) {
    if (typeof page === 'string') {
      parts.push(`<section style="padding: 90px 100px; font: 16px serif"><p>${escaped(page)}</p></section>`);
      continue;
    }
    await writeFile(path.join(folder, `${index}.png`), page);
    parts.push(`<section><img src="${index}.png"></section>`);
  }
  const file = path.join(folder, 'scan.html');
  const style = 'body{margin:0} section{width:794px;height:1120px;overflow:hidden;break-after:page} img{width:794px}';
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><style>@page{margin:0} ${style}</style>${parts.join('')}`,
  );
  const context = await browser.newContext();
  try {
    const sheet = await context.newPage();
    await sheet.goto(pathToFileURL(file).href);
    return await sheet.pdf({ width: '794px', height: '1123px', printBackground: true });
  } finally {
    await context.close();
  }
}

export interface PageOfTiff {
  readonly picture: Buffer;
  /** As numbers of the format: Deflate, or JPEG. */
  readonly compression: 8 | 7;
}

/** Pictures as the pages of one TIFF file, each in one strip (TIFF 6.0): grey, or in colour as JPEG. */
export async function tiffOf(browser: Browser, pages: readonly PageOfTiff[]): Promise<Buffer> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
    let pointer = { part: parts[0]!, at: 4 };
    let length = 8;
    for (const { picture, compression } of pages) {
      const isJpeg = compression === 7;
      const { width, height, grey, jpeg } = await page.evaluate(async (base64) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const drawing = canvas.getContext('2d')!;
        drawing.drawImage(bitmap, 0, 0);
        const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
        let letters = '';
        for (let at = 0; at < data.length; at += 4) letters += String.fromCharCode(data[at]!);
        const file = await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer();
        const jpegLetters = Array.from(new Uint8Array(file), (byte) => String.fromCharCode(byte)).join('');
        return { width: bitmap.width, height: bitmap.height, grey: btoa(letters), jpeg: btoa(jpegLetters) };
      }, picture.toString('base64'));
      const dots = isJpeg ? Buffer.from(jpeg, 'base64') : deflateSync(Buffer.from(grey, 'base64'));
      const entries: [number, number, number][] = [
        [256, 4, width],
        [257, 4, height],
        [258, 3, 8],
        [259, 3, compression],
        [262, 3, isJpeg ? 6 : 1],
        [273, 4, length],
        [277, 3, isJpeg ? 3 : 1],
        [278, 4, height],
        [279, 4, dots.length],
      ];
      const directory = Buffer.alloc(2 + entries.length * 12 + 4);
      directory.writeUInt16LE(entries.length, 0);
      for (const [i, [tag, type, value]] of entries.entries()) {
        const at = 2 + i * 12;
        directory.writeUInt16LE(tag, at);
        directory.writeUInt16LE(type, at + 2);
        directory.writeUInt32LE(1, at + 4);
        directory.writeUInt32LE(value, at + 8);
      }
      const padded = Buffer.concat([dots, Buffer.alloc(dots.length % 2)]);
      pointer.part.writeUInt32LE(length + padded.length, pointer.at);
      pointer = { part: directory, at: directory.length - 4 };
      parts.push(padded, directory);
      length += padded.length + directory.length;
    }
    return Buffer.concat(parts);
  } finally {
    await context.close();
  }
}

/** Letters to insert, drop or replace to make one text of the other, in shares of the known one; white space counts once. */
export function errorRate(read: string, known: string): number {
  const plain = (text: string): string[] => Array.from(text.normalize('NFKC').replace(/\s+/g, ' ').trim());
  const [from, to] = [plain(read), plain(known)];
  let row = to.map((_, i) => i).concat(to.length);
  for (const [i, letter] of from.entries()) {
    const next = [i + 1];
    for (const [j, other] of to.entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[to.length]! / to.length;
}
