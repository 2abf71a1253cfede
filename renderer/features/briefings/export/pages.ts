/**
 * Pages in a frame as they will print. Chromium breaks text into columns by the same rules as into pages (widows, rows
 * that stay whole, heads of tables that come again), so the printed page's rules are put on and a column is made of each
 * page; what stands in the margins of paper is put there by hand. Where the columns cannot stand below one another, they
 * stand side by side.
 */

/** Millimetres: A4, the margins of the printed page, and the room between pages here. */
const PAPER = { width: 210, height: 297 };
const MARGIN = { top: 24, side: 22 };
const GAP = 8;
const TEXT = { width: PAPER.width - 2 * MARGIN.side, height: PAPER.height - 2 * MARGIN.top };
const ROW = PAPER.height + GAP;
const COLUMN = PAPER.width + GAP;
/** CSS: 96 pixels to 25.4 millimetres. */
const PIXELS = 96 / 25.4;

/** The rules for paper apply on the screen, and those for the screen alone do not. */
export const asPaper = (css: string): string =>
  css.replaceAll('@media print', '@media all').replace(/@media \(max-width: 640px\)/g, '@media not all');

const pageCss = (stacked: boolean): string => `
html { background: transparent; overflow: auto; }
body { position: relative; margin: 0 auto; width: ${PAPER.width}mm; }
main, main.paged { position: absolute; box-sizing: content-box; top: ${MARGIN.top}mm; left: ${MARGIN.side}mm; width: ${TEXT.width}mm; max-width: none;
  margin: 0; padding: 0; background: none; column-width: ${TEXT.width}mm; column-fill: auto; orphans: 2; widows: 2;
  ${stacked ? `column-height: ${TEXT.height}mm; column-wrap: wrap; row-gap: ${ROW - TEXT.height}mm; column-gap: 0` : `height: ${TEXT.height}mm; column-gap: ${COLUMN - TEXT.width}mm`}; }
.sheet { position: absolute; box-sizing: border-box; width: ${PAPER.width}mm; height: ${PAPER.height}mm; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 30%); }
.sheet span { position: absolute; color: #555; font: 400 8.5pt/1.2 "Briefing Sans", "Briefing Other", Inter, sans-serif; }
.sheet .head { top: 10mm; left: ${MARGIN.side}mm; max-width: 110mm; }
.sheet .foot { bottom: 11mm; left: ${MARGIN.side}mm; }
.sheet .tlp { position: absolute; right: ${MARGIN.side}mm; }
.sheet .tlp.above { top: 8mm; }
.sheet .tlp.below { bottom: 8mm; }
.tlp { line-height: 1.2; }
`;

export interface PageWords {
  /** In the head of each page. */
  readonly title: string;
  readonly marking: string;
  /** In the foot, behind the page. */
  readonly issued: string;
}

/** Turns a filled frame's page into sheets; returns how many there are and their height in pixels, the gap included. */
export function layPages(inside: Document, words: PageWords): { count: number; step: number; stacked: boolean } {
  const view = inside.defaultView as Window & typeof globalThis;
  const stacked = view.CSS.supports('column-height', '1mm') && view.CSS.supports('column-wrap', 'wrap');
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(pageCss(stacked));
  inside.adoptedStyleSheets = [...inside.adoptedStyleSheets, sheet];
  const main = inside.querySelector('main');
  if (!main) return { count: 0, step: 0, stacked };
  const reach = stacked ? main.scrollHeight + (ROW - TEXT.height) * PIXELS : main.scrollWidth;
  const step = (stacked ? ROW : COLUMN) * PIXELS;
  const count = Math.max(1, Math.ceil((reach - 2) / step));
  const edges = [...inside.querySelectorAll<HTMLElement>('.edge')];
  const tlp = edges[0]?.querySelector('.tlp');
  for (const edge of edges) edge.remove();
  const sheets = Array.from({ length: count }, (_, i) => {
    const page = inside.createElement('div');
    page.className = 'sheet';
    page.style.setProperty(stacked ? 'top' : 'left', `${i * (stacked ? ROW : COLUMN)}mm`);
    page.append(
      spanOf(inside, 'head', words.title),
      spanOf(inside, 'foot', `Page ${i + 1} of ${count}${words.issued === '' ? '' : ` · ${words.issued}`}`),
    );
    for (const place of ['above', 'below']) {
      const label = (tlp ?? inside.createElement('strong')).cloneNode(true) as HTMLElement;
      label.classList.add(place);
      page.append(label);
    }
    // The marking is told once before the text; on each sheet it is for the eye.
    page.ariaHidden = 'true';
    return page;
  });
  inside.body.style.height = `${(stacked ? count : 1) * ROW - GAP}mm`;
  if (!stacked) inside.body.style.width = `${count * COLUMN - GAP}mm`;
  inside.body.prepend(...sheets);
  return { count, step, stacked };
}

function spanOf(inside: Document, name: string, text: string): HTMLElement {
  const span = inside.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

/** Makes the sheets as wide as the frame, never larger than paper; returns the scale. */
export function fitPages(inside: Document, width: number, stacked: boolean): number {
  const scale = Math.min(1, (width - 24) / (PAPER.width * PIXELS));
  inside.documentElement.style.setProperty('zoom', String(scale));
  inside.documentElement.style.setProperty('padding', stacked ? '12px 0' : '12px');
  return scale;
}
