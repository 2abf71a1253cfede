/** Pages of the test data, read in place; where it is absent these tests are skipped. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeHtml, decodeText } from '@shared/extract/decode';
import { extract } from '@shared/extract/extract';
import { extractHtml } from '@shared/extract/html';
import { testFile } from '../../text/realDocument';

const isHere = testFile('documents/encodings/tika_boilerplate.html') !== null;

function pageOf(file: string): ReturnType<typeof extractHtml> {
  const decoded = decodeHtml(testFile(file)!);
  return decoded.ok ? extractHtml(decoded.value.text) : decoded;
}

describe.runIf(isHere)('pages of the test data', () => {
  it.each<[string, string, string[]]>([
    [
      'encodings/tika_boilerplate.html',
      'Title',
      ['boilerplate\ttext\n\nThis is the real meat of the page, and', 'text.\n\nfooter'],
    ],
    ['encodings/tika_testHTML_charset_utf16le.html', 'Title', ['This is a sample text']],
    ['encodings/tika_testHTMLNoisyMetaEncoding_1.html', 'وأعرب', ['وأعرب الاتحاد الجزائري وقتها عن "أسفه']],
    ['encodings/tika_testSrcDoc.html', 'outside', ['outside\n\nthis is the iframe content']],
    ['encodings/tika_testHTML_embedded_img.html', 'Title', ['some content some other content']],
    [
      'encodings/tika_tika434.html',
      'Finger Lakes Vacation Rental',
      ['Sleeps: 10 Bedrooms: 3 Bathrooms: 1.5', 'Best bass fishing spot on the lake!'],
    ],
    [
      'markdown/pandoc_html-reader.html',
      'Pandoc Test Suite',
      [
        'sub status {\n    print "working";\n}',
        '1. do laundry\n2. take out the trash',
        '4. sublist with roman numerals',
        'Cello\nVioloncello',
      ],
    ],
  ])('%s', (file, title, words) => {
    const read = pageOf(`documents/${file}`);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.title.startsWith(title)).toBe(true);
    for (const some of words) expect(read.value.text).toContain(some);
  });
});

describe.runIf(isHere)('hostile pages', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('every vector, alone and all together: nothing runs, nothing is asked for', async () => {
    const traps = [
      'alert',
      'prompt',
      'confirm',
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'Image',
      'document',
      'location',
    ];
    const sprung = vi.fn<(...args: unknown[]) => void>();
    for (const trap of traps) vi.stubGlobal(trap, sprung);
    let lines = 0;
    const lists = [
      'patt_MarioXSSVectors',
      'patt_RSNAKE_XSS',
      'patt_IntrudersXSS',
      'patt_0xcela_event_handlers',
      'patt_xss_alert',
    ];
    for (const name of [...lists, 'payloadbox_xss-payload-list']) {
      const decoded = decodeText(testFile(`hostile/xss/${name}.txt`)!);
      if (!decoded.ok) throw new Error(decoded.reason);
      // The longest list is read whole, and every tenth of its lines alone.
      const vectors = decoded.value.text.split(/\r?\n/).filter((_, i) => lists.includes(name) || i % 10 === 0);
      for (const vector of [...vectors, decoded.value.text]) {
        const read = extractHtml(vector, { url: 'https://a.example/' });
        expect(read.ok || read.reason === 'empty' || read.reason === 'over-bound').toBe(true);
        lines += 1;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(lines).toBeGreaterThan(1_500);
    expect(sprung).not.toHaveBeenCalled();
  });

  it.each<[string, string]>([
    ['tika_testHTMLBadScript.html', 'This is a test.'],
    ['tika_testHTML_embedded_data_uri_js.html', 'some content'],
    ['patt_xss.htm', 'empty'],
    ['patt_xss.xhtml', 'empty'],
    ['patt_xss_demo.html', 'empty'],
  ])('%s is inert', (file, text) => {
    const read = pageOf(`hostile/xss/${file}`);
    expect(read.ok ? read.value.text : read.reason).toBe(text);
  });

  it.each([
    'h5sc_attachments_test.html',
    'h5sc_attachments_test.xml',
    'patt_xss.xml',
    'patt_SVG_XSS1.svg',
    'patt_SVG_XSS3.svg',
    'patt_SVG_XSS_nested_use_xlink.svg',
    'tika_testMARKDOWN_dataURI.md',
    'patt_xss_alert.txt',
  ])('%s comes in as words or not at all', async (file) => {
    const read = await extract(file, testFile(`hostile/xss/${file}`)!);
    expect(read.ok || typeof read.reason === 'string').toBe(true);
  });
});

it.runIf(testFile('documents/text/qualcoder_survey456.csv') !== null)(
  'a table in a text file stays as it is',
  async () => {
    const read = await extract('survey.csv', testFile('documents/text/qualcoder_survey456.csv')!);
    expect(read).toHaveProperty('value.text', expect.stringContaining('\nID5,,m,golf,I needed to upskill'));
  },
);
