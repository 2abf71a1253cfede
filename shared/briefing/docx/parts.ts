/** What stands round the text of a briefing in Word: the block at its head, contents, the key, the references. */
import { HeadingLevel, Paragraph, TabStopType, TableOfContents } from 'docx';
import type { FileChild, ParagraphChild } from 'docx';
import { MARKING_SENSE } from '../../model/marking';
import type { BriefingModel } from '../model';
import type { Block } from '../parts';
import { placesText } from '../referenceText';
import { markingRun } from './frame';
import { marked, partRun, referenceMark, words } from './inlines';
import { HEADER_LABEL, LIST_STEP, QUIET } from './styles';
import { tableOf } from './table';

export function headOf(model: BriefingModel): Paragraph[] {
  const row = (label: string, children: readonly ParagraphChild[]): Paragraph =>
    new Paragraph({
      style: 'NoteDetails',
      tabStops: [{ type: TabStopType.LEFT, position: HEADER_LABEL }],
      children: [words(`${label}\t`, { color: QUIET }), ...children],
    });
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [words(model.title)] }),
    row('Marking', [
      markingRun(model.marking, { size: 19 }),
      words(`  ${MARKING_SENSE[model.marking]}`, { color: QUIET }),
    ]),
    ...model.header.map(({ label, value }) => row(label, [words(value)])),
    new Paragraph({ style: 'NoteRule' }),
  ];
}

/** A table of contents from two headings on. */
export function contentsOf(blocks: readonly Block[]): FileChild[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (headings.length < 2) return [];
  return [
    new Paragraph({ style: 'ContentsHeading', children: [words('Contents')] }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3', beginDirty: false }),
  ];
}

const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [words(text)] });

export function keyOf(key: BriefingModel['likelihoodKey']): FileChild[] {
  if (!key) return [];
  const cell = (text: string, header: boolean) => ({
    header,
    colspan: 1,
    rowspan: 1,
    blocks: [{ kind: 'paragraph' as const, inlines: [{ kind: 'text' as const, text, marks: [] }] }],
  });
  const rows = [
    [cell(key.name, true), cell('Probability', true)],
    ...key.terms.map((term) => [cell(term.words, false), cell(term.bandWords, false)]),
  ];
  return [
    heading('Words of likelihood'),
    tableOf(rows, (blocks, style) =>
      blocks.map((block) => {
        const inlines = block.kind === 'paragraph' ? block.inlines : [];
        return new Paragraph({
          style,
          children: inlines.map((inline) => words(inline.kind === 'text' ? inline.text : '')),
        });
      }),
    ),
    new Paragraph({
      style: 'Caption',
      children: [
        words('Confidence (low, moderate, high) says how good the basis of a judgement is, not how likely the event.'),
      ],
    }),
  ];
}

/** Each reference is a bookmark that its citations lead to. */
export function referencesOf({ references, isNumbered }: BriefingModel): Paragraph[] {
  if (references.length === 0) return [];
  return [
    heading('References'),
    ...references.map(
      (reference) =>
        new Paragraph({
          style: 'Bibliography',
          ...(isNumbered
            ? { numbering: { reference: 'references', level: 0 } }
            : { indent: { left: LIST_STEP, hanging: LIST_STEP } }),
          children: [
            marked(
              referenceMark(reference.number),
              reference.entry.map((part) => partRun(part)),
            ),
            words(` ${placesText(reference)}`, { color: QUIET }),
          ],
        }),
    ),
  ];
}
