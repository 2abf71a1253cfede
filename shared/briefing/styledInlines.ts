/** What a reference style puts into a text, in the forms of the briefing's model. */
import { BODY_MARKS } from './bodyMarks';
import type { CitationGroup, Inline } from './parts';
import { labelReader } from './styles/styledReferences';
import type { StyledLabel, StyledReferences } from './styles/styledReferences';
import type { Runs } from './styles/runs';

/** Where citations stand: as numbers of references, as words in the text, or as notes. */
export type Citing = 'numbers' | 'words' | 'notes';

export const citingOf = (styled: StyledReferences | null): Citing =>
  styled === null || styled.isNumbersAlone ? 'numbers' : styled.kind === 'note' ? 'notes' : 'words';

export interface Labelling {
  /** What a group of citations shows, and its note where it has one of its own; called in the order of the text. */
  label(ids: readonly string[]): Pick<CitationGroup, 'runs' | 'note'> & { readonly words: readonly Inline[] };
  /** The number of the author's next footnote. */
  footnote(): number;
}

/** Gives out labels and numbers in the order of the text; without a style, the numbers of the references stand. */
export function labelling(styled: StyledReferences | null): Labelling {
  const read: (ids: readonly string[]) => StyledLabel | undefined =
    styled === null || styled.isNumbersAlone ? () => undefined : labelReader(styled);
  let footnotes = 0;
  return {
    label(ids) {
      const label = read(ids);
      if (!label) return { words: [] };
      return label.note === null
        ? { runs: label.runs, words: [] }
        : { note: label.note, words: inlinesOfRuns(label.runs) };
    },
    footnote() {
      footnotes += 1;
      return styled?.footnotes[footnotes - 1] ?? footnotes;
    },
  };
}

/** Runs as words of a briefing. Small capitals and raised signs have no mark there: their words stay. */
function inlinesOfRuns(runs: Runs): Inline[] {
  return runs.map((run) => ({
    kind: 'text',
    text: run.text,
    marks: BODY_MARKS.filter((mark) => mark !== 'code' && mark !== 'strike' && run[mark]),
    ...(run.url ? { href: run.text } : {}),
  }));
}
