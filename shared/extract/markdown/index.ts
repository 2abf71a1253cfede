/** A Markdown text as the words a person reads: its marks become headings, lists and tables, its head what it says of itself. */
import { yes } from '../../model/result';
import type { Result } from '../../model/result';
import { readPlainText } from '../../text/plainText';
import type { Extracted, ExtractRefusal } from '../extracted';
import { extractedFrom, pictureWarning } from '../fileFacts';
import { startFlow } from '../flow';
import { parseHtml, writePage } from '../html';
import { headMatter } from './headMatter';
import { markdownHtml } from './markdownHtml';

/** Recorded with each text: what made it, and which version of the rules. */
export const MARKDOWN_EXTRACTOR = 'markdown/1';

/** Longer texts are machine-made; they come in as they stand. */
const LONGEST_MARKDOWN = 8 * 1024 * 1024;

function asItStands(text: string): Result<Extracted, ExtractRefusal> {
  const read = readPlainText(text);
  if (!read.ok) return read;
  return yes({ ...read.value, blocks: null, pages: [], csl: {}, language: '', warnings: [], attachments: [] });
}

/** The text of a Markdown source. Mark-up of pages in it is read as in pages: no script runs, nothing is fetched. */
export function extractMarkdown(source: string): Result<Extracted, ExtractRefusal> {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.length > LONGEST_MARKDOWN) return asItStands(text);
  const { facts, more, body } = headMatter(text);
  const page = parseHtml(markdownHtml(body));
  if (!page.ok) return page.reason === 'over-bound' ? asItStands(text) : page;
  const flow = startFlow();
  const { pictures } = writePage(page.value.body, flow);
  const made = extractedFrom(MARKDOWN_EXTRACTOR, flow, facts, pictureWarning(pictures));
  return made.ok ? yes({ ...made.value, csl: { ...more, ...made.value.csl } }) : made;
}
