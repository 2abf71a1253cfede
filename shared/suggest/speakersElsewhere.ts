/** Who says it, in Russian, Ukrainian and Korean: "по словам Ви", "повідомили в ГУР", "국정원에 따르면". */
import type { Span } from '../text/trimMarkers';
import type { FoundSpeaker } from './attributions';

const NAME = String.raw`(?!(?:Вчера|Вчора|Сегодня|Сьогодні|Ранее|Раніше|Также|Також|Об|Про|В|У|Во|На|По|За)\s)(?:[\p{Lu}][\p{L}\p{N}’'ʼ-]*)(?:\s(?:[\p{Lu}][\p{L}\p{N}’'ʼ-]*|по|и|і|та|у|в|на))*?`;
const SAID =
  'заявил[аи]?|сообщил[аи]?|сказал[аи]?|утверждает|утверждают|утверждал[аи]?|подчеркнул[аи]?|отметил[аи]?|подтвердил[аи]?|объявил[аи]?|написал[аи]?|' +
  'заявив|заявила|заявили|повідомив|повідомила|повідомили|сказав|сказала|стверджує|стверджують|підкреслив|підкреслила|зазначив|зазначила|підтвердив|підтвердила|підтвердили|оголосив|оголосила|написав|написала';

const PATTERNS: readonly RegExp[] = [
  // A cue and the one it names.
  /(?<!\p{L})(?:по (?:словам|данным|сведениям|информации|мнению|оценкам?)|согласно|за (?:словами|даними|інформацією|оцінкою|оцінками)|на думку|зі слів)\s(?<who>[^,.;:—()]{2,80}?)(?=[,.;:—()]|\s(?:около|более|близько|понад|с|у|в)\s|$)/giu,
  // "в ГУР заявили", "у Пентагоні повідомили".
  new RegExp(`(?<!\\p{L})(?:[Вв]о?|[Уу])\\s(?<who>${NAME})\\s(?:${SAID})(?!\\p{L})`, 'gu'),
  new RegExp(`(?<!\\p{L})(?<who>${NAME})\\s(?:${SAID})(?!\\p{L})`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:${SAID})\\s(?:в\\s|у\\s)?(?<who>${NAME})(?=[,.;:—]|\\s\\p{Ll}|$)`, 'gu'),
];
const KOREAN: readonly RegExp[] = [
  /(?<who>[\p{Script=Hangul}A-Z][\p{Script=Hangul}A-Za-z\s]{1,30}?)(?:에|의 보고에|의 말에) 따르면/gu,
  /(?<![\p{Script=Hangul}])(?<who>[\p{Script=Hangul}A-Z]+?(?:\s[\p{Script=Hangul}]+){0,2}?)(?:은|는|이|가)\s[^.]{0,160}?(?:고|라고)\s(?:밝혔|말했|주장했|전했|보고했|발표했)(?:다|습니다)/gu,
];

/** Who speaks in a text in one of these languages, sentence by sentence. */
export function speakersElsewhereIn(text: string, sentences: readonly Span[]): FoundSpeaker[] {
  const found: FoundSpeaker[] = [];
  for (const covers of sentences) {
    const sentence = text.slice(covers.start, covers.end);
    const patterns = [
      ...(/\p{Script=Cyrillic}/u.test(sentence) ? PATTERNS : []),
      ...(/\p{Script=Hangul}/u.test(sentence) ? KOREAN : []),
    ];
    for (const pattern of patterns) {
      for (const match of sentence.matchAll(pattern)) {
        const who = match.groups!['who']!.trim();
        // The end of a Korean sentence is far from its speaker: only the name is marked.
        const isFar = match[0].length - who.length > 24;
        const start = covers.start + match.index;
        const end = start + (isFar ? match[0].indexOf(who) + who.length : match[0].length);
        if (found.some((one) => one.start < end && start < one.end)) continue;
        found.push({ start, end, who, covers });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
