/** A citation whose excerpt is no longer what it was when it was cited, or is gone. */
import { cleanCitedAs } from '../bodyMarks';
import { staleSince } from '../citedAs';
import { atCitation, atSpan } from './context';
import type { CheckContext, Rule } from './context';
import type { Citation, NoteBlock } from './text';

export const staleCitation: Rule = {
  title: 'Citations are up to date with their excerpts',
  standard: 'Collate',
  *find(context) {
    for (const block of context.note.blocks) {
      for (const citation of block.citations) {
        const reasons = staleReasons(context, block, citation);
        if (reasons.length === 0) continue;
        const isGone = reasons[0] === GONE;
        const said = {
          severity: isGone ? ('error' as const) : ('warning' as const),
          sentence: isGone ? GONE : `Since this was cited, ${reasons.join(' and ')}: read the sentence again.`,
          fix: isGone
            ? ({ kind: 'remove', label: 'Remove the citation', from: citation.pos, to: citation.pos + 1 } as const)
            : ({
                kind: 'recite',
                label: 'I have read it: cite as it is now',
                from: citation.pos,
                excerptId: citation.excerptId,
              } as const),
        };
        const about = `${citation.excerptId}\n${reasons.join('\n')}`;
        yield block.isAtom
          ? atSpan(block, null, 0, block.text.length, { about, ...said })
          : atCitation(block, citation, { about, ...said });
      }
    }
  },
};

const GONE = 'The excerpt cited here was deleted.';

/** What changed, in clauses; empty where nothing did or nothing was kept. */
function staleReasons(context: CheckContext, block: NoteBlock, { excerptId, attrs }: Citation): string[] {
  const cited = context.cited(excerptId);
  // A quotation without its excerpt is `quotation-altered`.
  if (!cited) return block.isAtom ? [] : [GONE];
  const kept = cleanCitedAs(attrs);
  return staleSince(attrs, context.lookup).map((reason) => {
    switch (reason) {
      case 'deleted':
        return GONE;
      case 'words':
        return 'the excerpt’s words changed';
      case 'grade':
        return `its grade went from ${kept.grade || 'none'} to ${cited.grade || 'none'}`;
      case 'marking':
        return `its marking went from ${kept.marking || 'none'} to ${cited.marking}`;
    }
  });
}
