/** The style of what only an exported page has: passages that unfold, and the check. */

const SANS = `"Briefing Sans", "Briefing Other", Inter, "Helvetica Neue", Arial, "Noto Sans", "Noto Sans KR", sans-serif`;

export const UNFOLDING_CSS = `.briefing .references .unfold { display: flex; flex-wrap: wrap; gap: 4px 6px; margin: 6px 0 0; padding: 0; list-style: none; }
.briefing .references .unfold { text-indent: 0; }
.briefing .unfold > li { flex: 0 1 auto; margin: 0; }
.briefing .unfold > li:has([open]) { flex-basis: 100%; }
.briefing .passage summary { display: inline-block; padding: 2px 8px; border: 1px solid #c9c7c2; border-radius: 4px; background: #fff; color: #1d4a86; font: 500 13px/1.5 ${SANS}; cursor: pointer; }
.briefing .passage summary::before { content: "+ "; }
.briefing .passage[open] summary::before { content: "− "; }
.briefing .passage summary:hover { background: #f4f3f0; }
.briefing .passage > div { margin: 8px 0 12px; padding: 14px 16px 6px; border: 1px solid #d9d7d2; border-radius: 6px; background: #fbfaf8; }
.briefing .passage blockquote { margin: 0 0 12px; padding: 0; border: 0; }
.briefing .around { font: 400 16px/1.6 "Briefing Serif", "Briefing Other", "Source Serif 4", Georgia, serif; white-space: pre-line; }
.briefing .around .context { color: #55585f; }
.briefing .around mark { padding: 1px 0; background: #fdeeb5; color: inherit; border-bottom: 1px solid #c89b1c; }
.briefing .around mark[data-altered] { background: #fbdcd5; border-bottom: 3px double #a1260d; }
.briefing .passage dl { display: grid; gap: 3px 0; margin: 0 0 8px; }
.briefing .passage dl div { display: grid; grid-template-columns: 130px 1fr; }
.briefing .passage dt { color: #55585f; }
.briefing .passage dd { margin: 0; }
.briefing .passage .tlp { font-size: 11px; padding: 1px 5px; }
.briefing li:has(.unfold) > .places { display: none; }
.check { box-sizing: border-box; max-width: 760px; margin: 16px auto; padding: 20px 64px; background: #fff; font: 400 14px/1.5 ${SANS}; }
.check h2 { margin: 0 0 6px; font: 600 15px/1.4 ${SANS}; }
.check p { margin: 0 0 10px; max-width: 65ch; overflow-wrap: anywhere; }
.check button { padding: 6px 14px; border: 1px solid #8a8780; border-radius: 6px; background: #fff; color: #16181d; font: 500 14px/1.4 ${SANS}; cursor: pointer; }
.check button:hover { background: #f4f3f0; }
.check :focus-visible, .briefing summary:focus-visible, .briefing a:focus-visible { outline: 2px solid #1d4a86; outline-offset: 2px; }
#checked:not(:empty) { margin-top: 14px; padding: 12px 14px 2px; border-inline-start: 4px solid #55585f; background: #f4f3f0; }
#checked[data-state="intact"] { border-color: #2e7d32; }
#checked[data-state="altered"] { border-color: #a1260d; }
#checked p:first-child { font-weight: 600; }
@media print {
  .check, .briefing .unfold > li:not(:has([open])), .briefing .passage summary::before { display: none; }
  .briefing .passage summary { padding: 0; border: 0; color: inherit; }
  .briefing .passage > div { break-inside: avoid; padding: 8pt 10pt 2pt; }
  .briefing .around { font-size: 9.5pt; }
  .briefing li:has(.unfold) > .places { display: inline; }
}
@media (max-width: 640px) { .check { padding: 16px 20px; } }`;
