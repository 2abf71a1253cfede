/**
 * Who says it, in English: "according to Wi", "the NIS stated that", "Zelenskyy told reporters", "said the minister",
 * "information from the agency". A verb of saying counts where it goes on to what is said; the words before it, back to
 * where their clause begins, say who. A pronoun is found too, and names nobody.
 */
import type { Span } from '../text/trimMarkers';

/** Who speaks and where that is told, both within the text; `who` is empty for a pronoun. */
export interface FoundSpeaker extends Span {
  readonly who: string;
  readonly covers: Span;
}

/** Verbs of saying that need nothing else, with an end to the words before them. */
const SAY =
  'said|says|stated|states|claimed|claims|told|announced|announces|added|adds|noted|notes|asserted|asserts|insisted|insists|emphasi[sz]ed|emphasi[sz]es|' +
  'pointed out|points out|warned|warns|confirmed|denied|denies|alleged|alleges|argued|argues|reported|reports|wrote|writes|testified|declared|informed|acknowledged|' +
  'acknowledges|stressed|explained|observed|remarked|revealed|concluded|assessed|estimated|estimates|suggested|suggests|reiterated|maintained|contended|recalled|' +
  'expressed|called on|urged|commented|recommended|pledged|promised|admitted|predicted|demanded|proposed|believed|believes|described|describes|highlighted|underlined|verified|indicated|indicates|found|determined|judged';
/** Those that say something only before a clause or a quotation. */
const CLAUSE_ONLY =
  /^(?:noted?s?|adde?d?s?|reports?|reported|estimate[sd]|suggest(?:s|ed)|concluded|assessed|maintained|recalled|observed|revealed|confirmed|believed?s?|proposed|admitted|verified|indicate[sd]|found|determined|judged|promised|pledged|predicted|demanded|recommended|highlighted|underlined|argued?s?|wrote|writes|described?s?|expressed|states|claims|denie[ds])$/iu;
const GOES_ON =
  /^(?:,?\s(?:(?:on|in|at|to|before|after|during|through|via|prior to) [^,.;]{3,28}\s|on \p{L}+ \d{1,2}, \d{4}, |further\s|today\s|the (?:\w+\s){1,4})?that\b|[,:]?\s[“"‘']|:\s)/u;
const NOUN_TOO = /^(?:notes|reports|claims|estimates|states)$/u;
const NAMED_OBJECT =
  /^(?:told|informed|called on|urged|warned|denied|announced|pointed out|reiterated|stressed|emphasi[sz]e[ds])$/iu;
const PASSIVE =
  /(?:^|\s)(?:is|are|was|were|be|been|being|as|it|not|to|by|of|the|an?|and|or|its|their|his|her|all|any|some|no|more|[\p{L}]+['’]s)$/iu;

const PRONOUN = /^(?:he|she|they|it|we|i|you|who|which|that|this|these|those|both|some|others|one|many|officials)$/iu;

/** Where the words that name the speaker begin, counted back from the verb. */
const CLAUSE =
  /(?:[;:—–(“”"]|,\s|\s(?:and|but|while|although|though|because|as|that|when|where|after|before|if|since|whereas|whether)\s)/giu;

const NOUN_END =
  /(?:[,;:.()—“”"]|\s(?:that|which|who|whose|has|have|had|is|are|was|were|will|would|could|can|may|might|should|on|in|at|about|during|for|as|while|dated|published|issued|released)(?=\s)|$)/u;
/** Kept together though a small word stands inside: "Ministry for …", "Conference on …". */
const HEADED =
  /(?:Ministry|Department|Institute|Office|Committee|Centre|Center|Council|Commission|Conference|Organi[sz]ation|Agency|Fund|Foundation|Association)(?:\sof\s[\p{L}\s]+)?$/u;

/** The noun phrase at the start of some words. */
function phraseAt(phrase: string): string {
  const words = phrase.replace(DATE_COMMAS, '$1\u0001 $2\u0001 ');
  let from = 0;
  for (;;) {
    const match = NOUN_END.exec(words.slice(from));
    if (!match) return phrase.trim();
    const end = from + match.index;
    const after = /^\s(for|on|in)\s\p{Lu}|^\s(?:for|on|in) the \p{Lu}/u.test(words.slice(end));
    const stopsInName =
      match[0] === '.' &&
      /(?:\b\p{Lu}|\b(?:Gen|Maj|Lt|Col|Sen|Rep|Gov|Dr|Mr|Ms|Mrs|Adm|Capt|Sgt|U\.S))$/u.test(words.slice(0, end));
    if (!(after && HEADED.test(words.slice(0, end))) && !stopsInName) return phrase.slice(0, end).trim();
    from = end + match[0].length;
  }
}

const LEAD =
  /^(?:(?:the|an?|its|their|his|her|this|these|those|some|several|many|all|various|past|recent|official|public|multiple|unnamed|anonymous|both|then-|former|senior|previous|earlier)\s+)+/iu;
const CARRIER =
  /^(?:information available to\s|(?:reports?|data|information|figures?|estimates?|statements?|documents?|analysis|assessments?|officials?|representatives?|intelligence|a spokes\w+|spokes\w+|sources?|members?|experts?|analysts?|press release|website)\s(?:from|by|of|at|in|for|within|on|published by|released by|issued by)\s)(?:the\s)?/iu;

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATED = new RegExp(`^(?:${MONTH} )?(?:\\d{1,2},? )?\\d{4},? `, 'u');
/** The commas of an American date stop nothing. */
const DATE_COMMAS = new RegExp(`(${MONTH} \\d{1,2}), (\\d{4}), (?=\\p{Ll})`, 'gu');

/** The speaker's name out of a noun phrase: no article, no "reports from", no possessive at its end. */
export function speakerName(phrase: string): string {
  let name = phrase
    .replace(/\[[^\]]*\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  name = name
    .replace(/\s(?:published|released|issued|prepared|written)\s(?:by|in)\s.*$/u, '')
    .replace(LEAD, '')
    .replace(DATED, '');
  name = name
    .replace(/^(?:and|but|while)\s/iu, '')
    .replace(LEAD, '')
    .replace(CARRIER, '')
    .replace(LEAD, '');
  name = name.replace(
    /['’]s? (?:website|report|reports|data|statement|press release|spokes\w+|estimates?|figures|account|social media \w+)$/iu,
    '',
  );
  name = name.replace(/['’]s$/u, '').replace(/[\s,]+$/u, '');
  name = name.replace(/^.*\sthe\s(?=\p{Lu}\p{Ll}+$)/u, '');
  if (PRONOUN.test(name) || /^(?:he|she|they|it|we)\s/iu.test(name)) return '';
  // "the South Korean agency (NIS)" is kept whole: both names help to find the source.
  return name.split(/\s/u).length > 12 ? '' : name;
}

/** What begins a sentence before its subject: "On Tuesday the ministry said". */
const OPENING =
  /^(?:(?:On|Last|Earlier on|Late on|Early on)\s\p{Lu}?\p{L}+(?:\s\d{1,2})?(?:\s\p{Lu}\p{L}+)?|Yesterday|Today|Earlier|Later|Meanwhile|However|Also|Then|In \p{Lu}\p{Ll}+(?: \d{4})?|In \d{4}),?\s/u;

/** The subject that ends right before a verb: out of "Kateryna Stepanenko, an analyst at …," the name is taken. */
function subjectBefore(before: string): { start: number; phrase: string } {
  let words = before.trimEnd();
  if (words.endsWith(',')) {
    words = words.slice(0, -1);
    // What stands between two commas tells about the name before the first.
    const aside = /,\s(?:the|an?|who|which|whose|then|former|now|his|her|its|head|chief|\d+)\b[^;:“”"]*$/u.exec(words);
    if (aside) words = words.slice(0, aside.index);
    else if (words.lastIndexOf(',') > 0 && !/\p{Lu}/u.test(words.slice(words.lastIndexOf(','))))
      words = words.slice(0, words.lastIndexOf(','));
  }
  words = words.replace(/,?\s(?:who|which)$/u, '');
  // Brackets behind a name belong to it.
  const bracket = /\s\([^()]{1,60}\)$/u.exec(words)?.index ?? words.length;
  let start = 0;
  for (const match of words.slice(0, bracket).matchAll(CLAUSE)) {
    const next = match.index + match[0].length;
    const joins =
      /\sand\s/u.test(match[0]) &&
      /\p{Lu}[\p{L}.’'-]*$/u.test(words.slice(0, match.index)) &&
      /^(?:the\s)?\p{Lu}/u.test(words.slice(next));
    if (!joins) start = next;
  }
  while (/\s/u.test(words[start] ?? '')) start += 1;
  start += OPENING.exec(words.slice(start))?.[0].length ?? 0;
  return { start, phrase: words.slice(start) };
}

function byVerb(sentence: string): Omit<FoundSpeaker, 'covers'>[] {
  const found: Omit<FoundSpeaker, 'covers'>[] = [];
  const verbs = new RegExp(`(?<![\\p{L}-])(?:${SAY})(?![\\p{L}-])`, 'gu');
  for (const match of sentence.matchAll(verbs)) {
    const verb = match[0];
    const end = match.index + verb.length;
    const before = sentence
      .slice(0, match.index)
      .trimEnd()
      .replace(
        /(?:,?\s(?:further|also|later|then|previously|recently|subsequently|repeatedly|publicly|again|has|have|had|once|long|since|would|to reporters))+$/u,
        '',
      );
    const after = sentence.slice(end);
    if (before === '') continue;
    // "Briefing notes:" is a title.
    const goesOn = GOES_ON.test(after) && !(NOUN_TOO.test(verb) && after.startsWith(':'));
    const inverted =
      /[,”"’]["”’]?$/u.test(before) &&
      /^\s(?:the\s)?\p{Lu}/u.test(after) &&
      /^(?:said|says|wrote|added|told|warned)$/u.test(verb);
    if (inverted && /[”"]$|,["”]?$/u.test(before)) {
      const phrase = phraseAt(after.trimStart());
      const isAside = /,\s(?:the|an?|who)\s/u.test(before.slice(-120)) && !/[”"]/u.test(before.slice(-4));
      if (!isAside && phrase !== '') {
        found.push({ start: match.index, end: end + after.indexOf(phrase) + phrase.length, who: speakerName(phrase) });
        continue;
      }
    }
    if (PASSIVE.test(before) && !/(?:^|\s)it$/iu.test(before)) continue;
    if (CLAUSE_ONLY.test(verb) && !goesOn && !/(?:^|[,;]\s)as\s[^,;]*$/iu.test(before)) continue;
    if (
      !goesOn &&
      !NAMED_OBJECT.test(verb) &&
      !/^(?:said|says|stated|claimed|asserted|insisted|declared)$/iu.test(verb)
    ) {
      if (!/^\s(?:the|its|his|her|their|of|against|support|concern|a|an)\b/u.test(after)) continue;
    }
    const { start, phrase } = subjectBefore(before);
    if (phrase === '' || (!/\p{Lu}/u.test(phrase) && !isSpeaker(phrase))) continue;
    const who = speakerName(phrase);
    if (/^\d|^(?:there|what)\b/iu.test(phrase)) continue;
    found.push({ start, end, who });
  }
  return found;
}

/** A speaker without a capital letter: a pronoun, an office. */
const isSpeaker = (phrase: string): boolean =>
  /(?:^|\s)(?:he|she|they|it|we|i|which|who|spokes\w+|officials?|minister|president|agency|government|ministry|intelligence|analysts?|experts?|sources?|report|commander|general|army|military|police|authorities|media|committee|team|assessment|delegation|representatives?|grantees|institute|organi[sz]ation|company|department|court|bank|firm|group|board|council|service|secretary|embassy|union)$/iu.test(
    phrase.trim(),
  );

const ACCORDING = /\b(?:according to|as reported by|as stated by|in the words of|quoting|citing|per)\s+/giu;
const CARRIED =
  /\b(?:based on|with)?\s?(?:information|intelligence|reports|statements|claims)\s(?:from|by|of)\s+(?=(?:the\s)?(?:\p{Lu}|\p{Ll}+\s\p{Lu}))/gu;

function byCue(sentence: string): Omit<FoundSpeaker, 'covers'>[] {
  const found: Omit<FoundSpeaker, 'covers'>[] = [];
  for (const pattern of [ACCORDING, CARRIED]) {
    for (const match of sentence.matchAll(pattern)) {
      const from = match.index + match[0].length;
      const rest = sentence.slice(from);
      if (/^per\s/iu.test(match[0]) && !/^an?\s(?:\p{Lu}|\p{Ll}+\s(?:source|official))|^(?:the\s)?\p{Lu}/u.test(rest))
        continue;
      let phrase = phraseAt(rest);
      // A short name in brackets belongs to the name before it.
      const bracket = /^\s\([^()]{1,40}\)/u.exec(rest.slice(phrase.length))?.[0] ?? '';
      phrase += bracket;
      if (phrase.length < 2 || /^(?:the|an?|its)$/iu.test(phrase) || phrase.length > 140 || NO_SPEAKER.test(phrase))
        continue;
      const start = match.index + (match[0].length - match[0].trimStart().length);
      if (found.some((one) => one.start < from + phrase.length && start < one.end)) continue;
      found.push({ start, end: from + phrase.length, who: speakerName(phrase) });
    }
  }
  return found;
}

/** "According to" something that does not speak. */
const NO_SPEAKER =
  /^(?:the |its |their |an? )?(?:schedule|plans?|laws?|terms|rules|articles?|customs?|needs?|types?|sizes?|age|circumstances|paragraphs?|resolutions?|which|whether|how|what)\b/iu;

/** Who speaks in a text in English, sentence by sentence. */
export function englishSpeakersIn(text: string, sentences: readonly Span[]): FoundSpeaker[] {
  const found: FoundSpeaker[] = [];
  for (const covers of sentences) {
    const sentence = text
      .slice(covers.start, covers.end)
      .replace(/\[\d{1,3}\]/gu, (marker) => ' '.repeat(marker.length));
    const cues = byCue(sentence);
    const verbs = byVerb(sentence).filter((one) => !cues.some((cue) => cue.start < one.end && one.start < cue.end));
    for (const one of [...cues, ...verbs].sort((a, b) => a.start - b.start))
      found.push({ start: covers.start + one.start, end: covers.start + one.end, who: one.who, covers });
  }
  return found;
}
