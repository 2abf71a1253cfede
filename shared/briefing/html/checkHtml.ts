/** The part of an exported page that checks it: the list of its hashes, the button, and what lets the script through. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { hexToBase64 } from '../../bundle/hex';
import type { ShownPassage } from '../outgoing/passages';
import { canonicalOf } from './canonical';
import { CHECK_SCRIPT } from './checkScript';
import { withoutControls } from './escape';

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Of an inline style or script, as a Content-Security-Policy names it (CSP Level 3). */
export const policyHash = (text: string): string => `'sha256-${hexToBase64(hashOf(text))}'`;

export const CHECK_POLICY = policyHash(CHECK_SCRIPT);

/** As a browser has the words of an element: no controls, line ends of one kind. */
const shownWords = (text: string): string => withoutControls(text).replace(/\r\n?/g, '\n');

/**
 * @param checked the elements that are checked, as they stand in the file, one after the other
 * @param keys excerpt id to the key of its passage in the page
 */
export function checkHtml(
  checked: string,
  passages: ReadonlyMap<string, ShownPassage>,
  keys: ReadonlyMap<string, string>,
): string {
  const hashes = [...keys].map(([id, key]) => [key, hashOf(shownWords(passages.get(id)!.words))] as const);
  const manifest = {
    algorithm: 'SHA-256',
    whole: hashOf(canonicalOf(checked)),
    passages: Object.fromEntries(hashes),
  };
  return `<aside class="check" aria-labelledby="check-title">
<h2 id="check-title">Is this file as it was made?</h2>
<p>The hashes of its text and of each cited passage are in it. The check finds what was changed by accident or by a careless hand; against a forger, compare the fingerprint with the sender’s.</p>
<button type="button" id="check" hidden>Check this file</button>
<noscript><p>The button to check it needs scripts, which are off here. Everything else reads without them.</p></noscript>
<div id="checked" role="status"></div>
</aside>
<script type="application/json" id="manifest">${JSON.stringify(manifest)}</script>
<script>${CHECK_SCRIPT}</script>`;
}
