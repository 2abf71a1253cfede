// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VirtualList } from '../../../renderer/ui/VirtualList';

let root: Root;
let opened: number[];
let chosen: ReadonlySet<string>;

class NoResize {
  observe(): void {}
  disconnect(): void {}
}

function List({ count }: { count: number }) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return (
    <VirtualList
      label="Things"
      count={count}
      getKey={(index) => `k${index}`}
      columns={[
        { id: 'name', label: 'Name', width: '1fr', isSortable: true },
        { id: 'size', label: 'Size', width: '80px', align: 'end' },
      ]}
      sort={{ columnId: 'name', isDescending: false }}
      onSort={() => undefined}
      renderCell={(index, column) => `${column} ${index}`}
      selectedKeys={keys}
      onSelect={(next) => {
        chosen = next;
        setKeys(next);
      }}
      onOpen={(index) => opened.push(index)}
    />
  );
}

const grid = (): HTMLElement => document.querySelector<HTMLElement>('[role=grid]')!;
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=row][data-index]')];
const selected = (): (string | undefined)[] =>
  rows()
    .filter((row) => row.ariaSelected === 'true' || row.getAttribute('aria-selected') === 'true')
    .map((row) => row.dataset['index']);
const press = (key: string, more: KeyboardEventInit = {}): void =>
  act(() => void grid().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
const show = (count: number): void => act(() => root.render(<List count={count} />));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('ResizeObserver', NoResize);
  opened = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('says how long it is and draws few rows, however long', () => {
  show(1_000_000);
  expect(grid().getAttribute('aria-rowcount')).toBe('1000001');
  expect(rows().length).toBeLessThan(140);
  expect(rows()[0]!.getAttribute('aria-rowindex')).toBe('2');
  expect(document.querySelector('[role=columnheader]')!.getAttribute('aria-sort')).toBe('ascending');
});

test('arrows walk and select, Shift extends, Space toggles, Enter opens', () => {
  show(1000);
  act(() => grid().focus());
  press('ArrowDown');
  expect(selected()).toEqual(['1']);
  press('ArrowDown', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  expect(selected()).toEqual(['1', '2', '3']);
  press(' ');
  expect(selected()).toEqual(['1', '2']);
  press('Enter');
  expect(opened).toEqual([3]);
});

test('the active row is in the page even where it is far from the screen', () => {
  show(100_000);
  act(() => grid().focus());
  press('End');
  const active = grid().getAttribute('aria-activedescendant')!;
  expect(document.getElementById(active)!.dataset['index']).toBe('99999');
  expect(document.getElementById(active)!.textContent).toContain('name 99999');
});

test('clicks select, with Ctrl one more, with Shift up to there; everything by Ctrl A', () => {
  show(50);
  const click = (index: number, more: MouseEventInit = {}): void =>
    act(() => void rows()[index]!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0, ...more })));
  click(2);
  click(5, { ctrlKey: true });
  expect(selected()).toEqual(['2', '5']);
  click(7, { shiftKey: true });
  expect(selected()).toEqual(['5', '6', '7']);
  press('a', { ctrlKey: true });
  expect(selected()).toEqual(rows().map((_, index) => String(index)));
  expect(chosen.size).toBe(50);
});
