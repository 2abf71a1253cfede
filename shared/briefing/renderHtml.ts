/**
 * A briefing as HTML: the body alone, for a page that holds several, or one file that needs nothing else. No address but
 * those of the sources, no style on an element, no script but the one that checks a file; every word from the case is
 * escaped.
 */
import { footnotesHtml, keyHtml, referencesHtml } from './html/afterTextHtml';
import { blockHtml } from './html/blocksHtml';
import { CHECK_POLICY, checkHtml, policyHash } from './html/checkHtml';
import { escapeHtml } from './html/escape';
import { markingHtml } from './html/page';
import type { Page } from './html/page';
import { passageKeys } from './html/passageHtml';
import { UNFOLDING_CSS } from './html/style';
import type { BriefingModel } from './model';
import type { ShownPassage } from './outgoing/passages';
import { briefingStyle } from './printStyle';
import type { EmbeddedFont } from './printStyle';
import { ENGLISH } from './words';
import type { BriefingWords } from './words';

export interface HtmlOptions {
  /** Faces put into the file as data. Without them the reader's own serif and sans are used. */
  readonly fonts?: readonly EmbeddedFont[];
  /** Pictures by the SHA-256 of their bytes, base64. A figure without its picture shows its description. */
  readonly pictures?: ReadonlyMap<string, string>;
  /** Cited passages by excerpt id: citations unfold them, and the file can be checked. For files, not for print. */
  readonly passages?: ReadonlyMap<string, ShownPassage>;
}

export interface BodyOptions {
  /** Put before every id, so that several briefings can stand on one page. */
  readonly idPrefix?: string;
  /** Level of the title's heading, 1 where not given. */
  readonly titleLevel?: 1 | 2 | 3;
  readonly pictures?: HtmlOptions['pictures'];
  readonly passages?: HtmlOptions['passages'];
  /** English where not given. */
  readonly words?: BriefingWords;
}

/**
 * The briefing as one complete page with its styles inside: readable on a screen, and on A4 with the marking at the head
 * and foot of every page and "page x of y" (CSS Paged Media margin boxes).
 */
export function renderHtml(model: BriefingModel, options: HtmlOptions = {}): string {
  const { fonts = [], passages } = options;
  const label = markingHtml(model.marking);
  const css = briefingStyle(model, fonts) + (passages ? `\n${UNFOLDING_CSS}` : '');
  const style = `\n${css}\n`;
  const script = passages ? ` script-src ${CHECK_POLICY};` : '';
  const edge = (name: 'header' | 'footer'): string => `<${name} class="edge" data-checked="">${label}</${name}>`;
  const main = `<main data-checked="">\n${renderBriefingHtml(model, options)}\n</main>`;
  const parts = [edge('header'), main, edge('footer')];
  const keys = passageKeys(model.references, passages ?? new Map<string, ShownPassage>());
  const check = passages ? `\n${checkHtml(parts.join(''), passages, keys)}` : '';
  return `<!doctype html>
<html lang="${escapeHtml(model.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${policyHash(style)};${script} font-src data:; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(model.title)} (${model.marking})</title>
<style>${style}</style>
</head>
<body>
${parts.join('\n')}${check}
</body>
</html>
`;
}

/** The briefing as an `article`: title, header block with the marking, body, references. */
export function renderBriefingHtml(model: BriefingModel, options: BodyOptions = {}): string {
  const level = options.titleLevel ?? 1;
  const { pictures, passages = new Map<string, ShownPassage>(), words = ENGLISH } = options;
  const keys = passageKeys(model.references, passages);
  const page: Page = { prefix: options.idPrefix ?? '', level, cited: new Set(), pictures, passages, keys, words };
  const header = [
    `<div><dt>${words.marking}</dt><dd>${markingHtml(model.marking)} <span class="sense">${escapeHtml(words.markingSense[model.marking])}</span></dd></div>`,
    ...model.header.map(
      (row) =>
        `<div><dt>${escapeHtml(words.header[row.label] ?? row.label)}</dt><dd>${escapeHtml(row.value)}</dd></div>`,
    ),
  ];
  const parts = [
    `<h${level} class="title" id="${page.prefix}title">${escapeHtml(model.title)}</h${level}>`,
    `<dl class="header">\n${header.join('\n')}\n</dl>`,
    ...model.blocks.map((block) => blockHtml(block, page)),
    keyHtml(model.likelihoodKey, page),
    footnotesHtml(model.footnotes, page),
    referencesHtml(model, page),
  ];
  return `<article class="briefing">\n${parts.filter((part) => part !== '').join('\n')}\n</article>`;
}
