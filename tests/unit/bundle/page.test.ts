// @vitest-environment jsdom
// The page in a bundle: runs nothing but its search, fetches nothing, shows every word and believes none.
import { describe, expect, it } from 'vitest';
import { allowedParts, pageParts } from '@shared/bundle/page';
import { pageScript } from '@shared/bundle/pageScript';
import { pageWords } from '@shared/bundle/pageWords';
import { PAGE_CSS } from '@shared/bundle/pageStyle';
import type { BundleContents } from '@shared/bundle';
import { bytesOf, idOf, sha256, smallCase } from '../../fixtures/bundles/make';

const bundleTools = { encode: bytesOf, sha256: async (bytes: Uint8Array) => sha256(bytes) };

const pageOf = async (contents: BundleContents): Promise<string> =>
  [...pageParts(contents, await allowedParts(bundleTools))].join('');

const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

describe('the page', () => {
  it('escapes what comes from the case, has one script of its own and no address to load from', async () => {
    const html = await pageOf(smallCase());
    const document = parsed(html);
    expect(document.querySelector('img, iframe, link, object, [style], [onclick]')).toBeNull();
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts.map((script) => script.textContent)).toEqual([pageScript(pageWords('en').script)]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/src=|@import|url\(/);
    expect(document.querySelector('h3')!.textContent).not.toBe('');
    expect(document.body.textContent).toContain('Harbour notes </title><script>alert(1)</script>');
    expect(document.body.textContent).toContain('followed <slowly>');
  });

  it('lets its own style and script through by hash', async () => {
    const html = await pageOf(smallCase());
    const document = parsed(html);
    expect(document.querySelector('style')!.textContent).toBe(PAGE_CSS);
    const policy = document.querySelector('meta[http-equiv]')!.getAttribute('content')!;
    const allowed = await allowedParts(bundleTools);
    expect(policy).toContain(`style-src '${allowed.style}'; script-src '${allowed.script}';`);
    expect(policy).toContain("default-src 'none'");
  });

  it('has one heading of the first level, levels without gaps, a language, and links that lead somewhere', async () => {
    const document = parsed(await pageOf(smallCase()));
    expect(document.documentElement.lang).toBe('en');
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => Number(one.tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (let i = 1; i < levels.length; i += 1) expect(levels[i]! - levels[i - 1]!).toBeLessThanOrEqual(1);
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll('a[href^="#"]'))
      expect(document.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull();
  });

  it('shows tables by their cells with excerpts marked across them, headings by level, and where pages begin', async () => {
    const small = smallCase();
    const text = 'Depth\n\nQuay\tMetres\nNorth\t12\n\nAs measured.';
    const textId = sha256(text);
    const [quay, north, said] = ['Quay', 'North', 'As'].map((words) => text.indexOf(words)) as [number, number, number];
    const { versions } = small.rows.documents![0]!;
    const quote = 'Metres\nNorth\t12';
    const start = text.indexOf(quote);
    const place = { textId, start, end: start + quote.length, quote, prefix: '', suffix: '' };
    const document = parsed(
      await pageOf({
        ...small,
        rows: {
          ...small.rows,
          documents: [{ ...small.rows.documents![0]!, versions: [{ ...versions[0]!, textId }] }],
          excerpts: [{ ...small.rows.excerpts![0]!, ...place }],
          layouts: [
            {
              ...small.rows.layouts![0]!,
              textId,
              blocks: [
                ['heading', 0, 5, 2],
                ['table-row', quay, quay + 11, 0],
                ['table-row', north, north + 8, 0],
                ['paragraph', said, text.length, 0],
              ],
              pages: [
                ['7', 0],
                ['8', said],
              ],
            },
          ],
        },
        texts: [{ id: textId, text }],
      }),
    );
    const shown = document.querySelector('.text')!;
    expect([...shown.querySelectorAll('td')].map((cell) => cell.textContent!.trim())).toEqual([
      'Quay',
      'Metres',
      'North',
      '121',
    ]);
    expect([...shown.querySelectorAll('td mark')].map((one) => one.textContent!.trim())).toEqual([
      'Metres',
      'North',
      '12',
    ]);
    expect(shown.querySelector('.heading.level-2')!.textContent).toBe('Depth');
    expect([...shown.querySelectorAll('.leaf')].map((one) => one.textContent)).toEqual(['p. 7', 'p. 8']);
    expect(document.querySelector('.excerpts .facts')!.textContent).toContain('p. 7');
  });

  it('marks each excerpt in its text, overlapping ones too, and shows none that is deleted', async () => {
    const document = parsed(await pageOf(smallCase()));
    const marked = [...document.querySelectorAll('mark')].map((one) => one.textContent);
    expect(marked).toEqual(['three tankers left ', 'the basin', '. A fourth & last one followed <slowly>']);
    expect(document.querySelector('mark.many')!.textContent).toBe('the basin');
    expect(document.getElementById(`e-${idOf(12)}`)).toBeNull();
    expect(document.getElementById(`e-${idOf(11)}`)!.textContent).toContain('updates excerpt 1: A later count.');
  });

  it('shows the strictest marking at its head and foot', async () => {
    const document = parsed(await pageOf(smallCase()));
    expect([...document.querySelectorAll('.edge')].map((one) => one.textContent)).toEqual(['TLP:AMBER', 'TLP:AMBER']);
  });

  it('shows tags in a ring once each', async () => {
    const contents = smallCase();
    const tag = contents.rows.tags![0]!;
    const tags = [
      { ...tag, parentId: idOf(5) },
      { ...tag, id: idOf(5), name: 'boats', parentId: tag.id },
    ];
    const document = parsed(await pageOf({ ...contents, rows: { ...contents.rows, tags } }));
    const names = [...document.querySelectorAll('section[aria-labelledby="tags"] b')].map((one) => one.textContent);
    expect(names).toHaveLength(2);
    expect(new Set(names)).toEqual(new Set(['boats', 'ships']));
  });

  it('of a large case has the quotes alone and says so', async () => {
    const contents = smallCase();
    const one = contents.rows.excerpts![0]!;
    const excerpts = Array.from({ length: 2_001 }, (_, i) => ({ ...one, id: idOf(10_000 + i) }));
    const html = await pageOf({ ...contents, rows: { ...contents.rows, excerpts } });
    expect(html).toContain('This is a large case (2001 excerpts');
    expect(html).not.toContain('<mark');
    expect(html.match(/<blockquote/g)).toHaveLength(2_001);
  });
});
