/** Files inside old mails as lines of letters (POSIX uuencode): taken out of the words, and made files again. */
import type { Attachment } from '../extracted';

const BEGIN = /^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n/m;

const six = (line: string, at: number): number => (line.charCodeAt(at) - 32) & 63;

/** Bytes of the lines of one file; each line begins with the number of its bytes. */
function decoded(lines: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + six(line, 0), 0));
  let length = 0;
  for (const line of lines) {
    const end = length + six(line, 0);
    for (let at = 1; length < end; at += 4) {
      const [a, b, c, d] = [six(line, at), six(line, at + 1), six(line, at + 2), six(line, at + 3)];
      const three = [(a << 2) | (b >> 4), (b << 4) | (c >> 2), (c << 6) | d].slice(0, end - length);
      bytes.set(three, length);
      length += three.length;
    }
  }
  return bytes;
}

/** The words without the files among them, and the files. A file that does not end is left among the words. */
export function withoutUuencoded(text: string): { readonly words: string; readonly files: readonly Attachment[] } {
  const files: Attachment[] = [];
  const kept: string[] = [];
  let rest = text;
  for (let begin = BEGIN.exec(rest); begin && files.length < 500; begin = BEGIN.exec(rest)) {
    const from = begin.index + begin[0].length;
    const end = /^(?:`|\s)?\r?\n?end[ \t]*\r?$/m.exec(rest.slice(from));
    if (!end) break;
    const lines = rest
      .slice(from, from + end.index)
      .split(/\r?\n/)
      .filter((line) => line !== '');
    files.push({ name: begin[1]!.trim(), mediaType: 'application/octet-stream', bytes: decoded(lines) });
    kept.push(rest.slice(0, begin.index));
    rest = rest.slice(from + end.index + end[0].length);
  }
  return { words: kept.join('') + rest, files };
}
