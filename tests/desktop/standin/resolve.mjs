// Node loader hook: every import of 'electron' gets the test double.
const double = new URL('./electron-double.mjs', import.meta.url).href;
export const resolve = (spec, ctx, next) =>
  spec === 'electron' || spec.startsWith('electron/') ? { url: double, shortCircuit: true } : next(spec, ctx);
