export { copiedPage } from './clipboard';
export type { CopiedPage } from './clipboard';
export { extractHtml, HTML_EXTRACTOR, writePage } from './extractHtml';
export type { HtmlOptions } from './extractHtml';
export { htmlToFlow } from './htmlToFlow';
export type { HtmlFlowCount, HtmlFlowOptions } from './htmlToFlow';
export type { HtmlNode } from './node';
export { parseHtml } from './parse';
