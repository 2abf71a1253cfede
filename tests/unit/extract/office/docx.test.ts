import { describe, expect, it } from 'vitest';
import { extractDocx } from '@shared/extract/docx';
import { cell, docx, lines, p, row, run, table, taken } from './make';

const read = async (...args: Parameters<typeof docx>): Promise<string[]> =>
  lines(taken(await extractDocx(docx(...args))));

const style = (id: string, name: string, inside = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const level = (ilvl: number, format: string, pattern: string, inside = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${inside}</w:lvl>`;
const inList = (numId: number, ilvl: number): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;

describe('a Word document', () => {
  it('has its title, headings and captions by style, in any language and through inheritance', async () => {
    const styles = [
      style('T', 'Title'),
      style('1', 'heading 1'),
      style('Own', 'Chapter of ours', '<w:basedOn w:val="1"/>'),
      style('Ru', 'Заголовок 3'),
      style('Out', 'Outlined', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      style('C', 'caption'),
    ].join('');
    const body = ['T', '1', 'Own', 'Ru', 'Out', 'C', 'none'].map((id) => p(`In ${id}`, styled(id))).join('');
    expect(await read(body, { styles })).toEqual([
      'title: In T',
      'heading1: In 1',
      'heading1: In Own',
      'heading3: In Ru',
      'heading2: In Out',
      'caption: In C',
      'paragraph: In none',
    ]);
  });

  it('shows the numbers that Word counts', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
    const item = (words: string, numId: number, ilvl = 0): string => p(words, inList(numId, ilvl));
    const body =
      item('one', 1) +
      item('two', 1) +
      item('below', 1, 1) +
      item('deep', 1, 2) +
      item('three', 1) +
      item('again', 1, 1) +
      item('dot', 2) +
      item('seven', 3) +
      item('none', 9) +
      p('off', '<w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await read(body, { numbering })).toEqual([
      'list-item1: 1. one',
      'list-item1: 2. two',
      'list-item2: a) below',
      'list-item3: 2.1.1 deep',
      'list-item1: 3. three',
      'list-item2: a) again',
      'list-item1: • dot',
      'list-item1: 7. seven',
      'paragraph: none',
      'paragraph: off',
    ]);
  });

  it('numbers headings whose style is numbered', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1', '<w:pStyle w:val="H1"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>')}</w:abstractNum>` +
      '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>';
    const numbered = '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>';
    const styles = style('H1', 'heading 1', numbered) + style('H2', 'heading 2', numbered);
    const body =
      p('First', styled('H1')) + p('Part', styled('H2')) + p('Second', styled('H1')) + p('Part', styled('H2'));
    expect(await read(body, { numbering, styles })).toEqual([
      'heading1: I First',
      'heading2: I.1 Part',
      'heading1: II Second',
      'heading2: II.1 Part',
    ]);
  });

  it('reads as it would with every tracked change taken', async () => {
    const body =
      p(`${run('kept ')}<w:del>${run('gone ').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${run('put in')}</w:ins>`) +
      p(`<w:moveFrom>${run('was here')}</w:moveFrom>`) +
      p(run('runs'), '<w:rPr><w:del w:id="1"/></w:rPr>') +
      p(run(' on')) +
      p(`<w:moveTo>${run('is here')}</w:moveTo>`) +
      table(`<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell('x')}${cell('y')}</w:tr>`, row(cell('a'), cell('b')));
    expect(await read(body)).toEqual([
      'paragraph: kept put in',
      'paragraph: runs on',
      'paragraph: is here',
      'table-row: a\tb',
    ]);
  });

  it('leaves out comments, hidden text and the codes of fields, and keeps their results', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (words: string): string => `<w:r><w:instrText>${words}</w:instrText></w:r>`;
    const body =
      p(
        `${run('See ')}${field('begin')}${code(' REF x ')}${field('separate')}${run('page 4')}${field('end')}<w:r><w:commentReference w:id="1"/></w:r>`,
      ) +
      p(`${run('shown')}${run(' hidden', '<w:vanish/>')}${run(' shown too', '<w:vanish w:val="0"/>')}`) +
      p(run('secret'), styled('Hid')) +
      // A field that never ends takes nothing with it.
      p(`${field('begin')}${code('IF')}`) +
      p('still here');
    const styles = style('Hid', 'Hidden', '<w:rPr><w:vanish/></w:rPr>');
    expect(await read(body, { styles })).toEqual([
      'paragraph: See page 4',
      'paragraph: shown shown too',
      'paragraph: still here',
    ]);
  });

  it('puts notes behind the text, with their marks in it', async () => {
    const note = (kind: string, id: number, words: string, type = ''): string =>
      `<w:${kind} w:id="${id}"${type}>${p(`<w:r><w:${kind}Ref/></w:r>${run(` ${words}`)}`)}</w:${kind}>`;
    const refer = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body =
      p(`${run('One')}${refer('footnote', 2)}${run(' and two')}${refer('footnote', 3)}${refer('endnote', 1)}`) +
      p(run('nothing') + refer('footnote', 99));
    expect(
      await read(body, {
        footnotes:
          note('footnote', 0, 'line', ' w:type="separator"') +
          note('footnote', 3, 'later') +
          note('footnote', 2, 'sooner'),
        endnotes: note('endnote', 1, 'at the end'),
      }),
    ).toEqual([
      'paragraph: One[1] and two[2][i]',
      'paragraph: nothing',
      'footnote: [1] sooner',
      'footnote: [2] later',
      'footnote: [i] at the end',
    ]);
  });

  it('keeps tables row by row, and takes a table of one column for a frame', async () => {
    const body =
      table(
        row(cell('Year'), cell('Range', '<w:gridSpan w:val="2"/>')),
        row(cell('2024'), cell('1'), cell('2')),
        row(cell(p('top') + p('bottom')), cell(table(row(cell('in'), cell('side')))), cell('')),
      ) + table(row(cell('framed')), row(cell(p('twice') + p('over'))));
    expect(await read(body)).toEqual([
      'table-row: Year\tRange',
      'table-row: 2024\t1\t2',
      'table-row: top bottom\tin side',
      'paragraph: framed',
      'paragraph: twice',
      'paragraph: over',
    ]);
  });

  it('reads figures typed under one another as rows', async () => {
    const column = (...words: string[]): string => cell(words.map((one) => p(one)).join(''));
    const body = table(row(cell('Item'), cell('2024')), row(column('Oil', 'Gas', 'Coal'), column('1', '2', '3')));
    expect(await read(body)).toEqual([
      'table-row: Item\t2024',
      'table-row: Oil\t1',
      'table-row: Gas\t2',
      'table-row: Coal\t3',
    ]);
  });

  it('puts text boxes after their paragraph, once', async () => {
    const box = (words: string): string => `<w:txbxContent>${p(words)}</w:txbxContent>`;
    const drawing =
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('boxed')}</w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box('boxed')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await read(p(`${run('before ')}${drawing}${run('after')}`) + p('next'))).toEqual([
      'paragraph: before after',
      'paragraph: boxed',
      'paragraph: next',
    ]);
  });

  it('reads what is in content controls, ruby, formulas and special characters', async () => {
    const body =
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('controlled')}</w:sdtContent></w:sdt>` +
      p(`<w:r><w:ruby><w:rt>${run('とう')}</w:rt><w:rubyBase>${run('東')}</w:rubyBase></w:ruby></w:r>`) +
      p(
        '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
      ) +
      p(
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t><w:sym w:font="Symbol" w:char="F061"/></w:r>',
      );
    expect(await read(body)).toEqual([
      'paragraph: controlled',
      'paragraph: 東(とう)',
      'paragraph: (a+b)/2',
      'paragraph: a\tb\nc\u2011dα',
    ]);
  });

  it('never runs raised figures together with those before them', async () => {
    const up = '<w:vertAlign w:val="superscript"/>';
    expect(await read(p(run('10') + run('6', up) + run(' people, the 5') + run('th', up) + run(' of May')))).toEqual([
      'paragraph: 10⁶ people, the 5th of May',
    ]);
  });
});
