// A test double for the 'electron' module of the main process. It speaks to host.ts over child-process IPC
// (serialization 'advanced' = structured clone). Anything not listed here throws, it never silently does nothing.
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync, unlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NOPE = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'prototype',
  '$$typeof',
  'nodeType',
  'asymmetricMatch',
]);
const strict = (name, obj) =>
  new Proxy(obj, {
    get(o, k, r) {
      if (typeof k === 'string' && !(k in o) && !NOPE.has(k))
        throw new Error(`electron double: ${name}.${k} is not implemented`);
      return Reflect.get(o, k, r);
    },
  });

// --- RPC ---------------------------------------------------------------------------------------------------------
let seq = 0;
const pending = new Map();
const post = (m) => {
  if (process.connected) process.send(m);
};
const ask = (t, data) =>
  new Promise((res, rej) => {
    const id = ++seq;
    pending.set(id, { res, rej });
    post({ k: 'call', id, t, data });
  });
process.on('message', (m) => void received(m));
async function received(m) {
  if (m.k === 'reply') {
    const p = pending.get(m.id);
    pending.delete(m.id);
    if ('err' in m) p.rej(new Error(m.err));
    else p.res(m.val);
    return;
  }
  try {
    post({ k: 'reply', id: m.id, val: await serve[m.t](m.data) });
  } catch (e) {
    post({ k: 'reply', id: m.id, err: String(e) });
  }
}
process.on('disconnect', () => process.exit(97));

// --- app ---------------------------------------------------------------------------------------------------------
const pkg = JSON.parse(readFileSync('package.json', 'utf8'));
const paths = {
  appData: path.join(os.homedir(), '.config'),
  home: os.homedir(),
  temp: os.tmpdir(),
  userData: path.join(os.homedir(), '.config', pkg.name),
  documents: path.join(os.homedir(), 'Documents'),
  downloads: path.join(os.homedir(), 'Downloads'),
};
let isReady = false,
  quitting = false,
  exitCode = 0;
let markReady;
const readyP = new Promise((r) => {
  markReady = r;
});
class App extends EventEmitter {
  name = pkg.productName ?? pkg.name;
  isPackaged = false;
  commandLine = strict('app.commandLine', {
    appendSwitch() {
      if (isReady) throw new Error('appendSwitch after ready');
    },
    hasSwitch: (s) => process.argv.includes('--' + s),
  });
  whenReady() {
    return readyP;
  }
  isReady() {
    return isReady;
  }
  getVersion() {
    return pkg.version;
  }
  getName() {
    return this.name;
  }
  setName(n) {
    this.name = n;
  }
  getAppPath() {
    return process.cwd();
  }
  getLocale() {
    return 'en-US';
  }
  getPath(n) {
    if (!(n in paths)) throw new Error(`Failed to get '${n}' path`);
    if (n === 'userData') mkdirSync(paths[n], { recursive: true });
    return paths[n];
  }
  setPath(n, p) {
    if (n === 'userData' && isReady) throw new Error('set userData before ready');
    paths[n] = p;
  }
  setAppUserModelId() {}
  enableSandbox() {
    if (isReady) throw new Error('enableSandbox after ready');
  }
  requestSingleInstanceLock(extra) {
    const lock = path.join(this.getPath('userData'), 'standin.lock'),
      note = lock + '.argv';
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch {
      const pid = Number(readFileSync(lock, 'utf8'));
      let alive = false;
      try {
        process.kill(pid, 0);
        alive = pid !== process.pid;
      } catch {
        /* stale lock after a crash */
      }
      if (alive) {
        writeFileSync(note, JSON.stringify({ argv: process.argv, cwd: process.cwd(), extra }));
        process.kill(pid, 'SIGUSR2');
        return false;
      }
      writeFileSync(lock, String(process.pid));
    }
    process.on('SIGUSR2', () => {
      const n = JSON.parse(readFileSync(note, 'utf8'));
      this.emit('second-instance', { preventDefault() {} }, n.argv, n.cwd, n.extra);
    });
    process.on('exit', () => {
      try {
        unlinkSync(lock);
      } catch {
        /* gone */
      }
    });
    return true;
  }
  async quit() {
    if (quitting) return;
    let stop = false;
    const ev = {
      preventDefault() {
        stop = true;
      },
    };
    this.emit('before-quit', ev);
    if (stop) return;
    quitting = true;
    for (const w of BrowserWindow.getAllWindows())
      if (!(await w._close())) {
        quitting = false;
        return;
      }
    this.emit('will-quit', ev);
    if (stop) {
      quitting = false;
      return;
    }
    this.exit(exitCode);
  }
  focus() {}
  exit(code = 0) {
    this.emit('quit', {}, code);
    process.exitCode = code;
    process.disconnect?.();
    process.reallyExit(code);
  }
}
const app0 = new App();
export const app = strict('app', app0);
process.on('exit', () => {});

// --- windows -----------------------------------------------------------------------------------------------------
const wins = new Map();
const frameOf = (wc) => ({
  parent: null,
  get url() {
    return wc._url;
  },
});
class WebContents extends EventEmitter {
  constructor(win) {
    super();
    this.id = win.id;
    this._win = win;
    this._url = '';
    this._open = () => ({ action: 'allow' });
    this.session = session;
    this.mainFrame = frameOf(this);
    app0.emit('web-contents-created', {}, this);
  }
  getURL() {
    return this._url;
  }
  isDestroyed() {
    return this._win.isDestroyed();
  }
  send(channel, ...args) {
    post({ k: 'send', win: this.id, channel, args: structuredClone(args) });
  }
  setWindowOpenHandler(fn) {
    this._open = fn;
  }
  printToPDF(options) {
    return ask('printToPDF', { win: this.id, options }).then((b) => Buffer.from(b));
  }
  reload() {
    this.emit('did-start-loading');
    return ask('reload', { win: this.id }).then(() => void this.emit('did-finish-load'));
  }
  isCrashed() {
    return false;
  }
  openDevTools() {}
  executeJavaScript(code) {
    return ask('executeJavaScript', { win: this.id, code });
  }
}
class BrowserWindow0 extends EventEmitter {
  constructor(options = {}) {
    super();
    if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const p = options.webPreferences ?? {};
    if (p.sandbox === false || p.contextIsolation === false || p.nodeIntegration === true)
      throw new Error('stand-in: only sandboxed, isolated windows');
    this.id = ++seq;
    this.options = options;
    this._visible = options.show !== false;
    this._dead = false;
    this._title = options.title ?? '';
    this._max = false;
    this._wc = new WebContents(this);
    this.webContents = strict('webContents', this._wc);
    wins.set(this.id, this);
    this._opened = ask('createWindow', {
      win: this.id,
      preload: p.preload ? readFileSync(p.preload, 'utf8') : '',
      width: options.width ?? 800,
      height: options.height ?? 600,
      userData: app0.getPath('userData'),
    });
  }
  async loadURL(url) {
    await this._opened;
    this._wc._url = url;
    this._wc.emit('did-start-loading');
    await ask('loadURL', { win: this.id, url });
    this.emit('ready-to-show');
    this._wc.emit('did-finish-load');
  }
  async _close() {
    if (this._dead) return true;
    let stop = false;
    this.emit('close', {
      preventDefault() {
        stop = true;
      },
    });
    if (stop) return false;
    await ask('closePage', { win: this.id });
    this._gone();
    return true;
  }
  _gone() {
    if (this._dead) return;
    this._dead = true;
    wins.delete(this.id);
    this.emit('closed');
    if (!wins.size && !quitting) {
      if (app0.listenerCount('window-all-closed')) app0.emit('window-all-closed');
      else void app0.quit();
    }
  }
  close() {
    void this._close();
  }
  destroy() {
    void ask('closePage', { win: this.id });
    this._gone();
  }
  isDestroyed() {
    return this._dead;
  }
  show() {
    this._visible = true;
    this.emit('show');
  }
  hide() {
    this._visible = false;
  }
  focus() {
    this.emit('focus');
  }
  isVisible() {
    return this._visible;
  }
  isMinimized() {
    return false;
  }
  restore() {}
  maximize() {
    this._max = true;
  }
  isMaximized() {
    return !!this._max;
  }
  isFullScreen() {
    return false;
  }
  getBounds() {
    return {
      x: this.options.x ?? 0,
      y: this.options.y ?? 0,
      width: this.options.width ?? 800,
      height: this.options.height ?? 600,
    };
  }
  setBounds(b) {
    Object.assign(this.options, b);
    this.emit('resize');
    this.emit('move');
  }
  getNormalBounds() {
    return this.getBounds();
  }
  setTitle(t) {
    this._title = t;
  }
  getTitle() {
    return this._title;
  }
  setMenuBarVisibility() {}
  setBackgroundColor() {}
}
export const BrowserWindow = Object.assign(
  new Proxy(BrowserWindow0, {
    construct: (C, a) => {
      const w = new C(...a);
      const s = strict('BrowserWindow', w);
      wins.set(w.id, s);
      return s;
    },
  }),
  {
    getAllWindows: () => [...wins.values()],
    getFocusedWindow: () => [...wins.values()].at(-1) ?? null,
    fromId: (id) => wins.get(id) ?? null,
    fromWebContents: (wc) => wins.get(wc.id) ?? null,
  },
);

// --- ipc, protocol, session, menu, dialog, shell -------------------------------------------------------------------
const handlers = new Map();
class IpcMain extends EventEmitter {
  handle(ch, fn) {
    if (handlers.has(ch)) throw new Error(`Attempted to register a second handler for '${ch}'`);
    handlers.set(ch, fn);
  }
  removeHandler(ch) {
    handlers.delete(ch);
  }
}
const ipc0 = new IpcMain();
export const ipcMain = strict('ipcMain', ipc0);
const schemes = new Map(),
  privileged = new Set();
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(l) {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const s of l) privileged.add(s.scheme);
  },
  handle(s, fn) {
    if (!isReady) throw new Error('protocol.handle before ready');
    schemes.set(s, fn);
  },
  isProtocolHandled: (s) => schemes.has(s),
});
let onBefore = null,
  onPermission = null,
  onCheck = null;
export const session = strict('session', {
  defaultSession: strict('session', {
    setPermissionRequestHandler(fn) {
      onPermission = fn;
    },
    setPermissionCheckHandler(fn) {
      onCheck = fn;
    },
    setDevicePermissionHandler() {},
    spellchecker: { enabled: null, languages: [], from: null },
    availableSpellCheckerLanguages: ['en-US', 'en-GB', 'de'],
    setSpellCheckerEnabled(on) {
      this.spellchecker.enabled = on;
    },
    setSpellCheckerLanguages(l) {
      this.spellchecker.languages = l;
    },
    setSpellCheckerDictionaryDownloadURL(u) {
      this.spellchecker.from = u;
    },
    webRequest: strict('webRequest', {
      onBeforeRequest(f, fn) {
        onBefore = fn ?? f;
      },
      onHeadersReceived() {},
    }),
    on() {
      return this;
    },
  }),
});
class MenuItem0 {
  constructor(o) {
    Object.assign(this, { enabled: true, visible: true, checked: false, ...o });
    const fn = o.click;
    if (Array.isArray(o.submenu)) this.submenu = Menu.buildFromTemplate(o.submenu);
    this.click = (ev = {}, w = BrowserWindow.getFocusedWindow()) => {
      if (!this.enabled) return;
      if (fn) fn(this, w, ev);
      else if (o.role === 'quit') void app0.quit();
      else if (o.role === 'close') w?.close();
      else throw new Error(`electron double: role ${o.role}`);
    };
  }
}
let appMenu = null;
const find = (m, id) => {
  for (const i of m.items) {
    if (i.id === id) return i;
    const s = i.submenu?.items && find(i.submenu, id);
    if (s) return s;
  }
  return null;
};
export const Menu = {
  buildFromTemplate: (t) => {
    const m = { items: t.map((o) => new MenuItem0(o)), getMenuItemById: (id) => find(m, id), popup() {} };
    return m;
  },
  setApplicationMenu(m) {
    appMenu = m;
  },
  getApplicationMenu: () => appMenu,
};
export const MenuItem = MenuItem0;
const unstubbed = (n) => async () => {
  throw new Error(`electron double: stub ${n} in the test (app.evaluate)`);
};
export const dialog = strict(
  'dialog',
  Object.fromEntries(
    ['showOpenDialog', 'showSaveDialog', 'showMessageBox']
      .map((n) => [n, unstubbed('dialog.' + n)])
      .concat([['showErrorBox', (t, c) => console.error('[showErrorBox]', t, c)]]),
  ),
);
export const shell = strict(
  'shell',
  Object.fromEntries(
    ['openExternal', 'openPath', 'showItemInFolder', 'trashItem'].map((n) => [n, unstubbed('shell.' + n)]),
  ),
);
class Theme extends EventEmitter {
  themeSource = 'system';
  shouldUseDarkColors = false;
}
export const nativeTheme = strict('nativeTheme', new Theme());
export const safeStorage = strict('safeStorage', { isAsyncEncryptionAvailable: async () => false });
export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
});
const all = {
  app,
  screen,
  BrowserWindow,
  ipcMain,
  protocol,
  session,
  Menu,
  MenuItem: MenuItem0,
  dialog,
  shell,
  nativeTheme,
  safeStorage,
};
export default all;

// --- calls from the host -------------------------------------------------------------------------------------------
const evOf = (d) => {
  const w = wins.get(d.win);
  w._wc._url = d.pageUrl;
  return {
    sender: w.webContents,
    senderFrame: d.isMain ? w._wc.mainFrame : { url: d.frameUrl, parent: w._wc.mainFrame },
    processId: 1,
    frameId: 1,
    reply: (c, ...a) => w.webContents.send(c, ...a),
  };
};
const serve = {
  async invoke(d) {
    const fn = handlers.get(d.channel);
    if (!fn) throw new Error(`No handler registered for '${d.channel}'`);
    return await fn(evOf(d), ...d.args);
  },
  send(d) {
    ipc0.emit(d.channel, evOf(d), ...d.args);
  },
  async request(d) {
    if (onBefore) {
      const r = await new Promise((res) =>
        onBefore({ id: 1, url: d.url, method: d.method, resourceType: d.type }, res),
      );
      if (r.cancel) return { cancelled: true };
    }
    const fn = schemes.get(new URL(d.url).protocol.slice(0, -1));
    if (!fn) return { external: true };
    const res = await fn(
      new Request(d.url, { method: d.method, headers: d.headers, ...(d.body ? { body: d.body } : {}) }),
    );
    return {
      status: res.status,
      headers: Object.fromEntries(res.headers),
      body: new Uint8Array(await res.arrayBuffer()),
    };
  },
  willNavigate(d) {
    let stop = false;
    const ev = {
      url: d.url,
      isMainFrame: true,
      preventDefault() {
        stop = true;
      },
    };
    const wc = wins.get(d.win)._wc;
    wc.emit('will-frame-navigate', ev);
    if (!stop) wc.emit('will-navigate', ev, d.url);
    return !stop;
  },
  windowOpen(d) {
    return wins.get(d.win)._wc._open({
      url: d.url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    }).action;
  },
  permission(d) {
    return new Promise((r) =>
      onPermission ? onPermission(wins.get(d.win).webContents, d.permission, r, {}) : r(true),
    );
  },
  permissionCheck(d) {
    const wc = wins.get(d.win).webContents;
    return onCheck ? onCheck(wc, d.permission, wc.getURL(), {}) : true;
  },
  pageClosed(d) {
    wins.get(d.win)?._gone();
  },
  pageLoading(d) {
    wins.get(d.win)?._wc.emit('did-start-loading');
  },
  pageLoaded(d) {
    wins.get(d.win)?._wc.emit('did-finish-load');
  },
  // oxlint-disable-next-line typescript/no-implied-eval, no-implied-eval -- the test's function comes as text
  evaluate: (d) => new Function(`return (${d.fn})`)()(all, d.arg),
};
export const __control = {
  ready() {
    isReady = true;
    markReady();
    app0.emit('ready', {}, {});
    post({ k: 'ready' });
  },
};
