/** What other rooms may use of judgements. */
export { JudgementsView } from './JudgementsView';
export { OutcomeFields } from './OutcomeFields';
export * from './words';
