/** The two-page note with the rest of what a note can hold: judgements, footnotes, a picture, tasks, links. */
import type { BriefingContent } from '@shared/briefing/model';
import type { EvidenceLookup } from '@shared/briefing/references';
import type { BodyNode } from '@shared/model/briefing';
import { cite, doc, idOf, paragraph, text } from './evidence';
import { noteContent } from './note';

/** SHA-256 that the picture goes by. */
export const PICTURE_ID = 'c'.repeat(64);

/** A PNG of 2 by 1 pixels, black and white. */
export const PICTURE = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNg+A8AAQEBAL4WWAkAAAAASUVORK5CYII='),
  (sign) => sign.charCodeAt(0),
);

const link = (words: string, href: string): BodyNode => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href } }],
});
const note = (...content: BodyNode[]): BodyNode => ({ type: 'footnote', content });
const task = (checked: boolean, words: string): BodyNode => ({
  type: 'taskItem',
  attrs: { checked },
  content: [paragraph(text(words))],
});

const REST: readonly BodyNode[] = [
  { type: 'heading', attrs: { level: 1 }, content: [text('More')] },
  {
    type: 'judgement',
    attrs: { judgementId: idOf(701) },
    content: [
      paragraph(text('Landings will '), text('very likely', 'italic'), text(' go on.'), cite(301)),
      paragraph(text('We have moderate confidence in this: two sources, one of them independent.')),
    ],
  },
  {
    type: 'judgement',
    attrs: { judgementId: idOf(702) },
    content: [paragraph(text('The firm is a front.'), note(text('Nobody has seen its office.'), cite(303)), text(' '))],
  },
  {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [
      {
        type: 'listItem',
        content: [
          paragraph(text('Third point')),
          { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('an inner one'))] }] },
        ],
      },
      { type: 'listItem', content: [paragraph(text('Fourth point'))] },
    ],
  },
  { type: 'taskList', content: [task(true, 'Ask the harbour master'), task(false, 'Read the lease')] },
  {
    type: 'figure',
    attrs: { originalId: PICTURE_ID, mediaType: 'image/png', alt: 'The north pier from above' },
    content: [text('The pier in November'), cite(305)],
  },
  paragraph(
    link('A page of the web', 'https://example.org/page'),
    text(' and '),
    link('one of the case', `collate:documents/${idOf(201)}`),
    text('.'),
    note(text('A second note.')),
  ),
  { type: 'horizontalRule' },
];

export function fullNote(): { content: BriefingContent; lookup: EvidenceLookup } {
  const { content, lookup } = noteContent();
  return {
    content: { ...content, portionMarks: true, likelihoodKey: true, body: doc(...content.body.content!, ...REST) },
    lookup,
  };
}
