/** The details pane: of what is selected, or what the view itself puts beside its work. */
import { memo } from 'react';
import { MousePointerClick } from 'lucide-react';
import { ExcerptDetails } from '../../features/excerpts';
import { DocumentDetails } from '../../features/library';
import { DocumentExcerpts } from '../../features/reader';
import { EmptyState } from '../../ui';
import type { Route } from '../route';
import { useSelection } from '../selection';

const DetailsNow = ({ route }: { route: Route }) => {
  const { details } = useSelection();
  if (details?.table === 'excerpts') return <ExcerptDetails key={details.id} id={details.id} />;
  if (details?.table === 'documents') return <DocumentDetails key={details.id} id={details.id} />;
  if (route.view === 'document') return <DocumentExcerpts key={route.documentId} documentId={route.documentId} />;
  return (
    <EmptyState icon={MousePointerClick} title="Details" message="Select one entry to see it and change it here." />
  );
};

export const Details = memo(DetailsNow);
