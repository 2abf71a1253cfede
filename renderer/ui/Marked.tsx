/** A text with some of its words marked as found. */
import { Fragment } from 'react';

export interface MarkedProps {
  text: string;
  /** UTF-16 code units in `text`, in order, not overlapping; start included, end excluded. */
  ranges: readonly { readonly start: number; readonly end: number }[];
}

export const Marked = ({ text, ranges }: MarkedProps) => (
  <>
    {ranges.map(({ start, end }, index) => (
      <Fragment key={start}>
        {text.slice(ranges[index - 1]?.end ?? 0, start)}
        <mark>{text.slice(start, end)}</mark>
      </Fragment>
    ))}
    {text.slice(ranges.at(-1)?.end ?? 0)}
  </>
);
