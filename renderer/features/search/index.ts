/** What other rooms may use of search. */
export { SearchView } from './SearchView';
