/** The headings of a text in a popover, each the way to its place; arrow keys go through them. */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import styles from './HeadingList.module.css';

export interface Heading {
  /** Where it stands in the text. */
  readonly at: number;
  /** From 1, the highest. */
  readonly level: number;
  readonly words: string;
}

export interface HeadingListProps<One extends Heading> {
  readonly headings: readonly One[];
  /** Where one is in the text: the heading over it has the focus first. */
  readonly place: number;
  /** Said where there are no headings. */
  readonly empty: string;
  /** Closes the popover. */
  readonly close: () => void;
  /** Called after the popover has given the focus back. */
  readonly onGo: (heading: One) => void;
}

/** Milliseconds in which a popover that closes gives the focus back. */
const CLOSING = 50;
/** Levels that are set in further than each other. */
const DEEPEST = 3;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  event.preventDefault();
  buttons[step(buttons.indexOf(event.target as HTMLButtonElement), buttons.length - 1)]?.focus();
}

export function HeadingList<One extends Heading>({ headings, place, empty, close, onGo }: HeadingListProps<One>) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  if (headings.length === 0) return <p className={styles.empty}>{empty}</p>;
  const current = headings.findLastIndex(({ at }) => at <= place);
  const top = Math.min(...headings.map(({ level }) => level));
  return (
    // The keys belong to the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={styles.headings} aria-label="Headings" onKeyDown={onKeyDown}>
      {headings.map((heading, i) => (
        <li key={heading.at}>
          <button
            ref={i === Math.max(0, current) ? first : null}
            type="button"
            title={heading.words}
            data-level={Math.min(heading.level - top, DEEPEST)}
            aria-current={i === current ? 'location' : undefined}
            onClick={() => {
              close();
              setTimeout(() => onGo(heading), CLOSING);
            }}
          >
            {heading.words}
          </button>
        </li>
      ))}
    </ul>
  );
}
