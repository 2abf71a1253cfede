/**
 * An exported page inside a frame of the workbench. The workbench's policy holds in the frame too: it allows no style
 * element, so the styles are adopted as constructed sheets, and nothing is ever written as markup. Scripts are left out.
 */

/** Builds the page in a frame that is in the document; resolves with its fonts loaded. */
export async function fillFrame(
  frame: HTMLIFrameElement,
  html: string,
  restyled: (css: string) => string = (css) => css,
): Promise<Document> {
  const { markup, styles } = withoutStyles(html);
  const source = new DOMParser().parseFromString(markup, 'text/html');
  const inside = frame.contentDocument;
  // An empty frame is in quirks mode, which lays pages out otherwise than paper.
  inside?.open();
  inside?.write('<!doctype html>');
  inside?.close();
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (inside === null || view === null) throw new Error('the frame has no page');
  if (inside.body === null) inside.documentElement.append(inside.createElement('body'));
  inside.documentElement.lang = source.documentElement.lang;
  inside.documentElement.dir = source.documentElement.dir;
  inside.title = source.title;
  inside.adoptedStyleSheets = styles.map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(restyled(style));
    return sheet;
  });
  for (const node of source.querySelectorAll('script, link, meta, base')) node.remove();
  inside.body.className = source.body.className;
  inside.body.replaceChildren(...[...source.body.childNodes].map((node) => inside.importNode(node, true)));
  // Fonts are first asked for when the page is laid out.
  inside.body.getBoundingClientRect();
  await inside.fonts.ready;
  return inside;
}

/** Style elements are taken out before parsing: even in a page that is never shown, the policy would report them. */
function withoutStyles(html: string): { markup: string; styles: string[] } {
  const styles: string[] = [];
  const markup = html.replace(/<style[^>]*>([\s\S]*?)<\/style\s*>/gi, (_element, style: string) => {
    styles.push(style);
    return '';
  });
  // The words of a script are no markup, and none of it is wanted.
  return { markup: markup.replace(/<script[^>]*>[\s\S]*?<\/script\s*>/gi, ''), styles };
}
