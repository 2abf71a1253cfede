import { describe, expect, it } from 'vitest';
import { no, yes } from '@shared/model/result';
import { encodingAsker, readAsked } from '../../../../renderer/features/library/encoding/encodingAsker';
import { previewLines } from '../../../../renderer/features/library/encoding/previewLines';
import { pastedOf, readPasted } from '../../../../renderer/features/library/paste/pasted';
import { encodeAs, utf8 } from '../../extract/web/encode';

const RUSSIAN = `Case 12\n${'plain line\n'.repeat(30)}Колонна грузовиков пересекла реку.\nКомандир подтвердил.\n`;

describe('the first lines under an encoding', () => {
  it('are those with letters outside ASCII, and what is none is counted', () => {
    const bytes = encodeAs(RUSSIAN, 'koi8-r');
    expect(previewLines(bytes, 'koi8-r')).toEqual({
      lines: ['plain line', 'Колонна грузовиков пересекла реку.', 'Командир подтвердил.'],
      damaged: 0,
    });
    expect(previewLines(bytes, 'windows-1251').lines[1]).not.toContain('Колонна');
    expect(previewLines(bytes, 'utf-8').damaged).toBeGreaterThan(0);
    expect(previewLines(utf8('<p>a</p><script>b</script><p>é</p>'), 'utf-8').lines).toEqual(['a  é']);
  });
});

describe('asking for an encoding', () => {
  const read = {
    bytes: utf8('x'),
    result: yes({ mediaType: 'text/plain', warnings: [{ kind: 'encoding-guessed' as const, encoding: 'koi8-r' }] }),
  };
  const how = (encodings: (string | null)[]) => {
    const lane = {
      lanes: 1,
      read: (_: number, { encoding }: { encoding: string | null }) => {
        encodings.push(encoding);
        return Promise.resolve(
          encoding === null ? read : { ...read, result: yes({ mediaType: 'text/plain', warnings: [] }) },
        );
      },
      close: () => undefined,
    };
    return { readers: lane as never, lane: 0, signal: new AbortController().signal };
  };

  it('reads anew what is of another encoding, takes the guess as sure where it is confirmed, leaves out what is not wanted', async () => {
    const encodings: (string | null)[] = [];
    const ask = (answer: string | null) => readAsked('a.txt', utf8('x'), how(encodings), () => Promise.resolve(answer));
    expect(await ask('ibm866')).toMatchObject({ result: { value: { warnings: [] } } });
    expect(await ask('koi8-r')).toMatchObject({ result: { value: { warnings: [] } } });
    expect(await ask(null)).toMatchObject({ result: { ok: false, reason: 'cancelled' } });
    expect(await readAsked('a.txt', utf8('x'), how(encodings), undefined)).toEqual(read);
    expect(encodings).toEqual([null, 'ibm866', null, null, null]);
  });

  it('asks about what could not be told, and not about what says that it is UTF-32', async () => {
    const asked: (string | null)[] = [];
    const lane = {
      read: (_: number, { bytes, encoding }: { bytes: Uint8Array; encoding: string | null }) =>
        Promise.resolve(
          encoding === null
            ? { bytes, result: no('encoding-unknown') }
            : { bytes, result: yes({ mediaType: 'text/plain', warnings: [] }) },
        ),
    };
    const read = (bytes: Uint8Array) =>
      readAsked('a.txt', bytes, { ...how([]), readers: lane as never }, (_name, _bytes, guess) => {
        asked.push(guess);
        return Promise.resolve('ibm866');
      });
    expect(await read(encodeAs(RUSSIAN, 'ibm866'))).toMatchObject({ result: { ok: true } });
    expect(await read(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0))).toMatchObject({
      result: { ok: false, reason: 'encoding-unknown' },
    });
    expect(asked).toEqual([null]);
  });

  it('asks one after the other, and once for each guess where that is wished', async () => {
    let open = 0;
    let asked = 0;
    const app = {
      ask: async () => {
        open += 1;
        expect(open).toBe(1);
        await Promise.resolve();
        open -= 1;
        asked += 1;
        return { encoding: 'ibm866', forAll: true };
      },
    };
    const ask = encodingAsker(app as never, 3);
    const guesses = ['koi8-r', 'koi8-r', 'windows-1251', 'koi8-r'];
    expect(await Promise.all(guesses.map((guess) => ask('a.txt', utf8('x'), guess)))).toEqual(Array(4).fill('ibm866'));
    expect(asked).toBe(2);
  });
});

describe('what was pasted', () => {
  const clipboard = (data: Record<string, string>, files = false): DataTransfer =>
    ({
      types: [...Object.keys(data), ...(files ? ['Files'] : [])],
      getData: (type: string) => data[type] ?? '',
    }) as never;

  it('keeps headings and tables of a page, and where it is from', async () => {
    const html =
      'Version:1.0\r\nSourceURL:https://a.example/b\r\n<!--StartFragment--><h2>A</h2><table><tr><th>x<th>y<tr><td>1<td>2</table><!--EndFragment-->';
    const pasted = pastedOf(clipboard({ 'text/plain': 'A x y 1 2', 'text/html': html }, true))!;
    expect(await readPasted(pasted)).toMatchObject({
      value: {
        text: 'A\n\nx\ty\n1\t2',
        title: 'A',
        extractor: 'html/1',
        csl: { type: 'webpage', URL: 'https://a.example/b' },
      },
    });
  });

  it('is lines of text where it is no page, or one without words', async () => {
    expect(await readPasted({ text: 'a\r\nb' })).toMatchObject({ value: { text: 'a\nb', blocks: null, csl: {} } });
    expect(await readPasted({ text: 'a', html: '<script>b</script>' })).toMatchObject({
      value: { text: 'a', extractor: 'plain/1' },
    });
    expect(await readPasted({ text: ' ' })).toEqual({ ok: false, reason: 'nothing-pasted' });
    expect(pastedOf(clipboard({ 'text/html': '<img src=x>' }, true))).toBeNull();
    expect(pastedOf(clipboard({}))).toBeNull();
  });
});
