/** What the case is and how far it is: its description, its numbers, what was read last, what to do next. */
import { useMemo } from 'react';
import { capital } from '@shared/text/capital';
import { useApp } from '../../app/context';
import { hashOf } from '../../app/route';
import type { Route } from '../../app/route';
import { useDraft } from '../../app/useDraft';
import { useCounts } from '../../search/hooks';
import { useAllRows, useCase, useRow } from '../../store/hooks';
import { Button, TextArea, TextField } from '../../ui';
import { CaseStandards } from './CaseStandards';
import styles from './library.module.css';

/** What is counted, and the word for one of it. */
const PLACES = {
  documents: 'document',
  excerpts: 'excerpt',
  tags: 'tag',
  sources: 'source',
  hypotheses: 'hypothesis',
  briefings: 'briefing',
  judgements: 'judgement',
} as const;

const Counted = ({ place, count, href }: { place: keyof typeof PLACES; count: number; href: string }) => (
  <a className={styles.fact} href={href}>
    <span className={styles.number}>{count.toLocaleString()}</span>
    <span className={styles.muted}>{count === 1 ? PLACES[place] : place}</span>
  </a>
);

const Recent = ({
  title,
  rows,
}: {
  title: string;
  rows: readonly { id: string; title: string; route: Route; note: string }[];
}) =>
  rows.length === 0 ? null : (
    <section>
      <h2 className={styles.sectionTitle}>{title}</h2>
      <ul className={styles.recent}>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={hashOf(row.route)}>
              <span>{row.title}</span>
              <span className={styles.muted}>{row.note}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );

export const OverviewView = () => {
  const app = useApp();
  const open = useCase();
  const record = useRow('cases', open.id);
  const documents = useAllRows('documents');
  const briefings = useAllRows('briefings');
  const counts = useCounts();
  const name = useDraft(record?.name ?? '', (value) => {
    if (value.trim()) return app.run('case.update', { patch: { name: value } }, { fold: 'case name' });
    return undefined;
  });
  const description = useDraft(record?.description ?? '', (value) =>
    app.run('case.update', { patch: { description: value } }, { fold: 'case description' }),
  );
  const newest = useMemo(
    () =>
      [...(documents?.values() ?? [])]
        .sort((a, b) => (a.created < b.created ? 1 : -1))
        .slice(0, 6)
        .map((document) => ({
          id: document.id,
          title: document.title,
          note: capital(document.state),
          route: { view: 'document', caseId: open.id, documentId: document.id } as const,
        })),
    [documents, open.id],
  );
  const notes = useMemo(
    () =>
      [...(briefings?.values() ?? [])].map((briefing) => ({
        id: briefing.id,
        title: briefing.title,
        note: capital(briefing.state),
        route: { view: 'briefing', caseId: open.id, briefingId: briefing.id } as const,
      })),
    [briefings, open.id],
  );
  if (!record) return null;
  return (
    <div className={styles.overview}>
      <h1 className={styles.title}>{record.name}</h1>
      <div className={styles.facts}>
        {(Object.keys(PLACES) as (keyof typeof PLACES)[]).map((place) => (
          <Counted
            key={place}
            place={place}
            count={counts?.tables[place] ?? 0}
            href={hashOf({ view: place, caseId: open.id })}
          />
        ))}
      </div>
      {documents?.size === 0 && (
        <div>
          <Button variant="primary" onPress={() => void app.run('document.import')}>
            Import the first documents…
          </Button>
        </div>
      )}
      <Recent title="Briefings" rows={notes} />
      <Recent title="Newest documents" rows={newest} />
      <section className={styles.about} aria-label="About this case">
        <TextField label="Name" {...name} />
        <TextArea label="What it is about" {...description} rows={3} />
        <CaseStandards record={record} />
      </section>
    </div>
  );
};
