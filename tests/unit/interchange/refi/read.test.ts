// Projects as programs in use write them: their deviations, their ways of counting, and what is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFI_REFUSALS, refiRefusalSentence } from '@shared/interchange/refi';
import { actorOf, timeOf } from '@shared/merge/clock';
import { bytesOf, forgeZip } from '../../../fixtures/bundles/make';
import { testFile } from '../../text/realDocument';
import { guid, lost, projectXml, qdpx, read, refusalOf } from './make';

const codes = `<CodeBook><Codes>
  <Code guid="{${guid('things').toUpperCase()}}" name="Things" isCodable="false" color="#3c3">
    <Description>All things</Description>
    <Code guid="${guid('ship')}" name=" ship " isCodable="true" color="#0000ff"/>
  </Code>
  <Code guid="${guid('fuel')}" name="fuel" isCodable="1"/>
</Codes></CodeBook>`;

interface Selected {
  readonly key: string;
  readonly at: readonly [number, number];
  readonly name?: string;
  readonly inside?: string;
}
const coding = (key: string, code: string): string =>
  `<Coding guid="${guid(key)}"><CodeRef targetGUID="${guid(code).toUpperCase()}"/></Coding>`;
const selection = ({ key, at, name = '', inside = '' }: Selected): string =>
  `<PlainTextSelection guid="${guid(key)}" name="${name}" startPosition="${at[0]}" endPosition="${at[1]}">${inside}</PlainTextSelection>`;
const source = (selections: string, attributes = `plainTextPath="internal://ABC.txt"`, name = 'Port'): string =>
  `<Sources><TextSource guid="${guid('port')}" name="${name}" ${attributes}>${selections}</TextSource></Sources>`;
const quotesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await read(bytes)).contents.rows.excerpts!.map((excerpt) => excerpt.quote);

describe('a project', () => {
  it('brings the tree of codes, with hues, descriptions and folders', async () => {
    const { contents } = await read(qdpx(projectXml(codes)));
    const [things, ship, fuel] = contents.rows.tags!;
    expect(things).toMatchObject({ name: 'Things', parentId: null, hue: 4 });
    expect(things!.description).toBe('All things\n\nFolder: not used for coding');
    expect(ship).toMatchObject({ name: 'ship', parentId: things!.id, hue: 8, description: '' });
    expect(fuel).toMatchObject({ name: 'fuel', parentId: null, description: '' });
  });

  it('says who made a passage, a coding and a note, and when, with what programs write of it', async () => {
    const by = (user: string, at: string): string => `creatingUser="${user}" creationDateTime="${at}"`;
    const users = `<Users><User guid="${guid('ann')}" name="Ann Coder" id="AC"/><User guid="${guid('bo')}" name="Bo"/></Users>`;
    const notes = `<Notes><Note guid="${guid('n')}" name="Note" ${by(guid('bo'), '2024-03-03T12:00:00+02:00')}><PlainTextContent>Odd.</PlainTextContent></Note></Notes>`;
    const made = (who: string, at: string, inside = ''): string =>
      `<Coding guid="${guid(`c${at}`)}" ${by(who, at)}><CodeRef targetGUID="${guid(inside || 'ship')}"/></Coding>`;
    const selected = (n: number, attributes: string, inside: string): string =>
      `<PlainTextSelection guid="${guid(`s${n}`)}" startPosition="${n * 6}" endPosition="${n * 6 + 5}" ${attributes}>${inside}</PlainTextSelection>`;
    const text = 'Ships Fuels Ports Quays Docks';
    const inside = [
      selected(
        0,
        by(`{${guid('ann').toUpperCase()}}`, '2024-03-01T10:00:00Z'),
        `${made(guid('bo'), '2024-03-02T10:00:00')}<NoteRef targetGUID="${guid('n')}"/>`,
      ),
      // Only its coding says who; a time that lies ahead; a user who is not there; nothing at all.
      selected(1, '', made(guid('bo'), '2024-03-02T11:00:00Z')),
      selected(2, by(guid('ann'), '2199-01-01T00:00:00Z'), ''),
      selected(3, by(guid('nobody'), 'yesterday'), ''),
      selected(4, '', ''),
    ].join('');
    const xml = projectXml(`${users}${codes}${source(inside)}${notes}`);
    const { contents, report } = await read(qdpx(xml, { 'sources/ABC.txt': text }));
    const actor = new Map(contents.rows.analysts!.map((one) => [one.name, one.actor]));
    const [ann, bo] = [actor.get('Ann Coder')!, actor.get('Bo')!];
    const byQuote = new Map(contents.rows.excerpts!.map((one) => [one.quote, one]));
    const told = (stamp: string): [string, string] => [actorOf(stamp), new Date(timeOf(stamp)).toISOString()];
    const first = byQuote.get('Ships')!;
    expect(told(first.created)).toEqual([ann, '2024-03-01T10:00:00.000Z']);
    expect(told(first.clocks[`tags/${first.tags[0]}`]!)).toEqual([bo, '2024-03-02T10:00:00.000Z']);
    expect(told(first.clocks['note']!)).toEqual([bo, '2024-03-03T10:00:00.000Z']);
    expect(Object.keys(first.seen).sort()).toEqual([ann, bo].sort());
    expect(told(byQuote.get('Fuels')!.created)).toEqual([bo, '2024-03-02T11:00:00.000Z']);
    const now = '2026-11-26T09:00:00.000Z';
    expect(told(byQuote.get('Ports')!.created)).toEqual([ann, now]);
    for (const quote of ['Quays', 'Docks']) expect(told(byQuote.get(quote)!.created)).toEqual(['importer00', now]);
    expect([lost(report, 'lies ahead'), lost(report, 'user who is not in the file')]).toEqual([1, 1]);
  });

  it('brings codings as tags, and notes from wherever they hang', async () => {
    const notes = ['passage', 'coding', 'source', 'free'].map(
      (key) =>
        `<Note guid="${guid(`note ${key}`)}" name="About the ${key}"><PlainTextContent>Said of the ${key}</PlainTextContent></Note>`,
    );
    const reference = (key: string): string => `<NoteRef targetGUID="${guid(`note ${key}`)}"/>`;
    const twice = `<Coding guid="${guid('c1')}"><CodeRef targetGUID="${guid('ship')}"/>${reference('coding')}</Coding>${coding('c2', 'fuel')}`;
    const passage = selection({
      key: 's',
      at: [6, 13],
      inside: `<Description>Memo</Description>${twice}${reference('passage')}`,
    });
    const xml = projectXml(`${codes}${source(`${passage}${reference('source')}`)}<Notes>${notes.join('')}</Notes>`);
    const { contents, report } = await read(qdpx(xml, { 'Sources/abc.TXT': 'Three tankers left.' }));
    const [excerpt] = contents.rows.excerpts!;
    expect(excerpt!.quote).toBe('tankers');
    expect(excerpt!.tags).toHaveLength(2);
    expect(excerpt!.note).toBe(
      'Memo\n\nAbout the passage\n\nSaid of the passage\n\nAbout the coding\n\nSaid of the coding',
    );
    const [port, free] = contents.rows.documents!;
    expect(port!.note).toBe('About the source\n\nSaid of the source');
    expect(free).toMatchObject({ title: 'About the free' });
    expect(contents.texts.map(({ text }) => text)).toContain('Said of the free');
    expect(report.counts).toMatchObject({ tags: 3, documents: 2, excerpts: 1, codings: 2, notes: 4 });
    expect(report.losses).toEqual([]);
  });

  it('is found under any name, beside a dummy entry, with a byte order mark', async () => {
    const bytes = qdpx(`\ufeff${projectXml(codes)}`, { 'sources/.root': '' }, 'Häfen.QDE');
    expect((await read(bytes)).report.counts['tags']).toBe(3);
  });

  it('may be packed as a stream', async () => {
    const xml = bytesOf(projectXml(codes));
    const zip = forgeZip([{ name: 'project.qde', bytes: xml, flags: 8 }]);
    // Sizes and checksum of the local header left open, and said after the file.
    zip.fill(0, 14, 26);
    expect((await read(zip)).report.counts['tags']).toBe(3);
  });

  it('may name its texts without a scheme, or hold them', async () => {
    const passage = selection({ key: 's', at: [0, 5] });
    expect(
      await quotesOf(
        qdpx(projectXml(source(passage, 'plainTextPath="abc.txt"', '')), { 'sources/abc.txt': 'Three tankers' }),
      ),
    ).toEqual(['Three']);
    const inside = source(`<PlainTextContent>Three tankers</PlainTextContent>${passage}`, '');
    expect(await quotesOf(bytesOf(projectXml(inside)))).toEqual(['Three']);
  });

  it('keeps a PDF with the text beside it, and areas by their words', async () => {
    const area = (key: string, words: string): string =>
      `<PDFSelection guid="${guid(key)}" page="0" firstX="1" firstY="1" secondX="2" secondY="2">${words === '' ? '' : `<Representation guid="${guid(`${key} r`)}"><PlainTextContent>${words}</PlainTextContent></Representation>`}${coding(`${key} c`, 'fuel')}</PDFSelection>`;
    const text = `<Representation guid="${guid('rep')}" plainTextPath="internal://p.txt">${selection({ key: 'a1', at: [0, 5], inside: coding('x', 'fuel') })}</Representation>`;
    const pdf = `<Sources><PDFSource guid="${guid('pdf')}" name="Port.pdf" path="internal://P.pdf">${area('a1', 'Three')}${area('a2', 'tankers')}${area('a3', '')}${text}</PDFSource></Sources>`;
    const bytes = qdpx(projectXml(`${codes}${pdf}`), { 'sources/p.pdf': '%PDF-1.7', 'sources/p.txt': 'Three tankers' });
    const { contents, report } = await read(bytes);
    expect(contents.rows.documents![0]!.versions[0]).toMatchObject({ mediaType: 'application/pdf' });
    expect(contents.originals).toHaveLength(1);
    expect(contents.rows.excerpts!.map(({ quote }) => quote).sort()).toEqual(['Three', 'tankers']);
    expect(report.counts['codings']).toBe(2);
    expect(lost(report, 'coded twice')).toBe(1);
    expect(lost(report, 'no words to quote')).toBe(1);
    expect(lost(report, 'coding of an area')).toBe(1);
  });

  it('brings links between passages; their type by their name', async () => {
    const passages = [selection({ key: 'one', at: [0, 5] }), selection({ key: 'two', at: [6, 13] })].join('');
    const link = (key: string, name: string, to: string): string =>
      `<Link guid="${guid(key)}" name="${name}" direction="OneWay" originGUID="${guid('one')}" targetGUID="${guid(to)}"/>`;
    const links = `<Links>${link('l1', 'Contradicts', 'two')}${link('l2', 'is cause of', 'two')}${link('l3', 'supports', 'port')}</Links>`;
    const { contents, report } = await read(
      qdpx(projectXml(source(passages) + links), { 'sources/abc.txt': 'Three tankers' }),
    );
    expect(contents.rows.links!.map(({ type, note }) => [type, note])).toEqual([
      ['contradicts', ''],
      ['relates to', 'is cause of'],
    ]);
    expect(lost(report, 'link was left out')).toBe(1);
  });

  it('names sets, cases and variables where their members are read', async () => {
    const variables = `<Variables><Variable guid="${guid('v')}" name="age" typeOfVariable="Integer"/></Variables>`;
    const value = (words: string): string =>
      `<VariableValue><VariableRef targetGUID="${guid('v')}"/><IntegerValue>${words}</IntegerValue></VariableValue>`;
    const cases = `<Cases><Case guid="${guid('case')}" name="Simon">${value('67')}<SourceRef targetGUID="${guid('port')}"/></Case></Cases>`;
    const sets = `<Sets><Set guid="${guid('set')}" name="Good"><Description>Why</Description><MemberCode targetGUID="${guid('ship')}"/><MemberSource targetGUID="${guid('port')}"/></Set><Set guid="${guid('none')}" name="Empty"/></Sets>`;
    const xml = projectXml(`${codes}${variables}${cases}${source(value('9'))}${sets}`);
    const { contents, report } = await read(qdpx(xml, { 'sources/abc.txt': 'Three tankers' }));
    expect(contents.rows.documents![0]!.note).toBe('Case: Simon; age: 67\n\nage: 9\n\nSet: Good');
    expect(contents.rows.tags!.find((tag) => tag.name === 'ship')!.description).toBe('Set: Good');
    expect(contents.case.description).toBe('About the set “Good”: Why');
    expect(report.counts['sets']).toBe(1);
    expect(lost(report, 'set without members')).toBe(1);
  });

  it('counts what stands outside its text, and cuts what ends after it', async () => {
    const passages = [
      selection({ key: '1', at: [6, 900] }),
      selection({ key: '2', at: [900, 999], inside: coding('c', 'fuel') }),
      selection({ key: '3', at: [5, 6] }),
      selection({ key: '4', at: [-3, 4] }),
    ].join('');
    const { contents, report } = await read(
      qdpx(projectXml(codes + source(passages)), { 'sources/abc.txt': 'Three tankers' }),
    );
    expect(contents.rows.excerpts!.map(({ quote }) => quote)).toEqual(['tankers']);
    expect(lost(report, 'after the end of its text')).toBe(1);
    expect(lost(report, 'outside the words')).toBe(3);
    expect(lost(report, 'coding of a passage without words')).toBe(1);
  });
});

describe('positions', () => {
  const lines = ['\ufeffFirst 😀 line', 'second 🚢 line', 'third line'];
  const words = ['First', 'second', '🚢 line', 'third'];
  const countIn = (text: string, unit: 'points' | 'units') =>
    words.map((word, i): Selected => {
      const at = text.indexOf(word);
      const length = (part: string): number => (unit === 'points' ? Array.from(part).length : part.length);
      return { key: String(i), at: [length(text.slice(0, at)), length(text.slice(0, at)) + length(word)], name: word };
    });
  const raw = lines.join('\r\n');
  const bare = raw.slice(1);
  const ways: [string, Selected[], string][] = [
    ['code points, line ends as in the file', countIn(bare, 'points'), raw],
    ['UTF-16 units, line ends as in the file', countIn(bare, 'units'), raw],
    ['code points, line ends as one', countIn(bare.replaceAll('\r\n', '\n'), 'points'), raw],
    ['UTF-16 units, line ends as one', countIn(bare.replaceAll('\r\n', '\n'), 'units'), raw],
    ['code points, line ends as two', countIn(bare, 'points'), raw.replaceAll('\r\n', '\n')],
    ['code points, the byte order mark counted', countIn(raw, 'points'), raw],
  ];
  it.each(ways)('in %s are told by the names of passages', async (_way, selections, text) => {
    const xml = projectXml(source(selections.map(selection).join('')));
    const { contents, report } = await read(qdpx(xml, { 'sources/abc.txt': text }));
    expect(contents.rows.excerpts!.map(({ quote }) => quote)).toEqual(words);
    expect(contents.texts[0]!.text).toBe(bare.replaceAll('\r\n', '\n'));
    expect(report.notices.join(' ')).toMatch(/4 of 4 named passages/);
  });

  it('without names are told by where words begin, if many agree', async () => {
    const text = Array.from({ length: 40 }, (_, i) => `😀 word${i} is here.`).join('\n');
    const unnamed = Array.from({ length: 40 }, (_, i): Selected => {
      const at = text.indexOf(`word${i} `);
      return { key: String(i), at: [at, at + 4] };
    });
    const xml = projectXml(source(unnamed.map(selection).join('')));
    expect(new Set(await quotesOf(qdpx(xml, { 'sources/abc.txt': text })))).toEqual(new Set(['word']));
  });

  it('that nothing proves are as the standard says', async () => {
    const xml = projectXml(source(selection({ key: 's', at: [2, 6], name: 'Quotation 1:1' })));
    expect(await quotesOf(qdpx(xml, { 'sources/abc.txt': '😀 ship' }))).toEqual(['ship']);
  });
});

describe('a codebook', () => {
  it.each(['urn:QDA-XML:codebook:1.0', 'urn:QDA-XML:codebook:0:4', 'urn:QDA-XML:codebook:1:0'])(
    'of %s comes in',
    async (ns) => {
      const inside = codes
        .replace('<CodeBook>', `<q:CodeBook xmlns:q="${ns}">`)
        .replaceAll(/<(\/?)(Codes|Code|Description|CodeBook)\b/g, '<$1q:$2');
      const { contents, report } = await read(
        bytesOf(inside.replace('</q:Codes>', '</q:Codes><q:Sets/>')),
        'my codes.qdc',
      );
      expect(report.counts).toEqual({ tags: 3 });
      expect(contents.case.name).toBe('my codes');
    },
  );
});

describe('what is refused', () => {
  const deep = `${'<Code guid="x" name="n" isCodable="true">'.repeat(300)}${'</Code>'.repeat(300)}`;
  const cases: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(), 'empty'],
    ['plain words', bytesOf('Dear all'), 'not-refi'],
    ['other XML', bytesOf('<html><body/></html>'), 'not-refi'],
    ['a project of another namespace', bytesOf('<Project xmlns="http://schemas.microsoft.com/project"/>'), 'not-refi'],
    ['a database', bytesOf(`SQLite format 3\0${' '.repeat(90)}`), 'other-format'],
    ['XML that breaks off', bytesOf(projectXml(codes).slice(0, -12)), 'xml-broken'],
    ['an entity nobody declared', bytesOf(projectXml('<Description>&lol;</Description>')), 'xml-broken'],
    ['a document type', bytesOf('<!DOCTYPE Project SYSTEM "file:///etc/passwd"><Project/>'), 'xml-doctype'],
    [
      'a declared entity',
      bytesOf(projectXml('').replace('<Project', '<!DOCTYPE Project [<!ENTITY a "b">]><Project')),
      'xml-doctype',
    ],
    ['codes too deep', bytesOf(projectXml(`<CodeBook><Codes>${deep}</Codes></CodeBook>`)), 'xml-deep'],
    ['bytes that are no UTF-8', new Uint8Array([0x3c, 0x50, 0xff, 0xfe, 0x3e]), 'xml-encoding'],
    ['a zip without a project', forgeZip([{ name: 'a.txt', bytes: bytesOf('a') }]), 'project-missing'],
    [
      'a zip with two',
      forgeZip(['a.qde', 'b.qde'].map((name) => ({ name, bytes: bytesOf('<Project/>') }))),
      'project-twice',
    ],
    ['a name that climbs', forgeZip([{ name: '../project.qde', bytes: bytesOf('<Project/>') }]), 'zip-unsafe'],
    [
      'a name that stands twice',
      forgeZip(['project.qde', 'Project.qde'].map((name) => ({ name, bytes: bytesOf('<Project/>') }))),
      'zip-unsafe',
    ],
    [
      'a zip with a password',
      forgeZip([{ name: 'project.qde', bytes: bytesOf('<Project/>'), flags: 1 }]),
      'zip-unusual',
    ],
    ['a wrong checksum', forgeZip([{ name: 'project.qde', bytes: bytesOf('<Project/>'), crc: 1 }]), 'zip-broken'],
    ['a bomb', forgeZip([{ name: 'project.qde', bytes: new Uint8Array(8 << 20) }]), 'too-large'],
    ['a zip that breaks off', qdpx(projectXml(codes)).slice(0, -9), 'zip-broken'],
  ];
  it.each(cases)('%s', async (_what, bytes, reason) => {
    expect(await refusalOf(bytes)).toBe(reason);
  });

  it('is said in a sentence that tells what is unchanged', () => {
    for (const reason of REFI_REFUSALS) {
      const sentence = refiRefusalSentence(reason, 'a\u202eb');
      expect(sentence).toContain('Nothing was imported.');
      expect(sentence).not.toMatch(/undefined|\u202e/);
    }
  });

  it('is not a text that speaks of document types', async () => {
    const xml = projectXml('<Description><![CDATA[<!DOCTYPE html> & more]]></Description>', '');
    const { contents } = await read(bytesOf(xml.replace('<Project', '<!-- <!DOCTYPE a> --><Project')));
    expect(contents.case.description).toBe('<!DOCTYPE html> & more');
  });

  it('is not one long note in very many places: the places are counted', async () => {
    const note = `<Note guid="${guid('long')}" name="n"><PlainTextContent>${'long '.repeat(100_000)}</PlainTextContent></Note>`;
    const reference = `<NoteRef targetGUID="${guid('long')}"/>`;
    const passages = Array.from({ length: 2000 }, (_, i) => selection({ key: `p${i}`, at: [0, 5], inside: reference }));
    const { contents, report } = await read(
      qdpx(projectXml(`${source(passages.join(''))}<Notes>${note}</Notes>`), { 'sources/abc.txt': 'Three tankers' }),
    );
    expect(contents.rows.excerpts!.length).toBeLessThanOrEqual(2000);
    expect(lost(report, 'in so many places')).toBeGreaterThan(0);
  });

  it('changes no prototype', async () => {
    const xml = projectXml(codes, '__proto__="x" constructor="y"').replaceAll(guid('ship'), '__proto__');
    await read(bytesOf(xml.replaceAll('__PROTO__', '__proto__')), 'p.qde');
    expect(({} as Record<string, unknown>)['name']).toBe(undefined);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is any broken file: read or refused, never thrown', async () => {
    const xml = projectXml(codes + source(selection({ key: 's', at: [0, 5], inside: coding('c', 'ship') })));
    const whole = [qdpx(xml, { 'sources/abc.txt': 'Three tankers' }), bytesOf(xml)];
    const change = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), change, fc.option(fc.nat(5000)), async (bytes, changes, end) => {
        const broken = bytes.slice();
        for (const [at, value] of changes) broken[at % broken.length] = value;
        const reason = await refusalOf(end === null ? broken : broken.slice(0, end % broken.length));
        expect(reason === null || (REFI_REFUSALS as readonly string[]).includes(reason)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  const bomb = testFile('hostile/xml/defusedxml_xmlbomb.xml');
  it.skipIf(!bomb)(
    'is every XML attack of the test data (skipped where COLLATE_TESTDATA has no hostile/xml)',
    async () => {
      const names =
        'defusedxml_xmlbomb defusedxml_cyclic defusedxml_external defusedxml_dtd tika_testXXE patt_XXE-PHP-Wrapper';
      for (const name of names.split(' '))
        expect([name, await refusalOf(testFile(`hostile/xml/${name}.xml`)!, name)]).toEqual([name, 'xml-doctype']);
    },
  );
});
