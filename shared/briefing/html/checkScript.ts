/**
 * The one script an exported page holds. It opens the passage a citation leads to, where the browser does not by itself,
 * and checks the file against the list of hashes in it. It reads the page and nothing else; the page's policy lets this
 * script through by its hash, and no other. Kept as text: it runs where nothing of the program is.
 */
export const CHECK_SCRIPT = `(() => {
  const find = (id) => document.getElementById(id);
  const reveal = () => {
    const target = find(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.closest('details');
    if (!details || details.open) return;
    details.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
  const manifest = JSON.parse(find('manifest').textContent);
  const button = find('check');
  const answer = find('checked');
  const encoded = (text) => text.split('&').join('&amp;').split('<').join('&lt;').split('"').join('&quot;');
  const canonical = (node) => {
    if (node.nodeType === 3) return encoded(node.data);
    if (node.nodeType !== 1) return '';
    const attributes = [...node.attributes]
      .filter((one) => one.name !== 'open')
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((one) => ' ' + one.name + '="' + encoded(one.value) + '"')
      .join('');
    return '<' + node.localName + attributes + '>' + [...node.childNodes].map(canonical).join('') + '</>';
  };
  const hash = async (text) => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const say = (state, lines) => {
    answer.dataset.state = state;
    answer.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
  };
  const check = async () => {
    const changed = [];
    const passages = [...document.querySelectorAll('[data-words]')];
    for (const words of passages) {
      const same = (await hash(words.textContent)) === manifest.passages[words.dataset.words];
      words.toggleAttribute('data-altered', false);
      if (!same) changed.push(words);
    }
    const parts = [...document.querySelectorAll('[data-checked]')];
    const whole = await hash(parts.map(canonical).join(''));
    const missing = Object.keys(manifest.passages).length - passages.length;
    if (changed.length === 0 && missing === 0 && whole === manifest.whole) {
      const count = passages.length === 1 ? 'the 1 cited passage' : 'all ' + passages.length + ' cited passages';
      return say('intact', [
        'Intact. The text as a whole' + (passages.length === 0 ? '' : ' and ' + count) + ' are as they were when this file was made.',
        'Fingerprint: ' + whole.slice(0, 32).match(/.{4}/g).join(' ') + '. Whoever sent the file can tell you theirs; if both are the same, nobody changed it on the way.',
      ]);
    }
    const lines = ['Altered. This file is not as it was when it was made: do not rely on it. Ask whoever sent it for the file again.'];
    for (const words of changed) {
      words.toggleAttribute('data-altered', true);
      const passage = words.closest('details');
      passage.open = true;
      lines.push('Other words than were cited: ' + passage.querySelector('summary').textContent.trim() + ' (' + words.dataset.words + ').');
    }
    if (missing > 0) lines.push('Cited passages that are gone: ' + missing + '.');
    if (changed.length === 0 && missing === 0) lines.push('The cited passages have their words; something else in the text was changed.');
    say('altered', lines);
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (!globalThis.crypto || !crypto.subtle) {
      say('unknown', ['This browser does not check files opened in this way. Save the file and open it from your disk.']);
      return;
    }
    check().catch(() => say('altered', ['Altered. The list of hashes in this file cannot be read.']));
  });
})();
`;
