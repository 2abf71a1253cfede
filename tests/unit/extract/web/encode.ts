/** Letters to bytes in old encodings, by turning the platform's decoder round. */

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const note = (...bytes: number[]): boolean => {
    const sign = decoder.decode(Uint8Array.from(bytes));
    const isOne = sign.length === 1 && sign !== '\ufffd';
    if (isOne && !table.has(sign)) table.set(sign, bytes);
    return isOne;
  };
  for (let byte = 0; byte < 256; byte += 1) {
    if (note(byte) || byte < 0x80) continue;
    for (let second = 0x40; second < 0xff; second += 1) note(byte, second);
  }
  tables.set(encoding, table);
  return table;
}

/** The text in a single-byte or double-byte encoding; what it has no sign for is left out. */
export function encodeAs(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(Array.from(text).flatMap((sign) => table.get(sign) ?? []));
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function utf16(text: string, isLittle: boolean, isMarked: boolean): Uint8Array {
  const units = (isMarked ? '\ufeff' : '') + text;
  const result = new Uint8Array(units.length * 2);
  const view = new DataView(result.buffer);
  for (let i = 0; i < units.length; i += 1) view.setUint16(i * 2, units.charCodeAt(i), isLittle);
  return result;
}

/** Random numbers that are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The bytes with a few of them changed, taken out, put in twice, or cut off. */
export function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  const changed = Array.from(bytes);
  for (let i = 0; i < 1 + next() * 12; i += 1) {
    const at = Math.floor(next() * changed.length);
    const length = 1 + Math.floor(next() * 40);
    const kind = next();
    if (kind < 0.4) changed[at] = Math.floor(next() * 256);
    else if (kind < 0.6) changed.splice(at, length);
    else if (kind < 0.9) changed.splice(at, 0, ...changed.slice(at, at + length));
    else changed.length = at + 1;
  }
  return Uint8Array.from(changed);
}
