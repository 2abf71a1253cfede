import { expect, it } from 'vitest';
import { covers } from '../../../renderer/features/briefings/embeddedFonts';
import { briefingFileName } from '../../../renderer/features/briefings/exportBriefing';

it('knows which faces a text needs', () => {
  const has = (range: string, text: string) => covers(range, new Set(Array.from(text, (sign) => sign.codePointAt(0)!)));
  expect(has('U+0000-00FF, U+0131', 'plain')).toBe(true);
  expect(has('U+0000-00FF, U+0131', 'Київ'.slice(0, 2))).toBe(false);
  expect(has('U+4??', 'Київ')).toBe(true);
  expect(has('U+AC00', '가')).toBe(true);
});

it('names the file after the note and its marking', () => {
  expect(briefingFileName('Night: what / is known?', 'TLP:AMBER+STRICT', 'pdf')).toBe(
    'TLP-AMBER+STRICT Night-what-is-known.pdf',
  );
  expect(briefingFileName('…', 'TLP:CLEAR', 'md')).toBe('TLP-CLEAR briefing.md');
});
