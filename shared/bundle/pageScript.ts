/**
 * The one script a bundle's page holds: search in the page, folded as the program folds (case, accents), without a
 * server. It makes its own controls, so that a page with scripts switched off shows none. The page's policy lets it
 * through by its hash, and no other. Kept as text: it runs where nothing of the program is.
 */
import type { SearchWords } from './pageWords/words';

export const pageScript = (words: SearchWords): string => `(() => {
  const main = document.querySelector('main');
  const make = (name, fields, parent) => parent.appendChild(Object.assign(document.createElement(name), fields));
  const form = document.createElement('form');
  form.setAttribute('role', 'search');
  const label = make('label', { textContent: '${words.search}' }, form);
  label.htmlFor = 'search-words';
  const field = make('input', { type: 'search', id: 'search-words', autocomplete: 'off', spellcheck: false }, form);
  const before = make('button', { type: 'button', textContent: '${words.previous}', disabled: true }, form);
  // Next is never disabled: a disabled one would stop Enter.
  make('button', { type: 'submit', textContent: '${words.next}' }, form);
  const count = make('output', {}, form);
  count.setAttribute('for', 'search-words');
  main.querySelector('header').after(form);

  const fold = (text) => {
    let folded = '';
    const places = [];
    let at = 0;
    for (const sign of text) {
      for (const unit of sign.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase().replace(/\\s/u, ' ')) {
        for (let i = 0; i < unit.length; i += 1) places.push(at);
        folded += unit;
      }
      at += sign.length;
    }
    places.push(at);
    return { folded, places };
  };

  let blocks = null;
  const read = () => {
    const all = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let holder = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (form.contains(node) || node.data.trim() === '') continue;
      const block = node.parentElement.closest('p, li, td, th, h1, h2, h3, h4, h5, h6, blockquote, figcaption, dd, dt, div');
      if (block !== holder) all.push({ nodes: [], text: '' });
      holder = block;
      const last = all[all.length - 1];
      last.nodes.push({ node, from: last.text.length });
      last.text += node.data;
    }
    for (const block of all) Object.assign(block, fold(block.text));
    return all;
  };

  const point = (block, at) => {
    let found = block.nodes[0];
    for (const one of block.nodes) if (one.from <= at) found = one;
    return [found.node, Math.min(at - found.from, found.node.data.length)];
  };
  const MOST = 2000;
  const search = (words) => {
    const { folded } = fold(words.trim().replace(/\\s+/g, ' '));
    const ranges = [];
    if (folded === '') return ranges;
    blocks ??= read();
    for (const block of blocks) {
      for (let at = block.folded.indexOf(folded); at >= 0; at = block.folded.indexOf(folded, at + folded.length)) {
        if (ranges.length === MOST) return ranges;
        const range = new Range();
        range.setStart(...point(block, block.places[at]));
        range.setEnd(...point(block, block.places[at + folded.length]));
        ranges.push(range);
      }
    }
    return ranges;
  };

  let found = [];
  let now = -1;
  const canPaint = Boolean(globalThis.CSS && CSS.highlights && globalThis.Highlight);
  const say = () => {
    const number = found.length === MOST ? '${words.moreThan}' + MOST : String(found.length);
    count.textContent =
      field.value.trim() === '' ? '' : found.length === 0 ? '${words.notFound}' : (now < 0 ? '${words.found}' : now + 1 + '${words.of}') + number + (found.length === 1 ? '${words.place}' : '${words.places}');
    before.disabled = found.length === 0;
    if (!canPaint) return;
    CSS.highlights.set('found', new Highlight(...found));
    CSS.highlights.set('found-now', new Highlight(...found.slice(now, now < 0 ? 0 : now + 1)));
  };
  const go = (by) => {
    if (found.length === 0) return;
    now = now < 0 ? (by > 0 ? 0 : found.length - 1) : (now + by + found.length) % found.length;
    const range = found[now];
    const details = range.startContainer.parentElement.closest('details');
    if (details) details.open = true;
    const { top, height } = range.getBoundingClientRect();
    scrollBy({ top: top - (innerHeight - height) / 2 });
    if (!canPaint) {
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
    say();
  };
  let timer = 0;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = 0;
      found = search(field.value);
      now = -1;
      say();
    }, 120);
  });
  const ready = () => {
    if (timer === 0) return;
    clearTimeout(timer);
    timer = 0;
    found = search(field.value);
    now = -1;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ready();
    go(1);
    say();
  });
  before.addEventListener('click', () => go(-1));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      ready();
      go(-1);
    }
  });
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target === field || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
})();
`;
