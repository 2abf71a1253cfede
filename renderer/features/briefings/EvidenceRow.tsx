/**
 * One excerpt in the evidence drawer: to be cited, quoted, dragged, or looked up. Rows of a long list have one height,
 * so its facts take one line; grade and marking stand apart from it and are never cut.
 */
import { useEffect, useEffectEvent } from 'react';
import type { DragEvent } from 'react';
import { Check } from 'lucide-react';
import { saidBy } from '@shared/model/citation';
import { dateWords } from '@shared/model/eventDate';
import type { Excerpt } from '@shared/model/excerpt';
import { gradeCode, gradeWords } from '@shared/model/grading';
import { MARKING_INK, MARKING_SENSE } from '@shared/model/marking';
import { useRow } from '../../store/hooks';
import { Badge, BoxChip, Button, Icon } from '../../ui';
import { factsOf, usePlace } from '../excerpts';
import type { Names } from '../excerpts';
import { EXCERPT_DRAG } from './insert';
import type { EvidenceUse } from './insert';
import styles from './drawer.module.css';

interface EvidenceRowProps {
  readonly id: string | undefined;
  readonly names: Names;
  readonly isUsed: boolean;
  readonly onMissing: () => void;
  readonly onLoaded: (excerpt: Excerpt) => void;
  readonly onUse: (excerpt: Excerpt, use: EvidenceUse) => void;
  readonly onShow: (excerptId: string) => void;
}

export const EvidenceRow = ({ id, names, isUsed, onMissing, onLoaded, onUse, onShow }: EvidenceRowProps) => {
  const excerpt = useRow('excerpts', id);
  const ask = useEffectEvent(onMissing);
  const tell = useEffectEvent(onLoaded);
  useEffect(() => {
    if (id === undefined) ask();
  }, [id]);
  useEffect(() => {
    if (excerpt) tell(excerpt);
  }, [excerpt]);
  if (!excerpt) return <div className={styles.row} />;

  const { reliability, marking } = factsOf(excerpt, names);
  const grade = gradeCode(reliability, excerpt.credibility);
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData(EXCERPT_DRAG, JSON.stringify({ id: excerpt.id, quote: excerpt.quote }));
    event.dataTransfer.setData('text/plain', excerpt.quote);
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <div className={styles.row} draggable onDragStart={onDragStart}>
      <Words excerpt={excerpt} names={names} />
      <div className={styles.foot}>
        {grade && <Badge words={gradeWords(reliability, excerpt.credibility)}>{grade}</Badge>}
        <BoxChip colour={MARKING_INK[marking]} title={MARKING_SENSE[marking]}>
          {marking}
        </BoxChip>
        {isUsed && (
          <span className={styles.used}>
            <Icon icon={Check} size={14} /> cited
          </span>
        )}
        <span className={styles.spring} />
        <Button variant="quiet" onPress={() => onShow(excerpt.id)}>
          Show
        </Button>
        <Button variant="quiet" onPress={() => onUse(excerpt, 'quote')}>
          Quote
        </Button>
        <Button onPress={() => onUse(excerpt, 'cite')}>Cite</Button>
      </div>
    </div>
  );
};

const Words = ({ excerpt, names }: { excerpt: Excerpt; names: Names }) => {
  const { document, source, outlet } = factsOf(excerpt, names);
  const place = usePlace(excerpt);
  const facts = [
    saidBy(source?.name ?? null, outlet?.name ?? null),
    excerpt.eventDate ? dateWords(excerpt.eventDate) : '',
    [document?.title, place?.short].filter(Boolean).join(', '),
  ].filter((fact) => fact !== '');
  return (
    <>
      <p className={styles.quote} lang={document?.language || undefined} title={excerpt.quote}>
        {excerpt.quote}
      </p>
      <p className={styles.facts} title={facts.join(' · ')}>
        {facts.join(' · ')}
      </p>
    </>
  );
};
