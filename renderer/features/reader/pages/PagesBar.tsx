/** Which page is in view, and how large: the row above the pages. */
import { useState } from 'react';
import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import type { LayoutPage } from '@shared/model/layout';
import { percentWords } from '@shared/text/percent';
import { IconButton, TextField, Toolbar } from '../../../ui';
import { pageNamed } from './pageAt';
import styles from './pages.module.css';

/** How pages are sized: to the window's width, or pixels for a point. */
export type Zoom = 'fit' | number;

export const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

export interface PagesBarProps {
  readonly pages: readonly LayoutPage[];
  /** Index of the page in view. */
  readonly page: number;
  readonly onPage: (index: number) => void;
  /** Pixels for a point now. */
  readonly scale: number;
  readonly onZoom: (zoom: Zoom) => void;
}

export const PagesBar = ({ pages, page, onPage, scale, onZoom }: PagesBarProps) => {
  const label = pages[page]?.[0] ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const larger = STEPS.find((step) => step > scale + 0.01);
  const smaller = STEPS.findLast((step) => step < scale - 0.01);
  const go = (): void => {
    const index = typed === null ? -1 : pageNamed(pages, typed);
    if (index >= 0) onPage(index);
    setTyped(null);
  };
  return (
    <Toolbar aria-label="Pages" className={styles.bar ?? ''}>
      <IconButton icon={ChevronUp} name="Previous page" isDisabled={page === 0} onPress={() => onPage(page - 1)} />
      <IconButton
        icon={ChevronDown}
        name="Next page"
        isDisabled={page >= pages.length - 1}
        onPress={() => onPage(page + 1)}
      />
      <TextField
        aria-label="Page"
        className={styles.number ?? ''}
        value={typed ?? label}
        onChange={setTyped}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span className={styles.count}>
        {label === String(page + 1) ? '' : `(${(page + 1).toLocaleString()}) `}of {pages.length.toLocaleString()}
      </span>
      <span className={styles.space} />
      <IconButton
        icon={ZoomOut}
        name="Smaller"
        isDisabled={smaller === undefined}
        onPress={() => smaller !== undefined && onZoom(smaller)}
      />
      <span className={styles.count}>{percentWords(scale)}</span>
      <IconButton
        icon={ZoomIn}
        name="Larger"
        isDisabled={larger === undefined}
        onPress={() => larger !== undefined && onZoom(larger)}
      />
      <IconButton icon={MoveHorizontal} name="Fit to the width" onPress={() => onZoom('fit')} />
    </Toolbar>
  );
};
