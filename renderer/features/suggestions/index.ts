/** Suggestions: what a text offers, read in a worker; offered in the details of an excerpt, marked in the reader. */
export { Offers } from './Offers';
export { useRefused } from './refused';
export { useSuggestions } from './useSuggestions';
export { suggestionWords } from './words';
