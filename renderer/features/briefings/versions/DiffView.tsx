/** A comparison as it is read: lines with a sign for what became of them, and the words that came and went in them. */
import type { Piece, ShownLine, VersionDiff } from '@shared/briefing/versionDiff';
import { classes, VisuallyHidden } from '../../../ui';
import { rowsOf } from './shownLines';
import styles from './versions.module.css';

export const DiffView = ({ diff, isShort }: { diff: VersionDiff; isShort: boolean }) => (
  // A text that scrolls takes the focus, so that keys can scroll it.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className={styles.diff} aria-label="The two texts in one" tabIndex={0}>
    <h3 className={styles.diffTitle}>
      <Pieces pieces={diff.title} />
    </h3>
    {rowsOf(diff.lines, isShort).map((row, i) =>
      'left' in row ? (
        <p key={`left ${i}`} className={styles.left}>
          {row.left === 1 ? 'One line is the same' : `${row.left.toLocaleString()} lines are the same`}
        </p>
      ) : (
        <LineView key={`line ${i}`} line={row.line} />
      ),
    )}
  </section>
);

const SIGNS: Readonly<Record<ShownLine['change'], readonly [sign: string, words: string]>> = {
  same: ['', ''],
  changed: ['±', 'Changed'],
  added: ['+', 'Added'],
  removed: ['−', 'Removed'],
  moved: ['↳', 'Moved here'],
  'moved away': ['↷', 'Moved away'],
};

const BULLETS: Partial<Record<ShownLine['kind'], string>> = { bullet: '•', step: '1.', task: '☐', 'done task': '☑' };

const LineView = ({ line }: { line: ShownLine }) => {
  const [sign, words] = SIGNS[line.change];
  const notes = [
    line.change === 'moved' ? 'moved here' : line.change === 'moved away' ? 'moved from here' : '',
    line.was ? `was a ${kindInWords(line.was)}, is a ${kindInWords(line)}` : '',
    line.isRestyled ? 'looks changed' : '',
  ].filter((note) => note !== '');
  return (
    <div
      className={classes(styles.line, styles[line.change.replace(' ', '')])}
      data-kind={line.kind}
      data-level={line.level}
    >
      <span className={styles.sign} title={words}>
        <span aria-hidden>{sign}</span>
        {words !== '' && <VisuallyHidden>{words}: </VisuallyHidden>}
      </span>
      <p className={styles.text}>
        {BULLETS[line.kind] && <span aria-hidden>{BULLETS[line.kind]} </span>}
        <Pieces pieces={line.pieces} />
        {notes.length > 0 && <span className={styles.note}>{notes.join(', ')}</span>}
      </p>
    </div>
  );
};

const kindInWords = ({ kind, level }: Pick<ShownLine, 'kind' | 'level'>): string =>
  kind === 'heading' ? `heading ${level}` : kind;

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map((piece, i) => {
    const words = piece.kind === 'words' ? piece.text : <span className={styles.label}>{piece.text}</span>;
    const key = `${i} ${piece.change}`;
    if (piece.change === 'added') {
      return (
        <ins key={key}>
          <VisuallyHidden>[added: </VisuallyHidden>
          {words}
          <VisuallyHidden>]</VisuallyHidden>
        </ins>
      );
    }
    if (piece.change === 'removed') {
      return (
        <del key={key}>
          <VisuallyHidden>[removed: </VisuallyHidden>
          {words}
          <VisuallyHidden>]</VisuallyHidden>
        </del>
      );
    }
    return <span key={key}>{words}</span>;
  });
