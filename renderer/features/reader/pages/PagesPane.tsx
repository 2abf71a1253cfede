/** The pages of a document's file beside its text or in its place. What is selected and excerpted here is the same text. */
import { useState } from 'react';
import type { ComponentProps, RefObject } from 'react';
import { FileX2 } from 'lucide-react';
import type { LayoutPage, LayoutWord } from '@shared/model/layout';
import { classes, EmptyState, Spinner, useElementWidth } from '../../../ui';
import { STRIP_WIDTH } from '../strip/drawStrip';
import { Strip } from '../strip/Strip';
import { TextRegion } from '../TextRegion';
import { GAP, PageList } from './PageList';
import type { PageListHandle } from './PageList';
import { PagesBar } from './PagesBar';
import type { Zoom } from './PagesBar';
import type { OpenedPages } from './sheet';
import { usePages } from './usePages';
import stripStyles from '../strip/strip.module.css';
import styles from './pages.module.css';

type Region = ComponentProps<typeof TextRegion>;

export interface PagesPaneProps extends Omit<Region, 'body' | 'blocks' | 'blocksRef'> {
  readonly blocksRef: RefObject<PageListHandle | null>;
  readonly originalId: string;
  /** Of the original: a PDF's or a picture's. */
  readonly mediaType: string;
  readonly pages: readonly LayoutPage[];
  /** Words that were recognised in pictures of pages. */
  readonly recognised: readonly LayoutWord[];
  readonly onScroll: () => void;
  /** Goes to one of the words found. */
  readonly onFound: (index: number) => void;
}

/** Room beside a page for the brackets of its excerpts, in pixels. */
const BESIDE = 72;
const LEAST_SCALE = 0.25;
const MOST_FITTED = 2;

export const PagesPane = (props: PagesPaneProps) => {
  const state = usePages(props.originalId, props.mediaType);
  if (state.at === 'opening') return <Spinner label="Opening the pages" />;
  if (state.at === 'open') return <Pages {...props} opened={state.opened} />;
  return (
    <EmptyState
      icon={FileX2}
      title={state.at === 'missing' ? 'The file is not here' : 'The pages cannot be shown'}
      message={
        state.at === 'missing'
          ? 'The original of this document was not kept or did not come with the case. Its text and excerpts are unchanged.'
          : 'The file is damaged. Its text and excerpts are unchanged.'
      }
    />
  );
};

const Pages = ({
  opened,
  pages,
  recognised,
  onScroll,
  onFound,
  ...region
}: PagesPaneProps & { opened: OpenedPages }) => {
  const { scroller, blocksRef, read } = region;
  const [measure, width] = useElementWidth<HTMLDivElement>();
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [page, setPage] = useState(0);
  const fitted = Math.max(LEAST_SCALE, Math.min(MOST_FITTED, (width - STRIP_WIDTH - BESIDE) / opened.width));
  const scale = zoom === 'fit' ? fitted : zoom;
  return (
    <div ref={measure} className={styles.pane}>
      <PagesBar
        pages={pages}
        page={page}
        onPage={(index) => blocksRef.current?.turnTo(index)}
        scale={scale}
        onZoom={setZoom}
      />
      <div className={classes(stripStyles.beside, styles.fill)}>
        <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
          <div className={styles.column} style={{ width: opened.width * scale, paddingBottom: GAP }}>
            {width > 0 && (
              <TextRegion
                {...region}
                blocks={NO_BLOCKS}
                body={{
                  className: styles.sheets ?? '',
                  render: (parts) => (
                    <PageList
                      {...parts}
                      ref={blocksRef}
                      opened={opened}
                      text={read.text}
                      pages={pages}
                      recognised={recognised}
                      scale={scale}
                      scroller={scroller}
                      root={region.root}
                      onPage={setPage}
                    />
                  ),
                }}
              />
            )}
          </div>
        </div>
        <Strip {...region} scroller={scroller} handle={blocksRef} onFound={onFound} />
      </div>
    </div>
  );
};

const NO_BLOCKS: Region['blocks'] = [];
