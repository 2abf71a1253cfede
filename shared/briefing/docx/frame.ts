/** Head and foot of every page: the marking at the right as TLP 2.0 asks, the title, the date and the page. */
import { Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { ParagraphChild, RunOptions } from 'docx';
import { MARKING_INK } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { words } from './inlines';
import { TEXT_WIDTH } from './table';

const LONGEST_HEAD = 70;

/** The label in its standard colours, 12 points at the edges of a page. Spaces that do not break make the box. */
export const markingRun = (marking: Marking, look: RunOptions = {}): ParagraphChild =>
  words(`\u00A0${marking}\u00A0`, { style: 'Marking', color: MARKING_INK[marking].slice(1), ...look });

const line = (left: readonly ParagraphChild[], marking: Marking): Paragraph =>
  new Paragraph({
    style: 'PageEdge',
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [...left, new TextRun({ children: [new Tab()] }), markingRun(marking)],
  });

const head = (title: string): string => {
  const signs = Array.from(title);
  return signs.length > LONGEST_HEAD ? `${signs.slice(0, LONGEST_HEAD).join('')}…` : title;
};

/** @param issued the day as it is read; empty where there is none */
export const pageEdges = (title: string, marking: Marking, issued: string) => ({
  headers: { default: new Header({ children: [line([words(head(title))], marking)] }) },
  footers: {
    default: new Footer({
      children: [
        line(
          [
            new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
            words(issued === '' ? '' : ` · ${issued}`),
          ],
          marking,
        ),
      ],
    }),
  },
});
