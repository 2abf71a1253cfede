/**
 * The pieces of a block as elements. The text nodes of each are its stored words, letter for letter: a tab between two
 * cells stays, and the mark of a page has no words of its own. A table is told by roles, so that its rows are laid
 * out and selected as any other piece is.
 */
import { createElement } from 'react';
import type { ReactNode } from 'react';
import { classes } from '../../ui';
import { tablesIn } from './blocks';
import type { PageStart, Piece } from './blocks';
import styles from './reader.module.css';

type Words = Pick<Piece, 'start' | 'end' | 'markers' | 'pages'>;

/** More cells than this in a row stand one behind the other: columns would be too narrow to read. */
const MOST_COLUMNS = 8;

const PageMark = ({ label }: { label: string }) => (
  <span role="separator" aria-label={`Page ${label}`} data-page={label} className={styles.pageMark} />
);

function words(text: string, { start, end, markers, pages }: Words): ReactNode {
  if (markers.length === 0 && pages.length === 0) return text.slice(start, end);
  const parts: ReactNode[] = [];
  let from = start;
  let next = 0;
  const upTo = (to: number): void => {
    for (; next < pages.length && pages[next]!.at <= to; next += 1) {
      const { label, at } = pages[next]!;
      // Of empty pages in a row the last is the one that is read on.
      if (pages[next + 1]?.at === at) continue;
      if (at > from) parts.push(text.slice(from, at));
      from = Math.max(from, at);
      parts.push(<PageMark key={`page ${at} ${label}`} label={label} />);
    }
    if (to > from) parts.push(text.slice(from, to));
    from = Math.max(from, to);
  };
  for (const marker of markers) {
    upTo(marker.start);
    parts.push(
      <span key={marker.start} className={styles.marker}>
        {text.slice(marker.start, marker.end)}
      </span>,
    );
    from = marker.end;
  }
  upTo(end);
  return parts;
}

const inside = (at: number, start: number, end: number): boolean => start <= at && at < end;

/** Each cell with the tab behind it. */
function cells(text: string, piece: Piece): ReactNode {
  const made: ReactNode[] = [];
  for (let start = piece.start; start < piece.end;) {
    const tab = text.indexOf('\t', start);
    const end = tab < 0 || tab >= piece.end ? piece.end : tab + 1;
    const [from, to] = [start, end];
    const own: Words = {
      start,
      end,
      markers: piece.markers.filter((marker) => inside(marker.start, from, to)),
      pages: piece.pages.filter((page: PageStart) => inside(page.at, from, to)),
    };
    made.push(
      <span key={start} role="cell" className={styles.cell}>
        {words(text, own)}
      </span>,
    );
    start = end;
  }
  return made;
}

function tagOf({ kind, level }: Piece): string {
  if (kind === 'title') return 'h2';
  return kind === 'heading' ? `h${Math.min(6, 2 + Math.max(1, level))}` : 'p';
}

const TextPiece = ({ piece, text }: { piece: Piece; text: string }) =>
  createElement(
    tagOf(piece),
    {
      className: classes(
        styles.piece,
        styles[piece.kind],
        piece.level > 1 && styles[`level-${Math.min(4, piece.level)}`],
      ),
      // Each block reads in the direction of its own words.
      dir: 'auto',
      'data-start': piece.start,
      'data-end': piece.end,
      ...(piece.kind === 'table-row' ? { role: 'row' } : {}),
      ...(piece.kind === 'paragraph' && piece.number !== null ? { 'data-number': piece.number } : {}),
    },
    piece.kind === 'table-row' ? cells(text, piece) : words(text, piece),
  );

export const TextPieces = ({ pieces, text }: { pieces: readonly Piece[]; text: string }) =>
  tablesIn(text, pieces).map(({ pieces: together, columns }) => {
    const made = together.map((piece) => <TextPiece key={piece.start} piece={piece} text={text} />);
    if (columns === 0) return made;
    const isWide = columns > MOST_COLUMNS;
    return (
      <div
        key={together[0]!.start}
        role="table"
        className={classes(styles.table, isWide && styles.wide)}
        style={isWide ? undefined : { gridTemplateColumns: `repeat(${columns}, auto)` }}
      >
        {made}
      </div>
    );
  });
