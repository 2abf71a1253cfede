// @vitest-environment jsdom
// The page in other languages: every word of its own is in the language, every word of the case as it was.
import { describe, expect, it } from 'vitest';
import { allowedParts, pageParts } from '@shared/bundle/page';
import { PAGE_LANGUAGES, pageWords } from '@shared/bundle/pageWords';
import type { PageLanguage } from '@shared/bundle/pageWords';
import { bytesOf, sha256, smallCase } from '../../fixtures/bundles/make';

const tools = { encode: bytesOf, sha256: async (bytes: Uint8Array) => sha256(bytes) };

const pageIn = async (language?: PageLanguage): Promise<string> =>
  [...pageParts(smallCase(), await allowedParts(tools, language), language)].join('');

const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const OTHERS = PAGE_LANGUAGES.filter((language) => language !== 'en');

describe('the page in another language', () => {
  it.each(OTHERS)('says its language and names its parts in it: %s', async (language) => {
    const page = parsed(await pageIn(language));
    const words = pageWords(language);
    expect(page.documentElement.lang).toBe(language);
    expect(page.querySelector('nav')!.getAttribute('aria-label')).toBe(words.contents);
    const headings = [...page.querySelectorAll('h2')].map((one) => one.textContent);
    expect(headings).toContain(words.parts.documents);
    expect(headings).toContain(words.parts.sources);
    expect(page.querySelector('.about')!.textContent).toContain(words.about);
  });

  it.each(OTHERS)('has no English word of its own left: %s', async (language) => {
    const english = parsed(await pageIn('en'));
    const other = parsed(await pageIn(language));
    const own = (page: Document): string =>
      [...page.querySelectorAll('h2, h4, nav, dt, .places, .about, .back, .number')]
        .map((one) => `${one.textContent} ${one.getAttribute('aria-label') ?? ''}`)
        .join('\n');
    const left = own(other).match(
      /\b(?:the|of|Excerpts?|Documents|Marking|References|Cited|Back|Tags|Author|Issued)\b/g,
    );
    expect(own(english)).toMatch(/Excerpt/);
    expect(left).toBeNull();
  });

  it.each(OTHERS)('leaves the words of the case alone, and its ids: %s', async (language) => {
    const english = parsed(await pageIn('en'));
    const other = parsed(await pageIn(language));
    const of = (page: Document, what: string): (string | null)[] =>
      [...page.querySelectorAll(what)].map((one) => one.textContent);
    for (const what of ['h1', 'h3', 'blockquote', 'mark', '.note', '.said'])
      expect(of(other, what)).toEqual(of(english, what));
    const ids = (page: Document): string[] => [...page.querySelectorAll('[id]')].map((one) => one.id);
    expect(ids(other)).toEqual(ids(english));
  });

  it.each(PAGE_LANGUAGES)(
    'lets the script of its language through by hash, and nothing breaks out of it: %s',
    async (language) => {
      const html = await pageIn(language);
      const page = parsed(html);
      const script = page.querySelector('script')!.textContent;
      const policy = page.querySelector('meta[http-equiv]')!.getAttribute('content')!;
      const hash = btoa(
        String.fromCharCode(...(sha256(script).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))),
      );
      expect(policy).toContain(`script-src 'sha256-${hash}'`);
      for (const word of Object.values(pageWords(language).script)) expect(word).not.toMatch(/['"\\\n<]/);
    },
  );

  it('counts as Ukrainian counts', () => {
    const { counts } = pageWords('uk');
    expect([1, 2, 5, 11, 12, 21, 22, 112].map((n) => counts.documents(n))).toEqual([
      '1 документ',
      '2 документи',
      '5 документів',
      '11 документів',
      '12 документів',
      '21 документ',
      '22 документи',
      '112 документів',
    ]);
  });

  it('gives the same bytes each time, and those of English where no language is asked for', async () => {
    expect(await pageIn('uk')).toBe(await pageIn('uk'));
    expect(await pageIn()).toBe(await pageIn('en'));
  });
});
