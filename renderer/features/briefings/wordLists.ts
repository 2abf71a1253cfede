/**
 * Word's lists on the clipboard are paragraphs that only look like items: `mso-list: l0 level2 lfo1` in their style, and
 * their bullet or number as words. Here they become lists.
 */

interface Item {
  readonly dom: Element;
  /** From 1. */
  readonly level: number;
  readonly isNumbered: boolean;
  readonly number: number;
}

const LEVEL = /mso-list\s*:\s*l\d+\s+level(\d+)/iu;
const NUMBER = /^[([]?\s*(\d{1,4}|[a-z]|[ivxlc]{1,6})\s*[.)\]:]/iu;

/** Replaces runs of such paragraphs by nested lists, in place. */
export function wordLists(body: Element): void {
  let run: Item[] = [];
  const close = (): void => {
    if (run.length > 0) build(run);
    run = [];
  };
  for (const dom of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')) {
    const item = itemOf(dom);
    if (!item) continue;
    if (run.length > 0 && run.at(-1)!.dom.nextElementSibling !== dom) close();
    run.push(item);
  }
  close();
}

function itemOf(dom: Element): Item | null {
  const level = Number(LEVEL.exec(dom.getAttribute('style') ?? '')?.[1] ?? 0);
  if (level === 0) return null;
  const sign = [...dom.querySelectorAll('span')].find((one) =>
    /mso-list\s*:\s*ignore/iu.test(one.getAttribute('style') ?? ''),
  );
  const marker = (sign?.textContent ?? '').replace(/[\s\u00A0]+/gu, '');
  sign?.remove();
  const match = NUMBER.exec(marker);
  return { dom, level: Math.min(level, 9), isNumbered: match !== null, number: Number(match?.[1]) || 1 };
}

/** The list open at each level; a deeper item stands in the item before it. */
function build(run: readonly Item[]): void {
  const open: { level: number; list: Element }[] = [];
  for (const { dom, level, isNumbered, number } of run) {
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const name = isNumbered ? 'ol' : 'ul';
    let top = open.at(-1);
    if (top?.level === level && top.list.localName !== name) {
      open.pop();
      top = open.at(-1);
    }
    if (top?.level !== level) {
      const list = dom.ownerDocument.createElement(name);
      if (isNumbered && number !== 1) list.setAttribute('start', String(number));
      const item = top?.list.lastElementChild;
      if (item) item.append(list);
      else dom.before(list);
      top = { level, list };
      open.push(top);
    }
    const item = dom.ownerDocument.createElement('li');
    const line = dom.ownerDocument.createElement('p');
    line.append(...dom.childNodes);
    item.append(line);
    top.list.append(item);
    dom.remove();
  }
}
