/** Where the analyst is. The address holds it, so that Back goes back and a restart comes to the same place. */
import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly view: 'library' }
  | {
      readonly view: 'overview' | 'documents' | 'sources' | 'hypotheses' | 'briefings' | 'exchange';
      readonly caseId: string;
    }
  | {
      readonly view: 'excerpts';
      readonly caseId: string;
      readonly tagId?: string;
      readonly sourceId?: string;
      readonly documentId?: string;
    }
  | { readonly view: 'tags'; readonly caseId: string; readonly tagId?: string }
  | {
      readonly view: 'document';
      readonly caseId: string;
      readonly documentId: string;
      readonly excerptId?: string;
      readonly at?: string;
      /** The text of an earlier version; the newest where absent. */
      readonly version?: string;
    }
  | { readonly view: 'briefing'; readonly caseId: string; readonly briefingId: string; readonly judgementId?: string }
  | { readonly view: 'judgements'; readonly caseId: string; readonly judgementId?: string }
  | { readonly view: 'search'; readonly caseId: string; readonly text: string };

export type ViewName = Route['view'];

const CASE_VIEWS: ReadonlySet<string> = new Set<ViewName>([
  'overview',
  'documents',
  'sources',
  'hypotheses',
  'briefings',
  'judgements',
  'exchange',
  'excerpts',
  'tags',
  'document',
  'briefing',
  'search',
]);

/** The address of a route: `#/<case>/<view>?name=value`. */
export function hashOf(route: Route): string {
  if (route.view === 'library') return '#/';
  const { view, caseId, ...rest } = route;
  const query = new URLSearchParams(
    Object.entries(rest).filter(([, value]) => value !== undefined) as [string, string][],
  );
  const tail = query.toString();
  return `#/${caseId}/${view}${tail ? `?${tail}` : ''}`;
}

/** The route of an address; the library for anything it does not know. */
export function routeOf(hash: string): Route {
  const match = /^#\/([0-9a-f-]{36})\/([a-z]+)(?:\?(.*))?$/.exec(hash);
  if (!match || !CASE_VIEWS.has(match[2]!)) return { view: 'library' };
  const rest = Object.fromEntries(new URLSearchParams(match[3] ?? ''));
  const route = { ...rest, view: match[2], caseId: match[1] } as Record<string, string>;
  if (route['view'] === 'document' && !route['documentId']) return { view: 'documents', caseId: match[1]! };
  if (route['view'] === 'briefing' && !route['briefingId']) return { view: 'briefings', caseId: match[1]! };
  return route as unknown as Route;
}

/** Goes to a route; `replace` leaves no step to come back to. */
export function navigate(route: Route, how: 'push' | 'replace' = 'push'): void {
  const hash = hashOf(route);
  if (hash === location.hash) return;
  if (how === 'replace') history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  addEventListener('popstate', listener);
  return () => {
    removeEventListener('hashchange', listener);
    removeEventListener('popstate', listener);
  };
};

let lastHash = '\0';
let lastRoute: Route = { view: 'library' };

/** The route now. The same object as long as the address is the same. */
export function currentRoute(): Route {
  if (location.hash !== lastHash) {
    lastHash = location.hash;
    lastRoute = routeOf(lastHash);
  }
  return lastRoute;
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, currentRoute);
