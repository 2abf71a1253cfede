// Runs the real main.js in Node with the double, and shows its windows in Chromium.
import { chromium, type BrowserContext, type Page, type Route } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as Electron from 'electron';
import { makeCodec } from './codec.js';
import { answerInnerRequests, type Answered, type AskedOf } from './innerRequests';

const here = import.meta.dirname;
const codecSrc = readFileSync(path.join(here, 'codec.js'), 'utf8').replace(/^export .*$/m, '');
const pageSrc = readFileSync(path.join(here, 'page.js'), 'utf8').replace(/^export .*$/m, '');
const codec = makeCodec();
// app://main/x  <->  http://main.app.invalid/x  (Chromium cannot route an unknown scheme; it is told that this one is secure)
const SECURE = 'http://workbench.app.invalid';
const toPage = (u: string) => u.replace(/^app:\/\/([^/]+)/, 'http://$1.app.invalid');
const toApp = (u: string) => u.replace(/^http:\/\/([^/]+)\.app\.invalid/, 'app://$1');
interface Msg {
  k: 'call' | 'reply' | 'send' | 'ready';
  id: number;
  t: string;
  data: any;
  val: unknown;
  err?: string;
  win: number;
  channel: string;
  args: unknown[];
}

export interface LaunchOptions {
  main: string;
  userData: string;
  args?: string[];
  env?: Record<string, string>;
  cwd?: string;
  chromiumArgs: string[];
  executablePath: string;
}
export class StandIn {
  readonly kind = 'standin' as const;
  readonly external: string[] = [];
  log = '';
  private seq = 0;
  private pending = new Map<number, { res: (v: any) => void; rej: (e: Error) => void }>();
  private pages = new Map<number, Page>();
  private ids = new WeakMap<Page, number>();
  private loading = new Set<Page>();
  private ctx: Promise<BrowserContext> | undefined;
  private waiters: ((p: Page) => void)[] = [];
  readonly exited: Promise<number | null>;
  readonly proc: ChildProcess;
  private readonly opts: LaunchOptions;
  private constructor(proc: ChildProcess, opts: LaunchOptions) {
    this.proc = proc;
    this.opts = opts;
    proc.on('error', (e) => {
      this.log += String(e);
    });
    proc.on('message', (m: Msg) => void this.onMessage(m));
    for (const s of [proc.stdout, proc.stderr])
      s?.on('data', (d) => {
        this.log += String(d);
      });
    this.exited = new Promise((res) =>
      proc.on('exit', (code) => {
        for (const p of this.pending.values()) p.rej(new Error('main process exited: ' + this.log));
        this.pending.clear();
        void (async () => {
          await (await this.ctx)?.close();
          res(code);
        })();
      }),
    );
  }
  static async launch(opts: LaunchOptions): Promise<StandIn> {
    const proc = spawn(process.execPath, [path.join(here, 'bootstrap.mjs'), opts.main, ...(opts.args ?? [])], {
      cwd: opts.cwd ?? process.cwd(),
      env: { ...process.env, COLLATE_USER_DATA: opts.userData, ...opts.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    return new StandIn(proc, opts);
  }
  private call(t: string, data: unknown): Promise<any> {
    return new Promise((res, rej) => {
      const id = ++this.seq;
      this.pending.set(id, { res, rej });
      const gone = (): void => {
        this.pending.delete(id);
        rej(new Error('main process is gone: ' + this.log));
      };
      if (this.proc.connected)
        this.proc.send({ k: 'call', id, t, data }, (e) => {
          if (e) gone();
        });
      else gone();
    });
  }
  private async onMessage(m: Msg): Promise<void> {
    if (m.k === 'reply') {
      const p = this.pending.get(m.id);
      this.pending.delete(m.id);
      if (m.err !== undefined) p?.rej(new Error(m.err));
      else p?.res(m.val);
    } else if (m.k === 'send') {
      const e = codec.enc({ channel: m.channel, args: m.args });
      await this.pages
        .get(m.win)
        ?.evaluate((x) => (globalThis as any).__standinDeliver(x), e)
        .catch(() => undefined);
    } else if (m.k === 'call') {
      let r: object;
      try {
        r = { val: await this.serve(m.t, m.data) };
      } catch (e) {
        r = { err: String(e) };
      }
      if (this.proc.connected) this.proc.send({ k: 'reply', id: m.id, ...r }, () => undefined);
    }
  }
  private async serve(t: string, d: any): Promise<unknown> {
    const page = this.pages.get(d.win)!;
    switch (t) {
      case 'createWindow':
        return this.createWindow(d);
      case 'loadURL':
        this.loading.add(page);
        try {
          await page.goto(toPage(d.url));
        } finally {
          this.loading.delete(page);
        }
        this.waiters.splice(0).forEach((w) => w(page));
        return;
      case 'reload':
        return void (await page.reload());
      case 'executeJavaScript':
        return page.evaluate(d.code);
      case 'closePage':
        await page?.close();
        return undefined;
      case 'printToPDF': {
        const o = d.options ?? {};
        const m = o.margins ?? {};
        const inch = (v?: number) => (v === undefined ? '0.4in' : `${v}in`);
        const size =
          typeof o.pageSize === 'object'
            ? { width: `${o.pageSize.width}in`, height: `${o.pageSize.height}in` }
            : { format: o.pageSize ?? 'Letter' };
        return page.pdf({
          ...size,
          landscape: !!o.landscape,
          printBackground: !!o.printBackground,
          scale: o.scale ?? 1,
          pageRanges: o.pageRanges ?? '',
          displayHeaderFooter: !!o.displayHeaderFooter,
          headerTemplate: o.headerTemplate ?? '',
          footerTemplate: o.footerTemplate ?? '',
          preferCSSPageSize: !!o.preferCSSPageSize,
          tagged: !!o.generateTaggedPDF,
          outline: !!o.generateDocumentOutline,
          margin: { top: inch(m.top), bottom: inch(m.bottom), left: inch(m.left), right: inch(m.right) },
        });
      }
      default:
        throw new Error('host: ' + t);
    }
  }
  private context(userData: string): Promise<BrowserContext> {
    return (this.ctx ??= (async () => {
      const inner = await answerInnerRequests((asked) =>
        this.ask({ ...asked, type: 'other', headers: {}, body: null }),
      );
      const ctx = await chromium.launchPersistentContext(path.join(userData, 'chromium'), {
        executablePath: this.opts.executablePath,
        args: [
          ...this.opts.chromiumArgs,
          `--unsafely-treat-insecure-origin-as-secure=${SECURE}`,
          `--host-resolver-rules=MAP *.app.invalid 127.0.0.1:${inner.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
        ],
        chromiumSandbox: false,
        headless: true,
        acceptDownloads: true,
        serviceWorkers: 'block',
      });
      await ctx.exposeBinding('__standin', async ({ page, frame }, payload) => {
        const { t, d } = codec.dec(payload) as { t: string; d: object };
        try {
          return codec.enc({
            val: await this.call(t, {
              ...d,
              win: this.ids.get(page),
              isMain: frame === page.mainFrame(),
              pageUrl: toApp(page.url()),
              frameUrl: toApp(frame.url()),
            }),
          });
        } catch (e) {
          return codec.enc({ err: (e as Error).message });
        }
      });
      ctx.on('close', inner.close);
      await ctx.route('**/*', (r) => this.route(r));
      return ctx;
    })());
  }
  private async route(route: Route): Promise<void> {
    const q = route.request();
    const url = toApp(q.url());
    try {
      const page = q.frame().page();
      const win = this.ids.get(page)!;
      if (
        q.isNavigationRequest() &&
        q.frame() === page.mainFrame() &&
        !this.loading.has(page) &&
        page.url() !== 'about:blank'
      ) {
        if (q.url() !== page.url() && !(await this.call('willNavigate', { win, url })))
          return await route.abort('aborted');
        await this.call('pageLoading', { win });
      }
      const r = await this.ask({
        url: q.url(),
        method: q.method(),
        type: q.resourceType(),
        headers: q.headers(),
        body: q.postDataBuffer(),
      });
      if (!r) return await route.abort('blockedbyclient');
      await route.fulfill({ ...r, body: Buffer.from(r.body) });
    } catch {
      await route.abort('failed').catch(() => undefined);
    }
  }
  /** What the program answers; null where it lets nobody out. */
  private async ask(asked: AskedOf & { type: string; headers: object; body: Buffer | null }): Promise<Answered | null> {
    const url = toApp(asked.url);
    const r = await this.call('request', { ...asked, url });
    if (!r.cancelled && !r.external) return { status: r.status, headers: r.headers, body: r.body };
    this.external.push(url);
    return null;
  }
  private async createWindow(d: {
    win: number;
    preload: string;
    width: number;
    height: number;
    userData: string;
  }): Promise<void> {
    const ctx = await this.context(d.userData);
    const spare = ctx.pages().find((p) => !this.ids.has(p));
    const page = spare ?? (await ctx.newPage());
    this.pages.set(d.win, page);
    this.ids.set(page, d.win);
    await page.setViewportSize({ width: d.width, height: d.height });
    if (d.preload !== '')
      await page.addInitScript(
        `(() => { if (!globalThis.__standin) return; ${codecSrc}; ${pageSrc}; standinPage(makeCodec, (require, process) => { const module = { exports: {} }, exports = module.exports; ${d.preload}\n }); })()`,
      );
    page.on('load', () => {
      if (!this.loading.has(page)) void this.call('pageLoaded', { win: d.win }).catch(() => undefined);
    });
    page.on('close', () => {
      void this.call('pageClosed', { win: d.win }).catch(() => undefined);
    });
  }
  windows(): Page[] {
    return [...this.pages.values()].filter((p) => !p.isClosed());
  }
  async firstWindow(): Promise<Page> {
    const p = this.windows()[0];
    if (p && p.url() !== 'about:blank') return p;
    return Promise.race([
      new Promise<Page>((r) => this.waiters.push(r)),
      this.exited.then((c) => {
        throw new Error(`main exited (${c}) before a window opened\n${this.log}`);
      }),
    ]);
  }
  evaluate<R, A>(fn: (electron: typeof Electron, arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    return this.call('evaluate', { fn: fn.toString(), arg });
  }
  async close(): Promise<void> {
    if (this.proc.exitCode === null && this.proc.connected)
      await this.call('evaluate', { fn: '({ app }) => { setImmediate(() => app.quit()); }' }).catch(() => undefined);
    const code = await this.exited;
    if (code !== null && code !== 0) throw new Error(`main ended with ${code}\n${this.log}`);
  }
  async kill(): Promise<void> {
    this.proc.kill('SIGKILL');
    await this.exited;
  }
}
