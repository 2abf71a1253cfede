import { describe, expect, it } from 'vitest';
import { extractOdt } from '@shared/extract/odt';
import { lines, odt, taken, zipOf } from './make';

const read = async (...args: Parameters<typeof odt>): Promise<string[]> => lines(taken(await extractOdt(odt(...args))));
const p = (words: string, style = ''): string => `<text:p${style && ` text:style-name="${style}"`}>${words}</text:p>`;

describe('an OpenDocument text', () => {
  it('has its headings by level, and what styles say of paragraphs', async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>' +
      '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>' +
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const text =
      p('Big', 'P2') +
      '<text:h text:outline-level="3">Part</text:h>' +
      p('Headed', 'P1') +
      p('seen<text:span text:style-name="T1"> not seen</text:span>') +
      `<text:section text:display="none">${p('gone')}</text:section>` +
      p('<text:hidden-text text:is-hidden="true">gone</text:hidden-text>');
    expect(await read(text, styles)).toEqual(['title: Big', 'heading3: Part', 'heading2: Headed', 'paragraph: seen']);
  });

  it('collapses white space as the format does', async () => {
    const text = p('\n  one \n two<text:s text:c="3"/>three<text:tab/>four<text:line-break/>five');
    expect(await read(text)).toEqual(['paragraph: one two   three\tfour\nfive']);
  });

  it('never runs raised figures together with those before them', async () => {
    const styles =
      '<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
    expect(await read(p('10<text:span text:style-name="Up">-3</text:span> m'), styles)).toEqual(['paragraph: 10⁻³ m']);
  });

  it('numbers the items of lists', async () => {
    const styles =
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>' +
      '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>' +
      '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>';
    const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
    const text =
      `<text:list text:style-name="L1">${item(p('one') + `<text:list>${item(p('in'))}${item(p('two'))}</text:list>`)}${item(p('two') + p('more'))}</text:list>` +
      `<text:list text:style-name="L1" text:continue-numbering="true">${item(p('three'))}</text:list>` +
      `<text:list text:style-name="L1">${item(p('afresh'))}</text:list><text:list text:style-name="L2">${item(p('dot'))}</text:list>`;
    expect(await read(text, styles)).toEqual([
      'list-item1: 1. one',
      'list-item2: 1.a) in',
      'list-item2: 1.b) two',
      'list-item1: 2. two',
      'paragraph: more',
      'list-item1: 3. three',
      'list-item1: 1. afresh',
      'list-item1: • dot',
    ]);
  });

  it('keeps tables and notes, and leaves comments and deletions out', async () => {
    const cell = (words: string, more = ''): string => `<table:table-cell${more}>${p(words)}</table:table-cell>`;
    const note =
      '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>' +
      `${p('the note')}</text:note-body></text:note>`;
    const text =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('deleted')}</text:deletion></text:changed-region></text:tracked-changes>` +
      p(`words${note} on<office:annotation>${p('comment')}</office:annotation>`) +
      `<table:table><table:table-header-rows><table:table-row>${cell('a')}${cell('b')}</table:table-row></table:table-header-rows>` +
      `<table:table-row>${cell('c', ' table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table>` +
      p(`<draw:frame><draw:text-box>${p('boxed')}</draw:text-box></draw:frame>with a box`);
    expect(await read(text)).toEqual([
      'paragraph: words[1] on',
      'table-row: a\tb',
      'table-row: c',
      'paragraph: with a box',
      'paragraph: boxed',
      'footnote: [1] the note',
    ]);
  });

  it('says what the file says of itself', async () => {
    const meta =
      '<dc:title>Нотатки</dc:title><meta:initial-creator>Ann Example</meta:initial-creator><dc:creator>Bo</dc:creator>' +
      '<meta:creation-date>2022-11-30T09:00:00</meta:creation-date><dc:language>uk-UA</dc:language>';
    const one = taken(await extractOdt(odt(p('Слова'), '', meta)));
    expect([one.title, one.language]).toEqual(['Нотатки', 'uk-UA']);
    expect(one.csl).toMatchObject({ author: [{ literal: 'Ann Example' }], issued: { 'date-parts': [[2022, 11, 30]] } });
  });

  it('is refused with its reason', async () => {
    const reasonOf = async (bytes: Uint8Array): Promise<string> => {
      const outcome = await extractOdt(bytes);
      return outcome.ok ? 'came in' : outcome.reason;
    };
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(await reasonOf(zipOf({ 'META-INF/manifest.xml': manifest, 'content.xml': 'x' }))).toBe('locked');
    expect(await reasonOf(zipOf({ 'content.xml': '<x/>' }))).toBe('broken');
    expect(await reasonOf(odt(p(' ')))).toBe('empty');
    expect(await reasonOf(odt('<text:section>'.repeat(4_000) + '</text:section>'.repeat(4_000)))).toBe('over-bound');
    const long = taken(await extractOdt(odt(p('a<text:s text:c="999999999"/>b'))));
    expect(long.text.length).toBeLessThan(2_000);
  });
});
