/** Markdown (CommonMark with GitHub's tables, notes, boxes and strokes) as a page, to be read as any page is. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { withoutCode } from '../../interchange/markdown/prose';

const WIKILINK = /(!?)\[\[([^[\]\n|]{1,500})(?:\\?\|([^[\]\n]{0,500}))?\]\]/g;

/** Links between notes become the words they show; what is embedded is left out like a picture. */
function withoutWikilinks(text: string): string {
  if (!text.includes('[[')) return text;
  const parts: string[] = [];
  let from = 0;
  for (const link of withoutCode(text).matchAll(WIKILINK)) {
    const [whole, embed, target, shown] = link;
    parts.push(text.slice(from, link.index), embed ? '![](embedded)' : (shown ?? target)!.replace(/\\$/, ''));
    from = link.index + whole.length;
  }
  return parts.join('') + text.slice(from);
}

/** The rules for pages, without the one that would show scripts as words: what reads the page leaves them out. */
function pageRules(): ReturnType<typeof gfmHtml> {
  const rules = gfmHtml();
  const { htmlFlowData: _flow, htmlTextData: _text, ...exit } = rules.exit ?? {};
  return { ...rules, exit };
}

/** The page of a text, with the mark-up that stands in it. Nothing in it may be shown before it is read. */
export function markdownHtml(text: string): string {
  const html = micromark(withoutWikilinks(text), {
    extensions: [gfm()],
    htmlExtensions: [pageRules()],
    allowDangerousHtml: true,
  });
  // A heading for the notes that the text does not have.
  return html.replace(/<h2 id="footnote-label"[^>]*>[^<]*<\/h2>/, '');
}
