import { describe, expect, it } from 'vitest';
import { LONGEST_TITLE, readPlainText } from '@shared/text/plainText';

const textOf = (raw: string): string => {
  const read = readPlainText(raw);
  if (!read.ok) throw new Error(read.reason);
  return read.value.text;
};

describe('the stored text', () => {
  it('drops the byte order mark and turns CRLF and CR into LF', () => {
    expect(textOf('\ufeffa\r\nb\rc\n')).toBe('a\nb\nc\n');
    expect(textOf('a\r\nb')).toHaveLength(3);
  });

  it('changes nothing else', () => {
    const raw = '  e\u0301 é ﬁ \u00a0 “x” \u2028 three \t \u0000 \ufeff\n\n';
    expect(textOf(raw)).toBe(raw);
  });

  it('replaces half surrogate pairs and keeps whole ones', () => {
    expect(textOf('a\ud83d b \ude00 😀')).toBe('a\ufffd b \ufffd 😀');
  });

  it('takes the first line with words as the title', () => {
    expect(readPlainText('\n \n  Fuel convoys \r\nbody')).toMatchObject({
      value: { title: 'Fuel convoys', extractor: 'plain/1' },
    });
  });

  it('cuts a long title without cutting a pair in two', () => {
    const read = readPlainText(`${'x'.repeat(LONGEST_TITLE - 1)}😀 and more`);
    expect(read).toMatchObject({ value: { title: 'x'.repeat(LONGEST_TITLE - 1) } });
  });

  it.each(['', '\ufeff', ' \n\t\r\n', '\u00a0\u3000'])('refuses a text without words (%j)', (raw) => {
    expect(readPlainText(raw)).toEqual({ ok: false, reason: 'empty' });
  });
});
