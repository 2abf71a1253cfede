/** Doubtful or old information stated as if it were plain: the reader needs a word on its source. */
import { dateWords } from '../../model/eventDate';
import { daysIn } from '../../text/dates';
import { atSentence } from './context';
import type { CheckContext, Rule } from './context';
import { daysBetween, newestDay } from './evidence';
import type { Cited } from './evidence';
import { isProse } from './sections';
import type { NoteBlock, Sentence } from './text';

export const descriptorMissing: Rule = {
  title: 'Doubtful sources are described where they are cited',
  standard: 'ICD 206',
  *find(context) {
    if (!context.isEnglish) return;
    for (const block of context.note.blocks) {
      if (!isProse(block) || block.kind === 'table cell') continue;
      for (const sentence of block.sentences) {
        const doubts = [...new Set(sentence.citations.map((one) => one.excerptId))]
          .map((id) => context.cited(id))
          .filter((cited) => cited !== null)
          .map((cited) => ({ cited, why: doubtOf(context, cited, block, sentence) }))
          .filter((one) => one.why !== null);
        const first = doubts.find(({ cited }) => !isDescribed(block, sentence, cited));
        if (!first) continue;
        yield atSentence(block, sentence, {
          severity: 'advice',
          sentence: `${first.cited.source?.name ?? first.cited.document.title} ${first.why}, and the sentence says nothing of its source (“reportedly”, “according to …”, “unconfirmed”).`,
        });
      }
    }
  },
};

/** Why a reader should be told about the source; null where there is no need. What others confirmed needs no word. */
function doubtOf(context: CheckContext, cited: Cited, block: NoteBlock, sentence: Sentence): string | null {
  const { reliability, excerpt, grade } = cited;
  if (excerpt.credibility !== 1 && ((reliability !== null && reliability >= 'D') || (excerpt.credibility ?? 0) >= 4))
    return `is graded ${grade}`;
  const day = context.briefing.issued || context.briefing.cutoff;
  const newest = newestDay(cited);
  if (context.horizonDays <= 0 || day === '' || newest === null || !(daysBetween(newest, day) > context.horizonDays))
    return null;
  const own = block.own.slice(sentence.start, sentence.end);
  // A date in the sentence tells how old it is.
  if (daysIn(own).length > 0 || /\b(?:19|20)\d{2}\b/u.test(own)) return null;
  return `speaks of ${dateWords(newest)}, long before the note`;
}

const DESCRIBES =
  /\b(?:reported(?:ly)?|reports?|alleged(?:ly)?|alleges?|supposed(?:ly)?|purported(?:ly)?|unconfirmed|unverified|uncorroborated|according to|claim(?:s|ed)?|said|says|states?|stated|asserts?|asserted|insists?|denies|denied|denial|calls?|called|speaks? of|spoke of|describes?|described|argues?|told|tells|testimony|source|doubt(?:s|ed|ful)?|disputed|rumou?rs?|hearsay|second[- ]hand|biased|propaganda|cannot be checked|did not check|not checked|weak|thin|announced|expects?|ranks?|estimates?|puts?|names|passed over|silence|silent)\b/iu;

/** True where the sentence describes a source, or names the one that says it. */
function isDescribed(block: NoteBlock, sentence: Sentence, { source }: Cited): boolean {
  const words = block.text.slice(sentence.start, sentence.end);
  if (DESCRIBES.test(words)) return true;
  const names = source ? [source.name, ...source.aliases] : [];
  return names.some((name) => name.length >= 2 && words.includes(name.replace(/\s*\([^)]*\)$/u, '')));
}
