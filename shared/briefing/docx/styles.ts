/** The styles of a briefing in Word: its own built-in names, so that whoever gets the file can change one and all follow. */
import { AlignmentType, BorderStyle, LevelFormat, ShadingType } from 'docx';
import type { NumberingLevel, RunLook, StyleOptions } from 'docx';

/** Faces every Word has, with one for Korean, Chinese and Japanese. */
const SERIF = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'Malgun Gothic' };
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Malgun Gothic' };
export const MONO = { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Courier New', eastAsia: 'Malgun Gothic' };

const INK = '16181D';
export const QUIET = '55585F';
const LINE = 'C9C7C2';

/** Twips. */
export const LIST_STEP = 425;
export const HEADER_LABEL = 2_150;

export const defaultRun = (language: string): RunLook => ({
  font: SERIF,
  size: 22,
  color: INK,
  language: { value: language, eastAsia: 'ko-KR' },
});

export const DEFAULT_STYLES: Readonly<Record<string, StyleOptions>> = {
  title: {
    paragraph: { spacing: { before: 0, after: 240, line: 260, lineRule: 'auto' }, keepNext: true },
    run: { font: SERIF, size: 40, bold: true, color: INK },
  },
  heading1: {
    paragraph: { spacing: { before: 360, after: 100 }, keepNext: true, keepLines: true },
    run: { font: SANS, size: 27, bold: true, color: INK },
  },
  heading2: {
    paragraph: { spacing: { before: 260, after: 80 }, keepNext: true, keepLines: true },
    run: { font: SANS, size: 23, bold: true, color: INK },
  },
  heading3: {
    paragraph: { spacing: { before: 220, after: 60 }, keepNext: true, keepLines: true },
    run: { font: SANS, size: 21, bold: true, color: '3B3E45' },
  },
  listParagraph: { paragraph: { spacing: { after: 80 } } },
  caption: {
    paragraph: { spacing: { before: 60, after: 240 } },
    run: { font: SANS, size: 18, color: QUIET, italics: false, bold: false },
  },
  bibliography: { paragraph: { spacing: { after: 100 } }, run: { font: SANS, size: 18 } },
  hyperlink: { run: { color: '1D4A86', underline: {} } },
  footnoteText: { paragraph: { spacing: { after: 40 } }, run: { font: SANS, size: 18 } },
};

/** A thin line between rows. */
export const BORDER = { style: BorderStyle.SINGLE, size: 4, color: 'D9D7D2' };

const rule = { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 6 };

export const PARAGRAPH_STYLES: readonly (StyleOptions & { readonly id: string })[] = [
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    paragraph: {
      indent: { left: 300 },
      spacing: { before: 120, after: 60 },
      keepLines: true,
      border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'B9B6B0', space: 10 } },
    },
    run: { italics: false, size: 21 },
  },
  {
    id: 'Attribution',
    name: 'Attribution',
    basedOn: 'Caption',
    next: 'Normal',
    quickFormat: true,
    paragraph: { indent: { left: 300 }, spacing: { after: 200 } },
  },
  {
    id: 'NoteDetails',
    name: 'Note details',
    basedOn: 'Normal',
    paragraph: { indent: { left: HEADER_LABEL, hanging: HEADER_LABEL }, spacing: { after: 40 } },
    run: { font: SANS, size: 19 },
  },
  {
    id: 'NoteRule',
    name: 'Note rule',
    basedOn: 'Normal',
    paragraph: { border: { bottom: rule }, spacing: { after: 160 } },
    run: { size: 4 },
  },
  {
    id: 'KeyJudgement',
    name: 'Key judgement',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { after: 120 } },
  },
  {
    id: 'TableText',
    name: 'Table text',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { before: 20, after: 20, line: 260, lineRule: 'auto' } },
    run: { font: SANS, size: 19 },
  },
  { id: 'TableHead', name: 'Table head', basedOn: 'TableText', run: { font: SANS, size: 19, bold: true } },
  {
    id: 'ContentsHeading',
    name: 'Contents heading',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
    run: { font: SANS, size: 21, bold: true },
  },
  ...[1, 2, 3].map((level) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    paragraph: { indent: { left: (level - 1) * 220 }, spacing: { after: 30 } },
    run: { font: SANS, size: 19 },
  })),
  {
    id: 'PageEdge',
    name: 'Page edge',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: 0 } },
    run: { font: SANS, size: 17, color: QUIET },
  },
];

/** TLP 2.0: 12 points, coloured text on black. The colour is set where it is used. */
export const CHARACTER_STYLES: readonly (StyleOptions & { readonly id: string })[] = [
  {
    id: 'Marking',
    name: 'Marking',
    run: {
      font: SANS,
      size: 24,
      bold: true,
      noProof: true,
      shading: { type: ShadingType.CLEAR, fill: '000000', color: 'auto' },
    },
  },
  { id: 'PortionMark', name: 'Portion mark', run: { font: SANS, size: 16, bold: true, color: QUIET, noProof: true } },
  { id: 'CitationNumber', name: 'Citation number', run: { font: SANS, superScript: true, noProof: true } },
  { id: 'Grade', name: 'Grade', run: { font: MONO, size: 18, noProof: true } },
];

const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const BULLETS = ['•', '–', '▪'];

const level = (depth: number, format: string, text: string, start = 1): NumberingLevel => ({
  level: depth,
  format,
  text,
  start,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: LIST_STEP * (depth + 1), hanging: LIST_STEP } } },
});

/** The lists of a note. Ordered ones that do not start at 1 have a definition of their own. */
export const numberingOf = (starts: Iterable<number>) => ({
  config: [
    {
      reference: 'bullets',
      levels: DEPTHS.map((depth) => level(depth, LevelFormat.BULLET, BULLETS[depth % BULLETS.length]!)),
    },
    ...[...new Set([1, ...starts])].map((start) => ({
      reference: `numbers-${start}`,
      levels: DEPTHS.map((depth) => level(depth, LevelFormat.DECIMAL, `%${depth + 1}.`, start)),
    })),
    {
      reference: 'judgements',
      levels: [
        {
          ...level(0, LevelFormat.DECIMAL, '%1.'),
          style: { run: { font: SANS, bold: true }, paragraph: { indent: { left: LIST_STEP, hanging: LIST_STEP } } },
        },
      ],
    },
    { reference: 'references', levels: [level(0, LevelFormat.DECIMAL, '%1.')] },
  ],
});
