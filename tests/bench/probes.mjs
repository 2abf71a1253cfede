// What is put into the built program's page to watch it from inside. Each runs there, so it stands on its own.

/** Before the page's own scripts: notes when the first excerpts with words and the count of the case are in the page. */
export function watchFirstRows() {
  const frames = [];
  let last = 0;
  const step = (now) => {
    if (last > 0) frames.push(now - last);
    // From when the frame of the case stands: before that the program itself is being loaded.
    last = last > 0 || document.querySelector('nav') ? now : 0;
    if (!window.usable) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  window.firstFrames = frames;
  const observer = new MutationObserver(() => {
    const status = document.querySelector('h1 [role=status]');
    if (!status || !/\d/.test(status.textContent)) return;
    const cell = document.querySelector('[role=grid] [role=rowgroup] [role=gridcell]');
    if (!cell || cell.textContent.trim() === '') return;
    observer.disconnect();
    window.usable = performance.now();
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Clicks a link and resolves with the milliseconds until the first rows of the excerpts stand in the page. */
export function timeToRows(selector) {
  return new Promise((resolve) => {
    let start = 0;
    addEventListener('click', (event) => (start = event.timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const cell = document.querySelector('[role=grid] [role=rowgroup] [role=gridcell]');
      if (!cell || cell.textContent.trim() === '') return;
      observer.disconnect();
      document.body.getBoundingClientRect();
      resolve(performance.now() - start);
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    document.querySelector(selector).click();
  });
}

/** Jumps to the middle of the excerpts; milliseconds until every row in view has words. */
export async function timeJump() {
  const grid = document.querySelector('main [role=grid]');
  const full = () => {
    const { top, bottom } = grid.getBoundingClientRect();
    const words = [...grid.querySelectorAll('[role=rowgroup] [role=gridcell][aria-colindex="1"]')].filter((cell) => {
      const box = cell.getBoundingClientRect();
      return box.bottom > top + 30 && box.top < bottom;
    });
    return words.length > 0 && words.every((cell) => cell.textContent.trim() !== '');
  };
  const start = performance.now();
  grid.scrollTop = grid.scrollHeight / 2 + Math.random() * 2000;
  return new Promise((resolve) => {
    const look = () => (full() ? resolve(performance.now() - start) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
}

/**
 * Flings the excerpts over `count` frames, from rest to `pixels` a frame within eight, and looks at each after it was
 * painted. The list is moved after its scroll handlers ran, as a compositor does: what is there must be there before.
 */
export async function fling({ count, pixels }) {
  const grid = document.querySelector('main [role=grid]');
  const box = grid.getBoundingClientRect();
  const places = [0.15, 0.5, 0.85].map((part) => box.top + 30 + (box.height - 40) * part);
  const result = { blank: 0, waiting: 0, frames: [] };
  const painted = new MessageChannel();
  let last = 0;
  let way = 1;
  let speed = 0;
  return new Promise((resolve) => {
    painted.port1.onmessage = () => {
      const rows = places.map((y) => document.elementFromPoint(box.left + 80, y)?.closest('[role=row]'));
      if (rows.some((row) => !row)) result.blank += 1;
      else if (rows.some((row) => row.textContent.trim() === '')) result.waiting += 1;
      if (result.frames.length >= count) resolve(result);
    };
    const step = (now) => {
      if (last > 0) result.frames.push(now - last);
      last = now;
      speed = Math.min(pixels, speed + pixels / 8);
      const next = grid.scrollTop + way * speed;
      if (next > grid.scrollHeight - grid.clientHeight || next < 0) {
        way = -way;
        speed = 0;
      } else grid.scrollTop = next;
      painted.port2.postMessage(0);
      if (result.frames.length < count) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

/** Notes for each key when the first results and their number last changed after it, and when that was painted. */
export function watchTyping({ root, item }) {
  const typing = { samples: [], sample: null, sign: '', quietSince: performance.now() };
  window.typing = typing;
  // The words of the first results and how many there are; asking for boxes would cost more than what is measured.
  const signNow = () => {
    const place = document.querySelector(root);
    let sign = document.querySelector('h1 [role=status], header [role=status]')?.textContent ?? '';
    let count = 0;
    for (const element of place?.querySelectorAll(item) ?? []) {
      sign += element.innerHTML;
      if ((count += 1) >= 14) break;
    }
    return sign;
  };
  new MutationObserver(() => {
    const sign = signNow();
    if (sign === typing.sign) return;
    typing.sign = sign;
    const { sample } = typing;
    const now = performance.now();
    typing.quietSince = now;
    if (!sample) return;
    sample.rendered = now - sample.start;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (sample.painted = performance.now() - sample.start);
      channel.port2.postMessage(0);
    });
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  addEventListener(
    'keydown',
    (event) => {
      typing.quietSince = performance.now();
      typing.sample = { start: event.timeStamp, key: event.key };
      typing.samples.push(typing.sample);
    },
    { capture: true },
  );
}

/** Notes for each key when the text it changed was laid out anew, and when that was painted. */
export function watchKeys() {
  const keys = [];
  window.keys = keys;
  let sample = null;
  addEventListener(
    'keydown',
    (event) => {
      sample = { start: event.timeStamp };
      keys.push(sample);
    },
    { capture: true },
  );
  addEventListener(
    'input',
    () => {
      const mine = sample;
      if (!mine) return;
      // The editor reads what changed after this event: a task of its own comes behind that.
      const behind = new MessageChannel();
      behind.port1.onmessage = () => {
        document.body.getBoundingClientRect();
        mine.done = performance.now() - mine.start;
      };
      behind.port2.postMessage(0);
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => (mine.painted = performance.now() - mine.start);
        painted.port2.postMessage(0);
      });
    },
    { capture: true },
  );
}

/** Notes in `firstWords` the milliseconds from the next double click until words of a document are laid out. */
export function watchWords() {
  window.firstWords = 0;
  let start = 0;
  addEventListener('dblclick', (event) => (start = event.timeStamp), { capture: true, once: true });
  const observer = new MutationObserver(() => {
    const text = document.querySelector('[role=textbox][aria-label^="Text of "]');
    // The first of them only: the words of a long text together are what is not to be asked for.
    if (!text || !document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode()) return;
    observer.disconnect();
    document.body.getBoundingClientRect();
    window.firstWords = performance.now() - start;
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Resolves when nothing seen changed for so many milliseconds. */
export async function untilQuiet(ms) {
  while (performance.now() - window.typing.quietSince < ms) await new Promise((resolve) => setTimeout(resolve, 10));
}
