import { readdirSync } from 'node:fs';
import { JpegImage } from 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs';
import { describe, expect, test } from 'vitest';
import { tiffPages } from '@shared/extract/tiff';
import type { DecodeJpeg, Pixels } from '@shared/extract/tiff';
import { tiffOf, WRITTEN, written } from './make';

/** As the browser does it. */
const decodeJpeg: DecodeJpeg = async (file) => {
  const image = new JpegImage();
  image.parse(file);
  const { width, height } = image;
  const rgb = image.getData({ width, height, forceRGB: true });
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i += 1) data.set([...rgb.subarray(3 * i, 3 * i + 3), 255], 4 * i);
  return { width, height, data };
};

const drawn = async (file: Uint8Array): Promise<Pixels> => (await tiffPages(file)[0]!.pixels(decodeJpeg))!;

/** The red of each dot, a row a string: what one sees in small pages of grey. */
const reds = ({ width, height, data }: Pixels): number[][] =>
  Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => data[(y * width + x) * 4]!));

const dot = ({ width, data }: Pixels, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

/** The mean difference of two pictures' samples. */
const difference = (a: Pixels, b: Pixels): number =>
  a.data.reduce((sum, sample, i) => sum + Math.abs(sample - b.data[i]!), 0) / a.data.length;

const names = readdirSync(WRITTEN).map((name) => name.replace('.tif', ''));

describe('what libtiff writes', () => {
  test('is a picture in red, black and blue', async () => {
    const picture = await drawn(written('rgb'));
    expect([picture.width, picture.height]).toEqual([100, 60]);
    expect([dot(picture, 0, 0), dot(picture, 20, 10), dot(picture, 51, 30), dot(picture, 70, 30)]).toEqual([
      [255, 255, 255],
      [200, 30, 40],
      [0, 0, 0],
      [20, 60, 200],
    ]);
  });

  test('is a page in black and white', async () => {
    const page = await drawn(written('bw'));
    expect([dot(page, 0, 0), dot(page, 51, 30)]).toEqual([
      [255, 255, 255],
      [0, 0, 0],
    ]);
  });

  test.each(names.filter((name) => name.startsWith('bw-')))('%s is the page, dot for dot', async (name) => {
    expect(await drawn(written(name))).toEqual(await drawn(written('bw')));
  });

  test.each(names.filter((name) => /^(?:rgb|inks)-(?!jpeg)/.test(name)))(
    '%s is the picture, dot for dot',
    async (name) => {
      expect(await drawn(written(name))).toEqual(await drawn(written('rgb')));
    },
  );

  test.each(['rgb-jpeg-strips', 'ycbcr-jpeg', 'palette-lzw'])('%s is nearly the picture', async (name) => {
    expect(difference(await drawn(written(name)), await drawn(written('rgb')))).toBeLessThan(3);
  });

  test.each(['grey-jpeg', 'grey16-lzw-differences'])('%s is the picture in grey', async (name) => {
    const page = await drawn(written(name));
    for (const [x, y, grey] of [
      [3, 55, 255],
      [20, 10, 82],
      [51, 30, 0],
      [70, 30, 64],
    ] as const)
      expect(Math.abs(dot(page, x, y)[0]! - grey), `${x}, ${y}`).toBeLessThan(8);
  });

  test('half of its colour is seen through to white paper', async () => {
    expect(dot(await drawn(written('rgba-lzw')), 51, 30)).toEqual([127, 127, 127]);
  });
});

/** A page of two rows of three dots, in grey. */
const GREY = { 256: 3, 257: 2, 258: 8, 259: 1, 262: 1, 278: 2 };
const DOTS = [1, 2, 3, 4, 5, 6];

describe('a page', () => {
  test.each([true, false])('says its size and its resolution (little-endian: %s)', (little) => {
    const pages = tiffPages(tiffOf([{ tags: { 256: 100, 257: 200 } }, { tags: { 256: 300, 257: 400 } }], { little }));
    expect(pages.map(({ width, height, dpi }) => [width, height, dpi])).toEqual([
      [100, 200, null],
      [300, 400, null],
    ]);
  });

  test('of a fax has dots that are higher than wide', () => {
    const [page] = tiffPages(tiffOf([{ tags: { 256: 1728, 257: 1000, 274: 6, 282: '204/1', 283: '102/1' } }]));
    expect([page!.width, page!.height, page!.dpi]).toEqual([2000, 1728, 204]);
  });

  test.each([
    [
      1,
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      2,
      [
        [3, 2, 1],
        [6, 5, 4],
      ],
    ],
    [
      3,
      [
        [6, 5, 4],
        [3, 2, 1],
      ],
    ],
    [
      4,
      [
        [4, 5, 6],
        [1, 2, 3],
      ],
    ],
    [
      5,
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    ],
    [
      6,
      [
        [4, 1],
        [5, 2],
        [6, 3],
      ],
    ],
    [
      7,
      [
        [6, 3],
        [5, 2],
        [4, 1],
      ],
    ],
    [
      8,
      [
        [3, 6],
        [2, 5],
        [1, 4],
      ],
    ],
  ])('is turned as it says (%i)', async (orientation, rows) => {
    const file = tiffOf([{ tags: { ...GREY, 274: orientation }, strips: [DOTS] }]);
    const page = await drawn(file);
    expect(reds(page)).toEqual(rows);
    expect([tiffPages(file)[0]!.width, tiffPages(file)[0]!.height]).toEqual([page.width, page.height]);
  });

  test('is put together from tiles, which reach over its edge', async () => {
    const tiles = [
      [1, 2, 4, 5],
      [3, 0, 6, 0],
    ];
    const file = tiffOf([{ tags: { ...GREY, 322: 2, 323: 2 }, strips: tiles }]);
    expect(reds(await drawn(file))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  test('may keep its reds, greens and blues apart', async () => {
    const file = tiffOf([
      { tags: { ...GREY, 262: 2, 277: 3, 284: 2 }, strips: [DOTS, DOTS.map((n) => n + 10), DOTS.map((n) => n + 20)] },
    ]);
    expect(dot(await drawn(file), 1, 1)).toEqual([5, 15, 25]);
  });

  test('may say white as zero, in four bits', async () => {
    const file = tiffOf([{ tags: { ...GREY, 258: 4, 262: 0 }, strips: [[0x0f, 0x10, 0xff, 0x00]] }]);
    expect(reds(await drawn(file))).toEqual([
      [255, 0, 238],
      [0, 0, 255],
    ]);
  });
});

describe('what cannot be drawn', () => {
  test.each([
    ['too many dots', { ...GREY, 256: 1_000_000, 257: 1_000_000 }],
    ['tiles far larger than the page', { ...GREY, 322: 60_000, 323: 60_000 }],
    ['a compression of its own', { ...GREY, 259: 6 }],
    ['numbers with a point', { ...GREY, 339: 3, 258: 32 }],
    ['colours of a kind of their own', { ...GREY, 262: 8, 277: 3 }],
    ['thousands of samples', { ...GREY, 277: 60_000 }],
    ['damaged codes', { ...GREY, 259: 8 }],
  ])('has %s', async (_, tags) => {
    expect(await tiffPages(tiffOf([{ tags, strips: [DOTS] }]))[0]!.pixels(decodeJpeg)).toBeNull();
  });

  test('a ring of pages ends, a page beyond the file ends the list, and what is none has none', () => {
    const page = { tags: { 256: 1, 257: 1 } };
    expect(tiffPages(tiffOf([page, page], { last: 16 }))).toHaveLength(2);
    expect(tiffPages(tiffOf([page], { last: 9_999_999 }))).toHaveLength(1);
    expect(tiffPages(new Uint8Array(40))).toEqual([]);
    expect(tiffPages(tiffOf([page]).subarray(0, 30))).toEqual([]);
    expect(tiffPages(tiffOf([{ tags: { 256: 0, 257: 5 } }]))).toEqual([]);
  });

  test('changed bytes come to an end, as pages or as none', async () => {
    const noJpeg: DecodeJpeg = () => Promise.reject(new Error('No JPEG'));
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 48_271) % 0x7fffffff) % below;
    let [drawn, refused] = [0, 0];
    for (const name of names) {
      for (let round = 0; round < 60; round += 1) {
        const file = written(name);
        for (let changes = 1 + next(6); changes > 0; changes -= 1) file[next(file.length)] = next(256);
        const page = tiffPages(file).find(({ width, height }) => width * height < 4_000_000);
        if (await page?.pixels(noJpeg)) drawn += 1;
        else refused += 1;
      }
    }
    expect(drawn).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });
});
