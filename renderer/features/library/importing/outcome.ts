/** What became of the files of one import: which came in, which were here already, which did not and why. */
import { counted } from '@shared/text/counted';

export interface CameIn {
  /** The file's name, with its folder or the mail it was in. */
  readonly name: string;
  readonly title: string;
  readonly documentId: string;
  /** Sentences about what was noticed: a guessed encoding, pages without text. */
  readonly notices: readonly string[];
}

export interface HereAlready {
  readonly name: string;
  readonly same: 'file' | 'text';
  /** The document that has the same. */
  readonly title: string;
  readonly documentId: string;
}

export interface DidNot {
  readonly name: string;
  readonly sentence: string;
}

export interface ImportOutcome {
  readonly cameIn: readonly CameIn[];
  readonly hereAlready: readonly HereAlready[];
  readonly didNot: readonly DidNot[];
}

/** “940 documents came in; 40 were here already, 20 could not be read.” */
export function outcomeWords({ cameIn, hereAlready, didNot }: ImportOutcome): string {
  const rest = [
    hereAlready.length > 0 && `${counted(hereAlready.length, 'was', 'were')} here already`,
    didNot.length > 0 && `${didNot.length.toLocaleString()} could not be read`,
  ].filter((words) => words !== false);
  const came = cameIn.length === 0 ? 'Nothing came in' : `${counted(cameIn.length, 'document', 'documents')} came in`;
  return `${[came, ...(rest.length > 0 ? [rest.join(', ')] : [])].join('; ')}.`;
}

export const twinWords = ({ same, title }: HereAlready): string =>
  same === 'file' ? `the same file as “${title}”` : `the same text as “${title}”`;

/** The whole report as lines of text, to be copied. */
export function outcomeText(outcome: ImportOutcome): string {
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `${title} (${lines.length.toLocaleString()})`, ...lines];
  return [
    outcomeWords(outcome),
    ...part(
      'Could not be read',
      outcome.didNot.map(({ name, sentence }) => `${name}\t${sentence}`),
    ),
    ...part(
      'Here already',
      outcome.hereAlready.map((twin) => `${twin.name}\t${twinWords(twin)}`),
    ),
    ...part(
      'Came in',
      outcome.cameIn.map(({ name, title, notices }) => [name, title, ...notices].join('\t')),
    ),
    '',
  ].join('\n');
}
