/** The style of an exported briefing: a set page on the screen, A4 in print with the marking in the page margins. */
import { MARKING_INK } from '../model/marking';
import type { Marking } from '../model/marking';

/** A face to put into the file. */
export interface EmbeddedFont {
  /** `other` stands behind both: scripts the two do not have. */
  readonly family: 'serif' | 'sans' | 'other';
  readonly style: 'normal' | 'italic';
  /** CSS weight or range: `400`, `200 900`. */
  readonly weight: string;
  /** WOFF2, base64. */
  readonly data: string;
  readonly unicodeRange?: string;
}

interface Labelled {
  readonly title: string;
  readonly marking: Marking;
  /** The header rows: the day it was issued stands at the foot of each page. */
  readonly header: readonly { readonly label: string; readonly value: string }[];
}

const NAMES = { serif: 'Briefing Serif', sans: 'Briefing Sans', other: 'Briefing Other' } as const;
const LONGEST_HEAD = 90;

/** Text as a CSS string. `<` is escaped too, so that no title can end the style element. */
export function cssString(text: string): string {
  // eslint-disable-next-line no-control-regex
  const safe = text.replace(/[\u0000-\u001F\u007F"\\<>&]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
  return `"${safe}"`;
}

/** The whole style sheet of one exported briefing. */
export function briefingStyle({ title, marking, header }: Labelled, fonts: readonly EmbeddedFont[]): string {
  const head =
    title.length > LONGEST_HEAD ? `${title.slice(0, LONGEST_HEAD).replace(/[\uD800-\uDBFF]$/u, '')}…` : title;
  return [
    ...fonts.map(fontFace),
    pageRules(head, marking, header.find((row) => row.label === 'Issued')?.value ?? ''),
    BRIEFING_CSS,
  ].join('\n');
}

const base64 = (data: string): string => data.replace(/[^A-Za-z0-9+/=]/g, '');

const fontFace = (font: EmbeddedFont): string =>
  `@font-face { font-family: "${NAMES[font.family]}"; font-style: ${font.style}; font-weight: ${font.weight}; src: url(data:font/woff2;base64,${base64(font.data)}) format("woff2");${font.unicodeRange ? ` unicode-range: ${font.unicodeRange};` : ''} }`;

/** TLP 2.0: the label in the header and footer of every page, 12 points or more, coloured on black, at the right. */
function pageRules(head: string, marking: Marking, issued: string): string {
  const label = `content: ${cssString(marking)}; font: 700 12pt/1 ${SANS}; color: ${MARKING_INK[marking]}; background: #000; padding: 0 3mm; height: 7.5mm; width: max-content; white-space: nowrap; text-align: center;`;
  const quiet = `font: 400 8.5pt/1.2 ${SANS}; color: #555;`;
  return `@page {
  size: A4;
  margin: 24mm 22mm 24mm 22mm;
  @top-left { content: ${cssString(head)}; ${quiet} text-align: left; }
  @top-right { ${label} margin: 8mm 0 8.5mm; }
  @bottom-left { content: "Page " counter(page) " of " counter(pages)${issued === '' ? '' : ` ${cssString(` · ${issued}`)}`}; ${quiet} text-align: left; }
  @bottom-right { ${label} margin: 8mm 0 8.5mm; }
}`;
}

const SERIF = `"${NAMES.serif}", "${NAMES.other}", "Source Serif 4", Georgia, "Noto Serif", "Noto Serif KR", serif`;
const SANS = `"${NAMES.sans}", "${NAMES.other}", Inter, "Helvetica Neue", Arial, "Noto Sans", "Noto Sans KR", sans-serif`;
const MONO = `"JetBrains Mono", "DejaVu Sans Mono", Consolas, monospace`;

/** Rules that do not depend on the briefing; a page that holds several puts them in once. */
export const BRIEFING_CSS = `:root { color-scheme: light; }
html { background: #eceae6; }
body { margin: 0; color: #16181d; font: 400 17px/1.6 ${SERIF}; }
main { box-sizing: border-box; max-width: 760px; margin: 0 auto; padding: 56px 64px 64px; background: #fff; }
.edge { margin: 0; padding: 10px 16px; text-align: center; }
.tlp { display: inline-block; padding: 3px 8px; background: #000; font: 700 12pt/1.2 ${SANS}; white-space: nowrap; }
.tlp-clear { color: ${MARKING_INK['TLP:CLEAR']}; }
.tlp-green { color: ${MARKING_INK['TLP:GREEN']}; }
.tlp-amber, .tlp-amber-strict { color: ${MARKING_INK['TLP:AMBER']}; }
.tlp-red { color: ${MARKING_INK['TLP:RED']}; }
.briefing { overflow-wrap: break-word; hyphens: manual; }
.briefing .title { margin: 0 0 20px; font: 600 30px/1.2 ${SERIF}; letter-spacing: -0.01em; text-wrap: balance; }
.briefing .header { display: grid; gap: 4px 0; margin: 0 0 32px; padding: 12px 0; border-block: 1px solid #c9c7c2; font: 400 14px/1.45 ${SANS}; }
.briefing .header div { display: grid; grid-template-columns: 150px 1fr; align-items: baseline; }
.briefing .header dt { color: #55585f; }
.briefing .header dd { margin: 0; }
.briefing .header .tlp { font-size: 12px; padding: 2px 6px; }
.briefing .sense { color: #55585f; }
.briefing h1, .briefing h2, .briefing h3, .briefing h4, .briefing h5 { break-after: avoid; text-wrap: balance; }
.briefing h2 { margin: 32px 0 8px; font: 600 20px/1.3 ${SANS}; }
.briefing h3 { margin: 24px 0 6px; font: 600 16.5px/1.35 ${SANS}; }
.briefing h4 { margin: 20px 0 4px; font: 600 14.5px/1.4 ${SANS}; color: #3b3e45; }
.briefing p { margin: 0 0 12px; orphans: 2; widows: 2; }
.briefing ul, .briefing ol { margin: 0 0 12px; padding-inline-start: 28px; }
.briefing li { margin: 0 0 6px; orphans: 2; widows: 2; }
.briefing li > ul, .briefing li > ol { margin: 6px 0 0; }
.briefing blockquote { margin: 0 0 12px; padding-inline-start: 18px; border-inline-start: 2px solid #b9b6b0; }
.briefing .quotation { margin: 16px 0 20px; break-inside: avoid; }
.briefing .quotation blockquote { margin: 0 0 4px; font-size: 16px; white-space: normal; }
.briefing .quotation p:last-child { margin-bottom: 0; }
.briefing figcaption { padding-inline-start: 20px; color: #55585f; font: 400 13px/1.45 ${SANS}; }
.briefing table { width: 100%; margin: 16px 0 20px; border-collapse: collapse; font: 400 14px/1.45 ${SANS}; font-variant-numeric: tabular-nums; }
.briefing th, .briefing td { padding: 6px 10px; border-bottom: 1px solid #d9d7d2; text-align: start; vertical-align: top; }
.briefing th { font-weight: 600; background: #f4f3f0; }
.briefing tr { break-inside: avoid; }
.briefing td p, .briefing th p { margin: 0 0 4px; }
.briefing hr { margin: 24px 0; border: 0; border-top: 1px solid #c9c7c2; }
.briefing code { font: 0.88em/1.4 ${MONO}; }
.briefing a { color: #1d4a86; text-decoration: none; }
.briefing a:hover, .briefing a:focus { text-decoration: underline; }
.briefing .cite { font: 500 0.68em/1 ${SANS}; white-space: nowrap; vertical-align: baseline; position: relative; top: -0.45em; }
.briefing .note { font: 500 0.68em/1 ${SANS}; vertical-align: baseline; position: relative; top: -0.45em; }
.briefing .portion { font: 600 0.72em/1 ${SANS}; color: #55585f; white-space: nowrap; }
.briefing .term { border-bottom: 1px dotted #8a8780; }
.briefing .judgement { display: grid; grid-template-columns: 28px 1fr; margin: 0 0 12px; }
.briefing .judgement .count { font: 600 15px/1.7 ${SANS}; }
.briefing .judgement p:last-child { margin-bottom: 0; }
.briefing .tasks { padding-inline-start: 4px; list-style: none; }
.briefing .tasks .done + p { display: inline; }
.briefing .picture { margin: 16px 0 20px; break-inside: avoid; }
.briefing .picture img { display: block; max-width: 100%; max-height: 200mm; margin: 0 auto 6px; }
.briefing .absent { padding: 24px; background: #f4f3f0; text-align: center; }
.briefing .notes ol, .briefing .key p { font: 400 13.5px/1.5 ${SANS}; }
.briefing .missing { color: #a1260d; font-style: italic; }
.briefing .references { margin-top: 40px; padding-top: 4px; border-top: 1px solid #c9c7c2; }
.briefing .references ol { padding-inline-start: 30px; font: 400 13.5px/1.5 ${SANS}; }
.briefing .references ul { padding-inline-start: 30px; list-style: none; font: 400 13.5px/1.5 ${SANS}; }
.briefing .references li { margin-bottom: 8px; break-inside: avoid; }
.briefing .references ul > li { text-indent: -30px; }
.briefing .references ul > li > * { text-indent: 0; }
.briefing .small-caps { font-variant-caps: small-caps; }
.briefing .references li:target { background: #fff6d6; }
.briefing .references a { overflow-wrap: anywhere; }
.briefing .references a, .briefing .notes a { text-decoration: underline; text-underline-offset: 2px; }
.briefing .places { color: #55585f; }
.briefing .grade { font: 500 0.92em/1 ${MONO}; }
@media print {
  html { background: #fff; }
  body { font-size: 10.5pt; line-height: 1.5; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; margin: 0; padding: 0; }
  .edge { display: none; }
  .briefing .title { font-size: 20pt; margin-bottom: 12pt; }
  .briefing .header { font-size: 9pt; margin-bottom: 18pt; padding: 7pt 0; }
  .briefing .header .tlp { font-size: 9pt; }
  .briefing h2 { font-size: 13pt; margin: 18pt 0 5pt; }
  .briefing h3 { font-size: 11pt; margin: 13pt 0 4pt; }
  .briefing h4 { font-size: 10pt; }
  .briefing p, .briefing ul, .briefing ol { margin-bottom: 7pt; }
  .briefing .quotation blockquote { font-size: 10pt; }
  .briefing figcaption { font-size: 8.5pt; }
  .briefing table { font-size: 9pt; }
  .briefing .references ol, .briefing .references ul, .briefing .notes ol, .briefing .key p { font-size: 8.5pt; }
  .briefing a, .briefing .references a, .briefing .notes a { color: inherit; text-decoration: none; }
  .back { display: none; }
}
@media (max-width: 640px) {
  main { padding: 32px 20px 40px; }
  .briefing .header div { grid-template-columns: 1fr; }
}`;
