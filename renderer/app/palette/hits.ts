/** Search results as palette rows, and where each leads. */
import type { SearchHit } from '../../search/searchHits';
import type { App } from '../context';

const SECTIONS: Readonly<Record<SearchHit['table'], string>> = {
  documents: 'Documents',
  excerpts: 'Excerpts',
  tags: 'Tags',
  sources: 'Sources',
  briefings: 'Briefings',
  hypotheses: 'Hypotheses',
  judgements: 'Judgements',
};

export const hitLabel = (hit: SearchHit): { label: string; detail: string; section: string } => ({
  label: hit.table === 'excerpts' ? (hit.passage?.text ?? hit.title) : hit.title,
  detail: hit.table === 'excerpts' ? hit.title : (hit.passage?.text ?? ''),
  section: SECTIONS[hit.table],
});

/** Goes to a result: an excerpt in its document, a tag in the tree, and so on. */
export function goToHit(app: Pick<App, 'run' | 'navigate' | 'openCase'>, hit: SearchHit): void {
  const caseId = app.openCase!.id;
  switch (hit.table) {
    case 'documents': {
      const at = hit.field === 'text' ? hit.passage?.start : undefined;
      app.navigate({ view: 'document', caseId, documentId: hit.id, ...(at === undefined ? {} : { at: String(at) }) });
      return;
    }
    case 'excerpts':
      void app.run('excerpt.show', { id: hit.id });
      return;
    case 'tags':
      app.navigate({ view: 'tags', caseId, tagId: hit.id });
      return;
    case 'sources':
      app.navigate({ view: 'excerpts', caseId, sourceId: hit.id });
      return;
    case 'briefings':
      app.navigate({ view: 'briefing', caseId, briefingId: hit.id });
      return;
    case 'judgements':
      void app.run('judgement.show', { id: hit.id });
      return;
    case 'hypotheses':
      app.navigate({ view: 'hypotheses', caseId });
      return;
  }
}
