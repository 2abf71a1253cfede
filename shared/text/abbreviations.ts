/**
 * Stops that end no sentence. Segmenters of the platform know words, not offices and initials: "Gen. Kim", "U.S. forces",
 * "No. 5", "25. Oktober". Lists are for the languages analysts read here; other languages keep the platform's answer.
 */

/** Always followed by a name or a word that goes on. */
const BEFORE_NAME = new Set(
  (
    'gen lt maj capt cpt col sgt cpl adm cmdr brig pvt rear mr mrs ms dr prof sen rep gov pres amb hon rev fr st mt ft ' +
    'messrs vs cf ca approx e.g i.e u.k hr fr frau bzw z.b d.h u.a mme mlle mm sr sra ' +
    'ген полк подп майор кап лейт проф акад им ул пл просп ім вул тов гр св адм т.н т.е т.к см напр'
  ).split(' '),
);

/** End no sentence where a number follows. */
const BEFORE_NUMBER = new Set(
  (
    'no nos nr p pp fig figs vol vols art arts sec sect ch chap para paras pt ser ed est table doc res rule ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec № рис табл стр с гл ст п пп ч ред abs bd s'
  ).split(' '),
);

/** Followed by the name of a place, unless a number stands before ("в 2024 г. Он…"). */
const BEFORE_PLACE = new Set(['г', 'гор', 'р', 'м', 'с', 'д', 'о']);

const GERMAN_MONTHS =
  /^(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)/iu;

/** Words that begin sentences far oftener than they follow "U.S." or "J.". */
const STARTERS = new Set(
  (
    'the a an in on at he she it they we this that these those there but and or however meanwhile according when ' +
    'while after before since if as for from by his her its their our both several some many most such another ' +
    'following despite although because according during earlier later ' +
    'он она оно они это эти в на по но и а как при для після він вона вони це ці у та'
  ).split(' '),
);

const LAST_WORD = /([\p{L}\p{N}№][\p{L}\p{M}\p{N}.№]*)\.$/u;
const FIRST_WORD = /^["“«„'(]*([\p{L}\p{M}]+|\p{N}+)/u;
const INITIALS = /^(?:\p{L}\.)*\p{L}$/u;

/**
 * True where the stop at the end of `before` ends no sentence, given the words after it. Both come without white space
 * at the ends; the last 60 and first 40 characters are enough.
 */
export function stopGoesOn(before: string, after: string, language: string): boolean {
  const last = LAST_WORD.exec(before)?.[1];
  const first = FIRST_WORD.exec(after)?.[1];
  if (last === undefined || first === undefined) return false;
  const word = last.toLowerCase();
  const next = first.toLowerCase();
  const starts = STARTERS.has(next) && !/^\p{L}\./u.test(after);
  const nextIsNumber = /^\p{N}/u.test(next);
  if (BEFORE_NUMBER.has(word) && nextIsNumber) return true;
  if (BEFORE_NAME.has(word)) return !starts;
  if (language.startsWith('de') && /^\d{1,2}$/.test(word)) return GERMAN_MONTHS.test(next);
  if (BEFORE_PLACE.has(word) && /\p{Script=Cyrillic}/u.test(word)) {
    return !/\p{N}\s*$/u.test(before.slice(0, -last.length - 1)) && /^\p{Lu}/u.test(first) && !starts;
  }
  return INITIALS.test(last) && !nextIsNumber && /^\p{Lu}/u.test(last) && !starts;
}
