/** The frame of an open case: the marking bar, navigation, the work, details, the status bar. */
import { Suspense, useState } from 'react';
import { useCounts } from '../../search/hooks';
import { leaveSide, useArrival } from './arrival';
import { useWidths } from './useWidths';
import { PaneBoundary } from '../Recovery';
import type { Route } from '../route';
import type { Session } from '../session';
import { Spinner, SplitPane } from '../../ui';
import { Details } from './Details';
import { MarkingBar } from './MarkingBar';
import { Navigation } from './Navigation';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';
import { Work } from './Work';
import styles from './frame.module.css';

export interface CaseFrameProps {
  readonly route: Exclude<Route, { view: 'library' }>;
  readonly session: Session;
  /** False where the browser may throw the data away. */
  readonly persisted: boolean;
}

/** Views that bring their own side pane. */
const OWN_SIDE: ReadonlySet<Route['view']> = new Set([
  'briefing',
  'briefings',
  'judgements',
  'overview',
  'exchange',
  'tags',
  'sources',
]);

/** The route, the same object while words of a search are typed: what stands around the results does not show them. */
function usePlace(route: CaseFrameProps['route']): CaseFrameProps['route'] {
  const [place, setPlace] = useState(route);
  if (place === route || (place.view === 'search' && route.view === 'search')) return place;
  setPlace(route);
  return route;
}

export const CaseFrame = ({ route, session, persisted }: CaseFrameProps) => {
  useArrival(route);
  const place = usePlace(route);
  const widths = useWidths();
  const counts = useCounts();
  const withDetails = widths.showDetails && !OWN_SIDE.has(route.view);
  const work = (
    <main className={styles.work} aria-label="Work" tabIndex={-1}>
      <TopBar route={route} place={place} />
      <PaneBoundary key={route.view} name="This view">
        <Suspense fallback={<Spinner label="Opening" />}>
          <Work route={route} />
        </Suspense>
      </PaneBoundary>
    </main>
  );
  return (
    <div className={styles.frame}>
      <MarkingBar />
      {/* Nothing to press: the controls inside have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.panes} onKeyDown={leaveSide}>
        <SplitPane
          label="Width of navigation"
          side="start"
          size={widths.showNavigation ? widths.navigation : 48}
          min={widths.showNavigation ? 176 : 48}
          max={widths.showNavigation ? 400 : 48}
          onResize={widths.setNavigation}
          pane={
            <PaneBoundary name="Navigation">
              <Navigation route={place} isFolded={!widths.showNavigation} counts={counts} />
            </PaneBoundary>
          }
        >
          {withDetails ? (
            <SplitPane
              label="Width of details"
              side="end"
              size={widths.details}
              min={260}
              max={560}
              onResize={widths.setDetails}
              pane={
                <aside className={styles.details} aria-label="Details">
                  <PaneBoundary name="Details">
                    <Details route={place} />
                  </PaneBoundary>
                </aside>
              }
            >
              {work}
            </SplitPane>
          ) : (
            work
          )}
        </SplitPane>
      </div>
      <StatusBar session={session} persisted={persisted} />
    </div>
  );
};
