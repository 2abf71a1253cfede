export { extractMail, extractMsg, MAIL_EXTRACTOR } from './extractMail';
export { extractMbox } from './extractMbox';
export { extractMhtml } from './extractMhtml';
