/** The view a route stands for. */
import { lazy } from 'react';
import { ExchangeView } from '../../features/exchange';
import { ExcerptsView } from '../../features/excerpts';
import { HypothesesView } from '../../features/hypotheses';
import { JudgementsView } from '../../features/judgements';
import { DocumentsView, OverviewView } from '../../features/library';
import { DocumentView } from '../../features/reader';
import { SearchView } from '../../features/search';
import { SourcesView } from '../../features/sources';
import { TagsView } from '../../features/tags';
import type { Route } from '../route';

// The rich text editor is half of the program's code: it comes when a briefing is opened.
const BriefingsView = lazy(async () => ({ default: (await import('../../features/briefings')).BriefingsView }));
const BriefingEditor = lazy(async () => ({ default: (await import('../../features/briefings')).BriefingEditor }));

export const Work = ({ route }: { route: Exclude<Route, { view: 'library' }> }) => {
  switch (route.view) {
    case 'overview':
      return <OverviewView />;
    case 'documents':
      return <DocumentsView />;
    case 'document':
      return (
        <DocumentView
          key={route.documentId}
          documentId={route.documentId}
          {...(route.excerptId ? { excerptId: route.excerptId } : {})}
          {...(route.at ? { at: Number(route.at) } : {})}
          {...(route.version ? { version: route.version } : {})}
        />
      );
    case 'excerpts':
      return <ExcerptsView route={route} />;
    case 'tags':
      return <TagsView {...(route.tagId ? { tagId: route.tagId } : {})} />;
    case 'sources':
      return <SourcesView />;
    case 'hypotheses':
      return <HypothesesView />;
    case 'briefings':
      return <BriefingsView />;
    case 'briefing':
      return <BriefingEditor key={route.briefingId} briefingId={route.briefingId} />;
    case 'judgements':
      return <JudgementsView {...(route.judgementId ? { judgementId: route.judgementId } : {})} />;
    case 'exchange':
      return <ExchangeView />;
    case 'search':
      return <SearchView text={route.text} />;
  }
};
