// Runs in the page (as text) and in Node: structured-clone values <-> JSON. Throws DataCloneError where structured clone would.
function makeCodec() {
  const b64 = (u) => (u.toBase64 ? u.toBase64() : Buffer.from(u.buffer, u.byteOffset, u.byteLength).toString('base64'));
  const un64 = (s) => {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(s);
    const b = Buffer.from(s, 'base64');
    const u = new Uint8Array(b.length);
    u.set(b);
    return u;
  };
  const bytes = (v) => new Uint8Array(v.buffer, v.byteOffset, v.byteLength);
  const tag = (v) => Object.prototype.toString.call(v).slice(8, -1);
  const clone = (what) => {
    throw new DOMException(`${what} could not be cloned.`, 'DataCloneError');
  };
  const enc = (v, seen = new Map()) => {
    if (v === null || typeof v === 'string' || typeof v === 'boolean') return v;
    if (v === undefined) return { $: 'u' };
    if (typeof v === 'number')
      return Number.isFinite(v) && !Object.is(v, -0) ? v : { $: 'n', v: Object.is(v, -0) ? '-0' : String(v) };
    if (typeof v === 'bigint') return { $: 'b', v: String(v) };
    if (typeof v === 'function' || typeof v === 'symbol') clone(String(v));
    if (seen.has(v)) return { $: 'r', v: seen.get(v) };
    const i = seen.size;
    seen.set(v, i);
    if (Array.isArray(v)) return { $: 'a', i, v: v.map((x) => enc(x, seen)) };
    if (ArrayBuffer.isView(v)) return { $: 't', i, c: tag(v), v: b64(bytes(v)) };
    const t = tag(v);
    if (t === 'ArrayBuffer') return { $: 'ab', i, v: b64(new Uint8Array(v)) };
    if (t === 'Date') return { $: 'd', i, v: v.getTime() };
    if (t === 'RegExp') return { $: 'x', i, v: [v.source, v.flags] };
    if (t === 'Map') return { $: 'm', i, v: [...v].map(([k, x]) => [enc(k, seen), enc(x, seen)]) };
    if (t === 'Set') return { $: 's', i, v: [...v].map((x) => enc(x, seen)) };
    if (t === 'Error' || t === 'DOMException') return { $: 'e', i, n: v.name, m: v.message, k: v.stack };
    if (t !== 'Object') clone(`#<${t}>`);
    return { $: 'o', i, v: Object.keys(v).map((k) => [k, enc(v[k], seen)]) };
  };
  const dec = (e, seen = []) => {
    if (e === null || typeof e !== 'object') return e;
    const put = (x) => {
      if (e.i !== undefined) seen[e.i] = x;
      return x;
    };
    switch (e.$) {
      case 'u':
        return undefined;
      case 'n':
        return Number(e.v);
      case 'b':
        return BigInt(e.v);
      case 'r':
        return seen[e.v];
      case 'a': {
        const a = put([]);
        for (const x of e.v) a.push(dec(x, seen));
        return a;
      }
      case 't': {
        const u = un64(e.v);
        const C = globalThis[e.c === 'Uint8Array' ? 'Uint8Array' : e.c];
        return put(e.c === 'Uint8Array' ? u : new C(u.buffer, 0, u.byteLength / (C.BYTES_PER_ELEMENT ?? 1)));
      }
      case 'ab':
        return put(un64(e.v).buffer);
      case 'd':
        return put(new Date(e.v));
      case 'x':
        return put(new RegExp(...e.v));
      case 'm': {
        const m = put(new Map());
        for (const [k, x] of e.v) m.set(dec(k, seen), dec(x, seen));
        return m;
      }
      case 's': {
        const s = put(new Set());
        for (const x of e.v) s.add(dec(x, seen));
        return s;
      }
      case 'e': {
        const x = put(new Error(e.m));
        x.name = e.n;
        if (e.k) x.stack = e.k;
        return x;
      }
      default: {
        const o = put({});
        for (const [k, x] of e.v)
          Object.defineProperty(o, k, { value: dec(x, seen), writable: true, enumerable: true, configurable: true });
        return o;
      }
    }
  };
  return { enc, dec };
}
export { makeCodec };
