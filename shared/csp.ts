/**
 * The policy every page of ours is served under. Its one source is `resources/csp.json`, a list of directives that
 * plain scripts can read too: the desktop's protocol handler and the loopback server send the same words.
 *
 * No style hash: the one style element React Aria would add is kept out by an element that has its id. `font-src data:`
 * is for the fonts inside a page that is printed from a browser. No `require-trusted-types-for`: module workers are
 * started from a URL, which that directive counts as a sink, and pasted HTML is parsed with DOMParser.
 */
export const policyOf = (directives: readonly string[]): string => directives.join('; ');

/** What a printed page may do: be laid out. No script, no origin, nothing fetched. */
export const PRINT_CSP = policyOf([
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
]);
