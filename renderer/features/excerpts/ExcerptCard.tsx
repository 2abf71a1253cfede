/** An excerpt, wherever it stands: the same facts in the same order, in three sizes. */
import { useLayoutEffect, useRef, useState } from 'react';
import { saidBy } from '@shared/model/citation';
import { dateWords } from '@shared/model/eventDate';
import type { Excerpt } from '@shared/model/excerpt';
import { gradeCode, gradeWords } from '@shared/model/grading';
import { MARKING_INK, MARKING_SENSE } from '@shared/model/marking';
import type { LinkCounts as Counts } from '../../search/engine/caseIndex';
import { Badge, BoxChip, Chip, classes } from '../../ui';
import { LinkCounts } from './LinkCounts';
import { factsOf } from './names';
import type { Names } from './names';
import { usePlace } from './place';
import styles from './excerpts.module.css';

export interface ExcerptCardProps {
  readonly excerpt: Excerpt;
  /** From `useNames`, once for the whole list. */
  readonly names: Names;
  /** From `useLinkCounts`, once for the whole list. */
  readonly links?: Counts | undefined;
  /** `compact`: two lines of the quote and the line of facts. `full`: the whole quote and note. */
  readonly size?: 'compact' | 'normal' | 'full';
  /** For lists of one document's excerpts: the outlet is known there. */
  readonly hidesDocument?: boolean;
  readonly isSelected?: boolean;
  /** Makes the whole card a button. */
  readonly onOpen?: (() => void) | undefined;
}

const Quote = ({ words, size, language }: { words: string; size: 'compact' | 'normal' | 'full'; language: string }) => {
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  const box = useRef<HTMLQuoteElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element && !isOpen && size === 'normal') setCut(element.scrollHeight > element.clientHeight + 1);
  }, [words, isOpen, size]);
  const whole = size === 'full' || isOpen;
  return (
    <div>
      <blockquote
        ref={box}
        lang={language || undefined}
        className={classes(styles.quote, !whole && (size === 'compact' ? styles.two : styles.three))}
      >
        {words}
      </blockquote>
      {(isCut || isOpen) && size === 'normal' && (
        <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'less' : 'more'}
        </button>
      )}
    </div>
  );
};

export const ExcerptCard = (props: ExcerptCardProps) => {
  const { excerpt, names, links, size = 'normal', hidesDocument = false, isSelected = false, onOpen } = props;
  const { document, source, outlet, reliability, marking, tags } = factsOf(excerpt, names);
  const place = usePlace(excerpt);
  const code = gradeCode(reliability, excerpt.credibility);
  const who = saidBy(source?.name ?? null, hidesDocument ? null : (outlet?.name ?? null));
  const where = [hidesDocument ? '' : (document?.title ?? ''), place?.short ?? ''].filter(Boolean).join(', ');
  const hasLinks = links !== undefined && links.total > 0;
  return (
    <article
      className={classes(styles.card, styles[size], isSelected && styles.selected)}
      aria-current={isSelected || undefined}
    >
      {onOpen && (
        <button type="button" className={styles.open} onClick={onOpen}>
          <span className={styles.openName}>Open excerpt: {excerpt.quote.slice(0, 80)}</span>
        </button>
      )}
      <Quote words={excerpt.quote} size={size} language={document?.language ?? ''} />
      <div className={styles.facts}>
        {who !== '' && <span className={styles.who}>{who}</span>}
        {excerpt.eventDate && (
          <time dateTime={excerpt.eventDate} title={excerpt.eventDate}>
            {dateWords(excerpt.eventDate)}
          </time>
        )}
        {where !== '' && (
          <span className={styles.where} title={[document?.title, place?.long].filter(Boolean).join(', ')}>
            {where}
          </span>
        )}
        {code && <Badge words={gradeWords(reliability, excerpt.credibility)}>{code}</Badge>}
        <BoxChip colour={MARKING_INK[marking]} title={MARKING_SENSE[marking]}>
          {marking}
        </BoxChip>
      </div>
      {(tags.length > 0 || hasLinks) && (
        <div className={styles.facts}>
          {tags.map((tag) => (
            <Chip key={tag.id} hue={tag.hue} name={`${tag.name} (${tag.kind})`}>
              {tag.name}
            </Chip>
          ))}
          {hasLinks && <LinkCounts counts={links} />}
        </div>
      )}
      {excerpt.note !== '' && size !== 'compact' && (
        <p
          className={size === 'full' ? styles.wholeNote : styles.note}
          title={size === 'full' ? undefined : excerpt.note}
        >
          {size === 'full' ? excerpt.note : excerpt.note.split('\n', 1)[0]}
        </p>
      )}
    </article>
  );
};
