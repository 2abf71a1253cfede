// Runs in the page before any of its scripts: a sandboxed-preload environment. `PRELOAD` and `CODEC` are replaced by text.
function standinPage(makeCodec, runPreload) {
  const bind = globalThis.__standin;
  delete globalThis.__standin;
  // Preloads run in the main frame only.
  if (globalThis.top !== globalThis.self) return;
  const codec = makeCodec();
  const call = async (t, d) => {
    const r = codec.dec(await bind(codec.enc({ t, d })));
    if (r.err !== undefined) throw new Error(r.err);
    return r.val;
  };
  const on = new Map();
  globalThis.__standinDeliver = (e) => {
    const { channel, args } = codec.dec(e);
    for (const f of on.get(channel) ?? []) f({ senderId: 0, ports: [] }, ...args);
  };
  Object.defineProperty(globalThis, '__standinDeliver', { enumerable: false });
  // contextBridge: values are copied, functions are wrapped, everything exposed is frozen.
  const copy = (v, seen = new Map()) => {
    if (typeof v === 'function')
      return (...a) => {
        const r = v(...a.map((x) => copy(x)));
        return r instanceof Promise ? r.then((x) => copy(x)) : copy(r);
      };
    if (v instanceof Promise) return v.then((x) => copy(x));
    if (v === null || typeof v !== 'object') return v;
    if (seen.has(v)) return seen.get(v);
    const p = Object.getPrototypeOf(v);
    if (Array.isArray(v)) {
      const a = [];
      seen.set(v, a);
      for (const x of v) a.push(copy(x, seen));
      return a;
    }
    if (p === Object.prototype || p === null) {
      const o = {};
      seen.set(v, o);
      for (const [k, x] of Object.entries(v)) o[k] = copy(x, seen);
      return o;
    }
    return v instanceof Node || v instanceof Blob ? v : structuredClone(v);
  };
  const freeze = (o) => {
    if (o && typeof o === 'object' && !ArrayBuffer.isView(o)) {
      Object.values(o).forEach(freeze);
      Object.freeze(o);
    }
    return o;
  };
  const ipcRenderer = {
    async invoke(channel, ...args) {
      try {
        return await call('invoke', { channel, args });
      } catch (e) {
        throw new Error(`Error invoking remote method '${channel}': ${e.message}`);
      }
    },
    send(channel, ...args) {
      void call('send', { channel, args });
    },
    on(c, f) {
      on.set(c, [...(on.get(c) ?? []), f]);
      return this;
    },
    once(c, f) {
      const g = (...a) => {
        this.removeListener(c, g);
        f(...a);
      };
      return this.on(c, g);
    },
    off(c, f) {
      return this.removeListener(c, f);
    },
    removeListener(c, f) {
      on.set(
        c,
        (on.get(c) ?? []).filter((x) => x !== f),
      );
      return this;
    },
    removeAllListeners(c) {
      on.delete(c);
      return this;
    },
  };
  const contextBridge = {
    exposeInMainWorld(k, api) {
      if (k in globalThis)
        throw new Error(`Cannot bind an API on top of an existing property on the window object: ${k}`);
      Object.defineProperty(globalThis, k, {
        value: freeze(copy(api)),
        writable: false,
        configurable: false,
        enumerable: true,
      });
    },
  };
  const webUtils = {
    getPathForFile: () => {
      throw new Error('stand-in: webUtils.getPathForFile');
    },
  };
  const electron = { contextBridge, ipcRenderer, webUtils, webFrame: { setZoomFactor() {} } };
  const require = (n) => {
    if (n === 'electron') return electron;
    throw new Error(`sandboxed preload: module not found: ${n}`);
  };
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: 'linux',
    versions: { electron: '45.4.1' },
    argv: [],
    env: {},
  };
  globalThis.open = (url = 'about:blank') => {
    void call('windowOpen', { url: new URL(url, location.href).href });
    return null;
  };
  addEventListener(
    'click',
    (e) => {
      const a = e.target instanceof Element ? e.target.closest('a[target=_blank]') : null;
      if (a) {
        e.preventDefault();
        void call('windowOpen', { url: a.href });
      }
    },
    true,
  );
  const may = (permission) => call('permission', { permission });
  // A page of an insecure origin has none of these.
  if (globalThis.isSecureContext) {
    navigator.storage.persist = () => may('persistent-storage');
    navigator.permissions.query = async ({ name }) => ({
      name,
      state: (await call('permissionCheck', { permission: name })) ? 'granted' : 'denied',
    });
    globalThis.Notification.requestPermission = async () => ((await may('notifications')) ? 'granted' : 'denied');
  }
  runPreload(require, process);
}
export { standinPage };
