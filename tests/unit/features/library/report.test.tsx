// @vitest-environment jsdom
import { act } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { outcomeText } from '../../../../renderer/features/library/importing/outcome';
import { showReport } from '../../../../renderer/features/library/importing/report';

let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // What stands in for a browser has no CSS, which the dialog asks.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('a long report has its first hundred lines of each part in the page, and all of them when it is copied', async () => {
  const didNot = Array.from({ length: 130 }, (_, i) => ({ name: `broken ${i}.pdf`, sentence: 'It is broken.' }));
  const outcome = { cameIn: [], hereAlready: [], didNot };
  const ask = <Answer,>(dialog: (close: (answer?: Answer) => void) => ReactNode): Promise<Answer | undefined> => {
    act(() => root.render(dialog(() => undefined)));
    return Promise.resolve(undefined);
  };
  await showReport({ ask, navigate: vi.fn<() => void>(), openCase: null }, outcome);
  const part = document.querySelector('[role=dialog] section[aria-label="Could not be read"]')!;
  expect(part.querySelectorAll('li')).toHaveLength(100);
  expect(part.textContent).toContain('30 more stand in the copied report.');
  for (const { name } of didNot) expect(outcomeText(outcome)).toContain(`${name}\tIt is broken.`);
});
