/** What other rooms may use of sources. */
export { SourcesView } from './SourcesView';
