/** One result: what it is, the words in their context, who says it and where; a link to its place. */
import { memo } from 'react';
import { gradeCode, gradeWords } from '@shared/model/grading';
import { useApp } from '../../app/context';
import { hashOf } from '../../app/route';
import type { Route } from '../../app/route';
import { select } from '../../app/selection';
import type { SearchHit } from '../../search/searchHits';
import { Badge } from '../../ui';
import { Marked } from '../../ui/Marked';
import { factsOf } from '../excerpts';
import type { Names } from '../excerpts';
import styles from './search.module.css';

const FIELD_WORDS: Readonly<Partial<Record<NonNullable<SearchHit['field']>, string>>> = {
  note: 'Note',
  aliases: 'Also called',
  description: 'Description',
  reason: 'Reason',
  assumptions: 'Assumptions',
  change: 'What would change it',
  outcome: 'Outcome',
};

/** Where a result leads. */
export function routeOfHit(hit: SearchHit, caseId: string): Route {
  const { table, id, passage } = hit;
  switch (table) {
    case 'excerpts':
      return { view: 'document', caseId, documentId: hit.excerpt!.documentId, excerptId: id };
    case 'documents': {
      const at = passage && hit.field === 'text' ? passage.start + (passage.ranges[0]?.start ?? 0) : null;
      return { view: 'document', caseId, documentId: id, ...(at === null ? {} : { at: String(at) }) };
    }
    case 'tags':
      return { view: 'tags', caseId, tagId: id };
    case 'sources':
      return { view: 'sources', caseId };
    case 'hypotheses':
      return { view: 'hypotheses', caseId };
    case 'briefings':
      return { view: 'briefing', caseId, briefingId: id };
    case 'judgements':
      return { view: 'judgements', caseId, judgementId: id };
  }
}

export interface HitProps {
  readonly hit: SearchHit;
  readonly caseId: string;
  readonly names: Names;
}

function Result({ hit, caseId, names }: HitProps) {
  const app = useApp();
  const { title, titleRanges, passage, field, table, id, excerpt } = hit;
  const go = (): void => {
    if (table === 'excerpts') void app.run('excerpt.show', { id });
    else if (table === 'judgements') void app.run('judgement.show', { id });
    else {
      if (table === 'sources') select({ details: { table, id }, excerptIds: [] });
      app.navigate(routeOfHit(hit, caseId));
    }
  };
  const facts = excerpt ? factsOf(excerpt, names) : null;
  const code = facts && excerpt ? gradeCode(facts.reliability, excerpt.credibility) : null;
  return (
    <a
      className={styles.hit}
      href={hashOf(routeOfHit(hit, caseId))}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go();
      }}
    >
      {table !== 'excerpts' && (
        <span className={styles.hitTitle}>
          <Marked text={title} ranges={titleRanges} />
        </span>
      )}
      {passage && (
        <span className={table === 'tags' || table === 'sources' ? styles.plain : styles.passage}>
          {field !== null && FIELD_WORDS[field] && <span className={styles.field}>{FIELD_WORDS[field]}: </span>}
          {passage.start > 0 && '… '}
          <Marked text={passage.text} ranges={passage.ranges} />
        </span>
      )}
      {facts && (
        <span className={styles.facts}>
          {[facts.source?.name, title].filter(Boolean).join(' · ')}
          {code !== null && excerpt && <Badge words={gradeWords(facts.reliability, excerpt.credibility)}>{code}</Badge>}
        </span>
      )}
    </a>
  );
}

export const Hit = memo(Result);
