/** What will leave, before it does: the pages as they print, the web page, or the text as it will be. */
import { useEffect, useRef, useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Release } from '@shared/briefing/outgoing';
import { renderMarkdown } from '@shared/briefing/renderMarkdown';
import { renderPlain } from '@shared/briefing/renderPlain';
import { fillFrame } from '../../../platform/pageFrame';
import { IconButton, Spinner } from '../../../ui';
import { printPage, webPage } from './files';
import { asPaper, fitPages, layPages } from './pages';
import type { BriefingFormat } from './wishes';
import styles from './export.module.css';

interface PreviewProps {
  readonly release: Release | null;
  readonly format: BriefingFormat;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

export const Preview = ({ release, format, pictures }: PreviewProps) => (
  <section className={styles.preview} aria-label="Preview">
    {release === null ? (
      <p className={styles.waiting}>
        <Spinner label="Preparing the preview" />
      </p>
    ) : format === 'markdown' || format === 'text' ? (
      // A text that scrolls takes the focus, so that keys can scroll it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <pre className={styles.source} tabIndex={0} aria-label={format === 'text' ? 'Plain text' : 'Markdown'}>
        {format === 'text' ? renderPlain(release.model) : renderMarkdown(release.model)}
      </pre>
    ) : (
      <Pages release={release} pictures={pictures} isPaper={format !== 'html'} isWord={format === 'docx'} />
    )}
  </section>
);

interface PagesProps {
  readonly release: Release;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly isPaper: boolean;
  readonly isWord: boolean;
}

interface Laid {
  readonly count: number;
  /** Pixels from one page to the next, as shown. */
  readonly step: number;
  readonly stacked: boolean;
}

const Pages = ({ release, pictures, isPaper, isWord }: PagesProps) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [laid, setLaid] = useState<Laid | null>(null);
  const [page, setPage] = useState(1);
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return undefined;
    let gone = false;
    let onScroll: (() => void) | null = null;
    void (async () => {
      const html = isPaper ? await printPage(release, pictures) : await webPage(release, pictures);
      if (gone) return;
      const inside = await fillFrame(shown, html, isPaper ? asPaper : undefined);
      if (gone) return;
      quiet(inside);
      if (!isPaper) {
        setLaid({ count: 0, step: 0, stacked: true });
        return;
      }
      const { model } = release;
      const issued = model.header.find((row) => row.label === 'Issued')?.value ?? '';
      const { count, step, stacked } = layPages(inside, { title: model.title, marking: model.marking, issued });
      const scale = fitPages(inside, shown.clientWidth, stacked);
      const next = { count, step: step * scale, stacked };
      setLaid(next);
      const view = inside.defaultView!;
      onScroll = () => {
        const at = stacked ? view.scrollY : view.scrollX;
        setPage(Math.min(count, Math.max(1, Math.round((at + next.step * 0.3) / next.step + 0.5))));
      };
      inside.addEventListener('scroll', onScroll);
    })();
    return () => {
      gone = true;
      if (onScroll) shown.contentDocument?.removeEventListener('scroll', onScroll);
    };
  }, [release, pictures, isPaper]);

  const go = (to: number): void => {
    if (!laid) return;
    const at = (to - 1) * laid.step;
    frame.current?.contentWindow?.scrollTo(laid.stacked ? { top: at } : { left: at });
  };
  return (
    <>
      <div className={styles.pageBar}>
        {isPaper && laid && (
          <>
            <IconButton
              icon={ChevronLeft}
              name="Previous page"
              isSmall
              isDisabled={page <= 1}
              onPress={() => go(page - 1)}
            />
            <span role="status">
              Page {page} of {laid.count}
            </span>
            <IconButton
              icon={ChevronRight}
              name="Next page"
              isSmall
              isDisabled={page >= laid.count}
              onPress={() => go(page + 1)}
            />
          </>
        )}
        <span className={styles.pageNote}>
          {isWord
            ? 'The words and their order; Word breaks the pages itself.'
            : isPaper
              ? ''
              : 'As a browser shows it, without the check of the file.'}
        </span>
      </div>
      <div className={styles.frameRoom}>
        <iframe ref={frame} title="Pages" className={styles.frame} />
        {!laid && (
          <p className={styles.waiting}>
            <Spinner label="Laying out the pages" />
          </p>
        )}
      </div>
    </>
  );
};

/** Links of the page lead nowhere from here: inside it they scroll, others are for the file. */
function quiet(inside: Document): void {
  inside.querySelector('.check')?.remove();
  inside.addEventListener('keydown', ({ key }) => {
    // Keys pressed in the frame stay there; Esc is meant for the dialog round it.
    if (key === 'Escape')
      inside.defaultView?.frameElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  inside.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute('href')!;
    if (!href.startsWith('#')) return;
    const target = inside.getElementById(href.slice(1));
    const details = target?.closest('details');
    if (details) details.open = true;
    target?.scrollIntoView({ block: 'center' });
  });
}
