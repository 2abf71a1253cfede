// What comes from a case is text, whatever it looks like, and an analyst's own style is used or refused, never half of it.
import { describe, expect, it } from 'vitest';
import { readStyle } from '@shared/briefing/styles/readStyle';
import { runsText } from '@shared/briefing/styles/runs';
import { STYLES } from '@shared/briefing/styles/styleList';
import type { CslItem } from '@shared/model/csl';
import { inStyle, listWords, ourStyle, para, styleOf, styleText, whole, words } from './styleFiles';

const hostile = (title: string, more: Partial<CslItem> = {}) =>
  new Map<string, CslItem>([['H', { type: 'report', title, ...more }]]);

describe('words from a case', () => {
  it.each(STYLES.map(({ id }) => id))('stay words in %s', (id) => {
    const of = hostile('<script>alert(1)</script> <i>slanted</i> <b>bold</b> %%STRING%% $& &lt;b&gt; \u202Eback', {
      author: [{ literal: '<img src=x onerror=alert(1)>' }],
      URL: 'javascript:alert(1)',
    });
    const { list, labels } = inStyle(ourStyle(id), [[whole('H')]], 'en-GB', of);
    const said = runsText(list[0]!.runs).toLowerCase();
    expect(said).toContain('<script>alert(1)</script> <i>slanted</i> <b>bold</b> %%string%% $& &lt;b&gt;');
    expect([...list[0]!.runs, ...labels[0]!].filter((run) => run.bold)).toEqual([]);
  });

  it('cannot bring signs of looks in', () => {
    const of = hostile('plain \uFDD2bold\uFDDF \uFDDF\uFDDF\uFDE0i\uFDE1');
    const [entry] = inStyle(ourStyle('icd-206'), [[whole('H')]], 'en-GB', of).list;
    expect(runsText(entry!.runs)).toBe('plain bold i. n.d.');
    expect(entry!.runs.map((run) => run.bold)).toEqual([undefined, undefined]);
  });

  it('may be of any length and of any script', () => {
    const of = hostile(`${'항만 '.repeat(300)}\u0000`, { author: [{ family: '' }, {}, { literal: 'אבג' }] });
    expect(listWords(inStyle(ourStyle('apa'), [[whole('H')]], 'en-GB', of))[0]).toContain('항만 항만');
  });

  it('may be a locator of any kind', () => {
    expect(words(inStyle(ourStyle('apa'), [[para('BARE', '<b>5</b>')]]).labels)).toEqual([
      '(Notes of a Talk, n.d., para. <b>5</b>)',
    ]);
  });
});

const style = (inside: string, root = 'class="in-text"'): string =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${root}><info><title>Own</title><id>own</id></info>${inside}</style>`;
const LAYOUT = '<citation><layout><text variable="title"/></layout></citation>';

describe('an own style', () => {
  it('is read with its name and kind', () => {
    const own = styleOf(style(LAYOUT));
    expect(own).toMatchObject({ id: 'own', name: 'Own', kind: 'author-date' });
    expect(words(inStyle(own, [[whole('BARE')]]).labels)).toEqual(['Notes of a talk']);
    expect(inStyle(own, [[whole('BARE')]]).list).toEqual([]);
    expect(styleOf(style(LAYOUT, 'class="note"')).kind).toBe('note');
    expect(styleOf(style(LAYOUT.replace('title', 'citation-number'))).kind).toBe('numeric');
  });

  it('may be tried without a document', () => {
    expect(inStyle(ourStyle('apa'), [])).toEqual({ labels: [], list: [] });
  });

  it('may use every look', () => {
    const own = styleOf(
      style(`<citation><layout>
        <text value="a" font-style="italic"/><text value="b" font-weight="bold"/>
        <text value="c" font-variant="small-caps"/><text value="d" vertical-align="sup"/>
        <text value="e" text-decoration="underline"/><text variable="title" quotes="true"/>
      </layout></citation>`),
    );
    expect(inStyle(own, [[whole('BARE')]], 'en-US').labels[0]).toEqual([
      { text: 'a', italic: true },
      { text: 'b', bold: true },
      { text: 'c', smallCaps: true },
      { text: 'd', raised: 'sup' },
      { text: 'e', underline: true },
      { text: '“Notes of a talk”' },
    ]);
  });

  it.each([
    ['style-not-xml', 'not XML'],
    ['style-not-xml', styleText('apa').slice(0, 900)],
    ['style-not-xml', style(LAYOUT).replace('Own', '&bomb;')],
    ['style-not-xml', style('<group>'.repeat(200) + '</group>'.repeat(200))],
    ['style-not-csl', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['style-not-csl', '<style/>'],
    ['style-broken', style('')],
    ['style-broken', style(LAYOUT.replace('variable="title"', 'macro="nowhere"'))],
    [
      'style-broken',
      style(`${LAYOUT.replace('variable="title"', 'macro="m"')}<macro name="m"><text macro="m"/></macro>`),
    ],
    ['style-too-large', style(LAYOUT) + ' '.repeat(1_000_001)],
  ])('is refused: %s', (reason, xml) => {
    expect(readStyle(xml)).toMatchObject({ ok: false, reason });
  });

  it('is refused where its macros multiply without end', () => {
    const macros = Array.from(
      { length: 12 },
      (_, i) => `<macro name="m${i}">${`<text macro="m${i + 1}"/>`.repeat(10)}</macro>`,
    );
    const xml = style(
      `${macros.join('')}<macro name="m12"><text value="x"/></macro>${LAYOUT.replace('variable="title"', 'macro="m0"')}`,
    );
    expect(readStyle(xml)).toMatchObject({ ok: false, reason: 'style-broken' });
  });

  it('is refused where it only points at another style', () => {
    const xml = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>T</title><id>t</id>
      <link href="http://example.org/parent" rel="independent-parent"/></info></style>`;
    expect(readStyle(xml)).toEqual({ ok: false, reason: 'style-dependent', detail: 'http://example.org/parent' });
  });
});
