/** The output format that the citation processor is given: looks as noncharacters, which `parseRuns` reads back. No markup. */
import { BEGIN, END } from './runs';

export const RUNS_FORMAT = 'collate-runs';

type Write = (state: unknown, text: string) => string;

const plain: Write = (_, text) => text;
const within =
  (begin: string): Write =>
  (_, text) =>
    `${begin}${text}${END}`;
const spaced: Write = (_, text) => ` ${text} `;

interface QuoteTerms {
  getTerm(name: string): string;
}

const quotes =
  (open: string, close: string) =>
  (state: QuoteTerms, text: string | undefined): string =>
    // Without a text the processor asks for the sign of an apostrophe or of an opening.
    text === undefined
      ? open === 'open-inner-quote'
        ? '’'
        : state.getTerm(open)
      : `${state.getTerm(open)}${text}${state.getTerm(close)}`;

/** Answers to every look of CSL 1.0.2, by the names the processor gives them. */
export const runsFormat: Readonly<Record<string, unknown>> = {
  text_escape: (text: string | undefined) => text ?? '',
  bibstart: '',
  bibend: '',
  '@font-style/italic': within(BEGIN.italic),
  '@font-style/oblique': within(BEGIN.italic),
  '@font-style/normal': within(BEGIN.upright),
  '@font-variant/small-caps': within(BEGIN.smallCaps),
  '@font-variant/normal': within(BEGIN.fullCaps),
  '@font-weight/bold': within(BEGIN.bold),
  '@font-weight/normal': within(BEGIN.light),
  '@font-weight/light': within(BEGIN.light),
  '@text-decoration/none': within(BEGIN.noLine),
  '@text-decoration/underline': within(BEGIN.underline),
  '@vertical-align/sup': within(BEGIN.sup),
  '@vertical-align/sub': within(BEGIN.sub),
  '@vertical-align/baseline': within(BEGIN.baseline),
  '@passthrough/true': plain,
  '@strip-periods/true': plain,
  '@strip-periods/false': plain,
  '@quotes/true': quotes('open-quote', 'close-quote'),
  '@quotes/inner': quotes('open-inner-quote', 'close-inner-quote'),
  '@quotes/false': false,
  '@cite/entry': plain,
  '@bibliography/entry': plain,
  '@display/block': spaced,
  '@display/left-margin': spaced,
  '@display/right-inline': plain,
  '@display/indent': spaced,
  '@showid/true': plain,
  '@URL/true': within(BEGIN.url),
  '@DOI/true': within(BEGIN.url),
};
