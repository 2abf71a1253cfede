/** Templates that analysts make of their briefings: kept beside the cases, handed on as files. */
import type { BodyNode, Briefing } from '../model/briefing';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { cleanBody } from './bodySchema';
import { templateSchema } from './template';
import type { BriefingTemplate } from './template';

/** Larger files are no templates. */
export const LARGEST_TEMPLATE = 2_000_000;
/** Ends the file name of a template. */
export const TEMPLATE_EXTENSION = 'json';

const LONGEST_NAME = 120;

/** Nodes that stand for something of the case, which the next case does not have. */
const OF_THE_CASE: ReadonlySet<string> = new Set(['citation', 'quotation', 'figure', 'footnote']);

export interface WantedTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The sentences too, not only the headings. */
  readonly keepsTexts: boolean;
}

/**
 * A template of a briefing's shape: its headings with the hints they had, lists and tables emptied, or, where wanted,
 * its sentences. Citations, quotations and pictures always stay behind: they belong to the case.
 */
export function planTemplate(
  { body }: Pick<Briefing, 'body'>,
  hints: Readonly<Record<string, string>>,
  wanted: WantedTemplate,
): Result<BriefingTemplate, 'name-empty' | 'name-too-long'> {
  const name = planTemplateName(wanted.name);
  if (!name.ok) return name;
  const kept = stripped(cleanBody(body), wanted.keepsTexts);
  return yes({
    id: wanted.id,
    name: name.value,
    description: wanted.description.trim().slice(0, 500),
    hints: { ...hints },
    body: cleanBody(kept),
  });
}

/** A template's name, trimmed; refused when nothing is left or it is too long. */
export function planTemplateName(name: string): Result<string, 'name-empty' | 'name-too-long'> {
  const trimmed = name.trim();
  if (trimmed === '') return no('name-empty');
  return trimmed.length > LONGEST_NAME ? no('name-too-long') : yes(trimmed);
}

function stripped(node: BodyNode, keepsTexts: boolean): BodyNode {
  const { content, ...rest } = node;
  if (!content) return rest;
  const isHeading = node.type === 'heading';
  const left = content
    .filter((one) => !OF_THE_CASE.has(one.type))
    .filter((one) => keepsTexts || isHeading || (one.type !== 'text' && one.type !== 'hardBreak'))
    .map((one) => (one.type === 'text' ? plainLooks(one) : stripped(one, keepsTexts)));
  return { ...rest, content: keepsTexts ? left : once(left) };
}

/** Of blocks that were emptied one of a kind is enough to write in: one paragraph, one item of a list. */
const once = (blocks: readonly BodyNode[]): BodyNode[] =>
  blocks.filter((block, i) => {
    const before = blocks[i - 1];
    return !before || block.type !== before.type || !EMPTIED.has(block.type);
  });

const EMPTIED: ReadonlySet<string> = new Set(['paragraph', 'listItem', 'taskItem']);

/** Words without what was said of them in the case: comments, and links to its records. */
function plainLooks(node: BodyNode): BodyNode {
  const marks = (node.marks ?? []).filter(
    ({ type, attrs }) => type !== 'comment' && (attrs?.['href'] as string | undefined)?.startsWith('collate:') !== true,
  );
  const { marks: _, ...rest } = node;
  return marks.length > 0 ? { ...rest, marks } : rest;
}

/** The file a template is handed on as. */
export const templateFile = (template: BriefingTemplate): string => `${JSON.stringify(template, null, 2)}\n`;

/**
 * The template of a file from elsewhere, under a new id; refused where it is none. What it holds is made safe when a
 * briefing is made of it, as every body is.
 */
export function readTemplate(json: string, id: string): Result<BriefingTemplate, 'template-broken'> {
  if (json.length > LARGEST_TEMPLATE) return no('template-broken');
  try {
    const read = templateSchema.safeParse(JSON.parse(json));
    if (!read.success || read.data.body.type !== 'doc') return no('template-broken');
    return yes({ ...read.data, id });
  } catch {
    // No JSON, or nested deeper than anything that was ever written.
    return no('template-broken');
  }
}
