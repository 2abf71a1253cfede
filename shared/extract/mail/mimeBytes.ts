/** The outside of a mail in bytes: where its headers end, what they say, and where its parts begin. */

/** Longest head that is looked at. */
const LONGEST_HEAD = 1024 * 1024;

/** Bytes as one sign each. */
export function signsOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join('');
}

export const bytesOf = (signs: string): Uint8Array => Uint8Array.from(signs, (sign) => sign.charCodeAt(0));

export interface MimePart {
  /** Names in small letters; the first of several wins. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** A mail or a part of one, taken apart at its first empty line. */
export function partOf(bytes: Uint8Array): MimePart {
  const start = signsOf(bytes.subarray(0, LONGEST_HEAD));
  const gap = /^\r?\n|\r?\n\r?\n/.exec(start);
  const head = gap ? start.slice(0, gap.index) : start;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: gap ? bytes.subarray(gap.index + gap[0].length) : new Uint8Array() };
}

/** A parameter of a structured header (RFC 2045 §5.1); empty where it is not there. */
export function parameter(header: string | undefined, name: string): string {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(header ?? '');
  return match?.[1] ?? match?.[2] ?? '';
}

/** The parts between the boundaries (RFC 2046 §5.1.1), at most `most` of them. */
export function partsOf({ headers, body }: MimePart, most = 2_000): MimePart[] {
  const boundary = parameter(headers.get('content-type'), 'boundary');
  if (boundary === '') return [];
  const signs = signsOf(body);
  const mark = `--${boundary}`;
  const parts: MimePart[] = [];
  let from = -1;
  for (let at = signs.indexOf(mark); at >= 0 && parts.length < most; at = signs.indexOf(mark, at + mark.length)) {
    if (at > 0 && signs[at - 1] !== '\n') continue;
    if (from >= 0) parts.push(partOf(body.subarray(from, at)));
    if (signs.startsWith('--', at + mark.length)) return parts;
    const end = signs.indexOf('\n', at);
    if (end < 0) return parts;
    from = end + 1;
  }
  // The last boundary is missing where the file was cut.
  if (from >= 0 && parts.length < most) parts.push(partOf(body.subarray(from)));
  return parts;
}
