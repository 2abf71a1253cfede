import { describe, expect, it } from 'vitest';
import { citationHtml, citationText } from '@shared/model/citation';
import type { Cited } from '@shared/model/citation';

const CITED: Cited = {
  quote: 'Around 1,500 soldiers <b>left</b> & went',
  source: 'NIS',
  outlet: 'Yonhap',
  title: 'Troops "on the move"',
  published: '2024-10-25',
  place: '¶5',
  reliability: 'B',
  credibility: 2,
  marking: 'TLP:AMBER',
};

describe('a copied excerpt', () => {
  it('says its words, who says them where, the grade and the marking', () => {
    expect(citationText([CITED])).toBe(
      '“Around 1,500 soldiers <b>left</b> & went”\n' +
        '— NIS, via Yonhap, “Troops "on the move"”, 25 October 2024, ¶5 [B2] TLP:AMBER',
    );
  });

  it('leaves out what is not known', () => {
    const bare = {
      ...CITED,
      source: null,
      outlet: null,
      published: '',
      place: '',
      reliability: null,
      credibility: null,
    };
    expect(citationText([bare])).toContain('\n— “Troops "on the move"” TLP:AMBER');
  });

  it('carries no markup of the quote into HTML', () => {
    const html = citationHtml([CITED]);
    expect(html).not.toContain('<b>');
    expect(html).toContain('&#60;b&#62;left&#60;/b&#62; &#38; went');
    expect(html).toContain('<cite>Troops &#34;on the move&#34;</cite>');
    expect(html).toContain('[B2]');
    expect(html).not.toContain('style');
  });

  it('puts the strictest marking over several', () => {
    const html = citationHtml([CITED, { ...CITED, marking: 'TLP:RED' }]);
    expect(html.startsWith('<p><strong>TLP:RED</strong></p>')).toBe(true);
    expect(citationText([CITED, CITED]).split('\n\n')).toHaveLength(2);
  });
});
