/** What other rooms may use of hypotheses. */
export { HypothesesView } from './HypothesesView';
