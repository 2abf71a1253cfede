import { expect, test } from 'vitest';
import { keysText } from '../../../renderer/ui/Kbd';

test('keys are named as this keyboard names them', () => {
  expect(keysText('Mod+Shift+K', false)).toBe('Ctrl+Shift+K');
  expect(keysText('Mod+Shift+K', true)).toBe('⌘⇧K');
  expect(keysText('Alt+ArrowLeft', false)).toBe('Alt+←');
  expect(keysText('Alt+ArrowLeft', true)).toBe('⌥←');
  expect(keysText('Mod++', false)).toBe('Ctrl++');
  expect(keysText('/', false)).toBe('/');
});
