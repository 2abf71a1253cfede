export { htmlToFlow } from './htmlToFlow';
export type { HtmlFlowCount, HtmlFlowOptions } from './htmlToFlow';
export type { HtmlNode } from './node';
export { parseHtml } from './parse';
