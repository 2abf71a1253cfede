/** A name in little room: cut with an ellipsis, the whole on hover, and on focus where it takes the focus itself. */
import { Focusable } from 'react-aria-components';
import { classes } from './classes';
import { Tooltip } from './Tooltip';
import styles from './Truncate.module.css';

export interface TruncateProps {
  children: string;
  /** Lines before the cut. */
  lines?: number;
  /** For a name that stands in nothing focusable: it takes the focus, and shows the whole in a tooltip. */
  isFocusable?: boolean;
  className?: string;
}

export function Truncate({ children: text, lines = 1, isFocusable = false, className }: TruncateProps) {
  const name = classes(lines === 1 ? styles.line : styles.lines, className);
  const style = lines === 1 ? {} : { WebkitLineClamp: lines };
  if (!isFocusable) {
    return (
      <span className={name} style={style} title={text}>
        {text}
      </span>
    );
  }
  return (
    <Tooltip text={text}>
      {/* Without the focus, the keyboard could not read the whole. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
      <Focusable>
        <span className={name} style={style} role="note" tabIndex={0}>
          {text}
        </span>
      </Focusable>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
    </Tooltip>
  );
}
