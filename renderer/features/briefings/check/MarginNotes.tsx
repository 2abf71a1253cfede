/** On a wide screen the findings stand in the margin, each beside its line, as short sentences. */
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Editor } from '@tiptap/react';
import type { Finding } from '@shared/briefing/checks/finding';
import type { Briefing } from '@shared/model/briefing';
import { classes, Icon } from '../../../ui';
import { SEVERITY } from './severity';
import { useFindings } from './useFindings';
import styles from './check.module.css';

/** Pixels between two notes. */
const GAP = 8;
const LEAST = 44;

interface MarginNotesProps {
  readonly editor: Editor;
  /** What the page scrolls with; the notes stand beside it. */
  readonly page: RefObject<HTMLElement | null>;
  readonly accepted: Briefing['accepted'];
  readonly onShow: (finding: Finding) => void;
}

/** Tops that follow the lines and never cover each other. */
export function stacked(wanted: readonly number[], heights: readonly number[]): number[] {
  let free = 0;
  return wanted.map((top, i) => {
    const at = Math.max(top, free);
    free = at + (heights[i] ?? LEAST) + GAP;
    return at;
  });
}

export const MarginNotes = ({ editor, page, accepted, onShow }: MarginNotesProps) => {
  const { open } = useFindings(editor, accepted, { places: true });
  const placed = open.filter((one) => one.at !== null);
  const key = placed.map((one) => `${one.id} ${one.at!.from}`).join();
  const [tops, setTops] = useState<readonly number[]>([]);
  const [host, setHost] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const sheet = page.current;
    if (!sheet || !host || editor.isDestroyed) return undefined;
    const place = (): void => {
      const zero = sheet.getBoundingClientRect().top;
      const end = editor.state.doc.content.size;
      const wanted = placed.map((one) => editor.view.coordsAtPos(Math.min(one.at!.from, end)).top - zero);
      const heights = [...host.children].map((child) => (child as HTMLElement).offsetHeight);
      const next = stacked(wanted, heights);
      setTops((before) => (before.join() === next.join() ? before : next));
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(sheet);
    return () => watch.disconnect();
    // The places say when the list is another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [editor, page, host, key]);
  return (
    <div ref={setHost} className={styles.margin} role="group" aria-label="Findings beside the text">
      {placed.map((finding, i) => (
        <button
          key={finding.id}
          type="button"
          className={classes(styles.note)}
          data-severity={finding.severity}
          style={{ top: tops[i] ?? 0 }}
          title={`${finding.sentence} (${finding.standard})`}
          onClick={() => onShow(finding)}
        >
          <Icon icon={SEVERITY[finding.severity].icon} size={14} />
          <span>{finding.sentence}</span>
        </button>
      ))}
    </div>
  );
};
