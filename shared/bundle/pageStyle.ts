/** The style of a bundle's page: a set page on the screen and on paper. The briefings bring their own rules. */
import { BRIEFING_CSS } from '../briefing/printStyle';
import { MARKING_INK } from '../model/marking';
import type { Marking } from '../model/marking';
import { MARKINGS } from '../model/marking';

const SANS = 'Inter, "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", "Noto Sans KR", sans-serif';
const SERIF = '"Source Serif 4", Georgia, "Noto Serif", "Noto Serif KR", serif';

const labelName = (marking: Marking): string => marking.toLowerCase().replace(/[^a-z]+/g, '-');

/** The label at the head and foot of every printed page (TLP 2.0), chosen by a class on the root. */
const pageRules = MARKINGS.map((marking) => {
  const name = labelName(marking);
  const label = `content: "${marking}"; font: 700 12pt/1 ${SANS}; color: ${MARKING_INK[marking]}; background: #000; padding: 0 3mm; height: 7.5mm; width: max-content; white-space: nowrap;`;
  return `@page ${name} { size: A4; margin: 24mm 20mm; @top-right { ${label} margin: 8mm 0; } @bottom-right { ${label} margin: 8mm 0; } @bottom-left { content: counter(page) " / " counter(pages); font: 400 8.5pt/1.2 ${SANS}; color: #555; } }
.${name}-case { page: ${name}; }`;
}).join('\n');

export const PAGE_CSS = `${BRIEFING_CSS}
${pageRules}
html { scroll-padding-top: 64px; }
main { max-width: 820px; }
main > header h1 { margin: 0 0 8px; font: 600 34px/1.15 ${SERIF}; letter-spacing: -0.01em; text-wrap: balance; }
main h2 { margin: 56px 0 16px; padding-top: 12px; border-top: 2px solid #16181d; font: 600 22px/1.3 ${SANS}; break-after: avoid; }
main h3 { margin: 40px 0 4px; font: 600 21px/1.3 ${SERIF}; break-after: avoid; text-wrap: balance; }
main h4 { margin: 20px 0 6px; font: 600 14px/1.4 ${SANS}; color: #3b3e45; break-after: avoid; }
main a { color: #1d4a86; text-underline-offset: 2px; }
.briefing { margin-bottom: 64px; }
.briefing .references a { text-decoration: underline; }
.said { margin: 0 0 12px; color: #3b3e45; white-space: pre-line; }
.facts, nav, .excerpts, .text .number, .plain { font: 400 14px/1.5 ${SANS}; }
.facts { margin: 0 0 10px; color: #55585f; }
.facts .tlp { font-size: 11px; padding: 1px 5px; }
.facts b { color: #16181d; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 20px 0 0; padding: 12px 0; border-block: 1px solid #c9c7c2; list-style: none; }
form[role=search] { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; margin: 16px 0 0; padding: 8px 0; background: #fff; font: 400 14px/1.5 ${SANS}; }
form[role=search] :is(input, button) { min-height: 32px; padding: 0 10px; border: 1px solid #767b84; border-radius: 6px; background: #fff; color: inherit; font: inherit; }
form[role=search] input { flex: 1 1 220px; min-width: 0; }
form[role=search] button:disabled { border-color: #c9c7c2; color: #6b6e75; }
form[role=search] :is(input, button):focus-visible { outline: 2px solid #1d4a86; outline-offset: 1px; }
form[role=search] output { min-width: 96px; color: #55585f; }
::highlight(found) { background: #cfe3ff; }
::highlight(found-now) { background: #1d4a86; color: #fff; }
.text { margin: 16px 0 24px; overflow-wrap: break-word; }
.text p { margin: 0 0 12px; white-space: pre-line; orphans: 2; widows: 2; }
.text .title { font-weight: 600; }
.text .heading { font-weight: 600; }
.text .heading.level-2 { color: #3b3e45; }
.text .heading:is(.level-3, .level-4, .level-5, .level-6, .level-7, .level-8, .level-9) { font-weight: 400; font-style: italic; }
.text .list-item { padding-inline-start: 16px; }
.text .footnote { color: #3b3e45; font-size: 14px; }
.text .leaf { margin: 0 0 4px; padding-top: 2px; border-top: 1px solid #e2e0db; color: #55585f; font: 400 11px/1.4 ${SANS}; text-align: end; }
.text table { margin: 0 0 16px; border-collapse: collapse; font: 400 14px/1.45 ${SANS}; }
.text td { padding: 4px 16px 4px 0; border-block: 1px solid #d9d7d2; vertical-align: top; }
.text .caption { padding-inline-start: 16px; color: #3b3e45; font-size: 15px; }
mark { background: #fdeeb5; color: inherit; border-bottom: 1px solid #c89b1c; }
mark.many { background: #f9db86; }
.text .number { font-size: 11px; line-height: 1; padding: 0 2px; vertical-align: super; text-decoration: none; }
.excerpts { margin: 0 0 32px; padding: 0; list-style: none; }
.excerpts > li { display: grid; grid-template-columns: 44px 1fr; padding: 14px 0; border-top: 1px solid #d9d7d2; break-inside: avoid; }
.excerpts > li:target { background: #fff6d6; }
.excerpts blockquote { margin: 0 0 6px; font: 400 16px/1.55 ${SERIF}; white-space: pre-line; overflow-wrap: break-word; }
.excerpts .note { margin: 0 0 6px; white-space: pre-line; }
.excerpts .facts { margin: 0 0 4px; font-size: 13px; }
.excerpts ul { margin: 0; padding-inline-start: 18px; font-size: 13px; }
.plain { padding-inline-start: 20px; }
.plain li { margin-bottom: 6px; break-inside: avoid; }
.plain ul { padding-inline-start: 20px; }
.about { margin-top: 64px; padding-top: 12px; border-top: 1px solid #c9c7c2; color: #55585f; font: 400 13px/1.5 ${SANS}; }
@media print {
  form[role=search] { display: none; }
  main > header h1 { font-size: 22pt; }
  main h2 { font-size: 14pt; margin-top: 22pt; }
  main h3 { font-size: 13pt; margin-top: 16pt; }
  main a { color: inherit; text-decoration: none; }
  .facts, .plain, nav { font-size: 9pt; }
  .excerpts blockquote { font-size: 10pt; }
}
@media (max-width: 640px) { .excerpts > li { grid-template-columns: 32px 1fr; } }`;

export const caseClass = (marking: Marking): string => `${labelName(marking)}-case`;
