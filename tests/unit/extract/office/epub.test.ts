import { describe, expect, it } from 'vitest';
import { extractEpub } from '@shared/extract/epub';
import { epub, lines, taken, zipOf } from './make';

describe('a book', () => {
  const pages = {
    'two.xhtml': '<h1>Second</h1><p>Then<a id="x"/> this.</p>',
    'nav.xhtml': '<nav><ol><li>First</li></ol></nav>',
    'part one.xhtml': '<h1>First</h1><p>This&nbsp;first.</p><script src="a.js"/><p>Still here.</p>',
    'unused.xhtml': '<p>not in the spine</p>',
  };
  const spine = ['nav.xhtml', 'part one.xhtml', 'two.xhtml'];

  it('is read page by page in the order of its spine, without its contents', async () => {
    expect(lines(taken(await extractEpub(epub(pages, spine))))).toEqual([
      'heading1: First',
      'paragraph: This\u00a0first.',
      'paragraph: Still here.',
      'heading1: Second',
      'paragraph: Then this.',
    ]);
  });

  it('says what it says of itself', async () => {
    const one = taken(await extractEpub(epub(pages, spine, '<dc:creator>Bo Sample</dc:creator>')));
    expect([one.title, one.language]).toEqual(['The Long Report', 'en']);
    expect(one.csl).toEqual({
      author: [{ literal: 'Ada Example' }, { literal: 'Bo Sample' }],
      issued: { 'date-parts': [[2024, 3, 5]] },
      publisher: 'Example House',
      language: 'en',
    });
  });

  it('is refused with its reason', async () => {
    const reasonOf = async (bytes: Uint8Array): Promise<string> => {
      const outcome = await extractEpub(bytes);
      return outcome.ok ? 'came in' : outcome.reason;
    };
    expect(await reasonOf(new Uint8Array())).toBe('empty');
    expect(await reasonOf(zipOf({ mimetype: 'application/epub+zip' }))).toBe('broken');
    expect(await reasonOf(epub({ 'a.xhtml': '<p/>' }, ['a.xhtml']))).toBe('empty');
    expect(await reasonOf(epub({ 'a.xhtml': `<p>${' '.repeat(4 * 1024 * 1024)}x</p>` }, ['a.xhtml']))).toBe(
      'over-bound',
    );
  });
});
