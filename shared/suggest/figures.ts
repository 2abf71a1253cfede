/**
 * Quantities worth keeping: with their unit, what is counted, and the words that soften them. Read by the rules the
 * check of a briefing uses; what only numbers something (a paragraph, a point of a plan, a small count in words) is
 * left out.
 */
import { quantitiesIn } from '../text/quantities';
import type { Quantity } from '../text/quantities';
import type { Span } from '../text/trimMarkers';
import { withoutParticle } from './stems';
import type { FigureSuggestion } from './suggestion';

const SAID = /\b(allegedly|reportedly|supposedly|purportedly|possibly|probably|an estimated)\s+$/iu;
/** Words that are counted though they do not end as plurals do. */
const COUNTS = new Set('people troops personnel men women children police staff aircraft cattle infantry'.split(' '));
const STOP =
  /^(?:an?|the|and|or|but|of|to|in|on|at|by|for|from|with|into|under|over|since|until|through|between|than|then|that|which|who|whose|when|where|while|as|is|are|was|were|be|been|has|have|had|do|does|did|will|would|could|should|can|may|might|must|said|says|already|also|only|just|each|per|annually|daily|monthly|yearly|if|so|not|its|their|his|her|this|these|those|during|across|within|against|about|around|up|down|out|off)$/iu;

const LEAD = /^[\s-]*(?:(?:of|more|other|additional|further|new|all|both|such|the|its|their|his|her)\s)*/u;

/** What stands behind the number, as far as it is what is counted. */
function countedAt(text: string, end: number): string {
  const words: string[] = [];
  const rest = text.slice(end, end + 160);
  const lead = LEAD.exec(rest)![0].length;
  let at = 0;
  for (const match of rest.slice(lead).matchAll(/([\p{L}\p{N}][\p{L}\p{M}\p{N}’'.-]*)([^\p{L}\p{N}]*)/gu)) {
    const word = match[1]!.replace(/[.’'-]+$/u, '');
    // A quotation mark or a bracket begins other words.
    if (match.index !== at) break;
    at += match[0].length;
    const isLabel = /^\d+$/.test(word) && /^\p{Lu}/u.test(words.at(-1) ?? '');
    if (STOP.test(word) || (/^\d+$/.test(word) && !isLabel) || (words.length > 0 && /[a-z]{3}ly$/u.test(word))) break;
    words.push(word);
    const isLower = /^\p{Ll}/u.test(word);
    const isPlural = isLower && (COUNTS.has(word) || (/[a-z]s$/u.test(word) && !/(?:ss|us|is)$/u.test(word)));
    if (isPlural || words.length === 7 || /[^\s]/u.test(match[2]!) || word !== match[1]) break;
  }
  if (!/\p{Script=Cyrillic}/u.test(words[0] ?? '')) return words.slice(0, 7).join(' ');
  // "российских солдат": an adjective and its noun; otherwise the noun alone.
  return words.slice(0, /(?:ых|их|ий|ый|ные|ні|х)$/u.test(words[0]!) ? 2 : 1).join(' ');
}

/** What stands before a Korean number ("북한군 약 1,500명"), or behind its counter ("1,500명의 군인"). */
function countedInKorean(text: string, start: number, end: number, counter: string): string {
  if (/의\s?$/u.test(counter))
    return withoutParticle(/^[\p{Script=Hangul}]+/u.exec(text.slice(end + counter.length))?.[0] ?? '');
  const before = text.slice(Math.max(0, start - 24), start);
  const word = /([\p{Script=Hangul}]{2,})\s(?:약|거의|대략|최소|최대)?\s?$/u.exec(before)?.[1];
  return word && !/(?:에|은|는|이|가|을|를|일|월|년|로|서)$/u.test(word) ? word : '';
}

/** Korean puts a counter between the number and what is counted: "1,500명의 군인". */
const COUNTER = /^\s?(?:여\s?)?(?:명|개|대|발|척|문|건|곳)(?:의|이|가|을|를|은|는)?\s?/u;

function softened(text: string, { start, hedgeWords, hedge }: Quantity): string {
  const lead = hedgeWords === '' ? start : text.slice(0, start).toLowerCase().lastIndexOf(hedgeWords);
  const said = lead < 0 ? null : SAID.exec(text.slice(Math.max(0, lead - 40), lead));
  const near = hedgeWords === '' && hedge ? 'about' : hedgeWords;
  return [said?.[1]?.toLowerCase(), near].filter(Boolean).join(' ');
}

/** True for a number that counts nothing a reader would keep. */
function isIdle(text: string, { start, end, spelled, unit, hedge, low, high, counted }: Quantity): boolean {
  const after = text.slice(end, end + 24);
  const before = text.slice(Math.max(0, start - 16), start);
  // The day of a month in Korean.
  if (/^일(?!간)/u.test(after)) return true;
  // "a 15-point plan"; a length of time or a distance in the same form is one.
  if (/^-\p{L}|^\spoints?\b/u.test(after) && unit === '') return true;
  // "112. Cameroon called": a paragraph's own number, and "page 16 of 20" of a running head.
  const isShort = high < 1_000 && !hedge;
  if (isShort && /(?:^|\n)\s*[([]?$/u.test(before) && /^[.)\]]?\s/u.test(after) && !/^\s\p{Ll}/u.test(after))
    return true;
  if (
    isShort &&
    /(?:\b(?:paras?|pp?|nos?|art|sec|fig|vol|ed|ch|stat|pub\. l\. no|h\.r|u\.s\.c)\.?|[§#№(/-])\s?$/iu.test(before)
  ) {
    if (unit === '' && !/^\s\p{Ll}{4}/u.test(after)) return true;
  }
  if (/\b(?:Stat|U\.S\.C|C\.F\.R|Fed\. Reg)\.\s$/u.test(before)) return true;
  if (/^\s?(?:Stat|U\.S\.C|C\.F\.R|Fed\. Reg)\b/u.test(after)) return true;
  // "the 2024 law"
  const isYear = /^(?:19|20)\d{2}$/.test(text.slice(start, end));
  if (isYear && /\b(?:the|an?|its|their|this|that|each|our)\s$/iu.test(before)) return true;
  // "E.O. 14347", "Print 50-348": signs of things.
  if (unit === '' && /\p{Lu}[\p{L}.]*\)?\s$/u.test(before) && /^\d{4,}$|^\d+-\d+$/.test(text.slice(start, end)))
    return true;
  if (spelled && unit === '' && !hedge && low === high && low < 11) return true;
  return unit === '' && counted === '' && !hedge && low === high && (spelled || high < 1_000);
}

const CHANGE = /(?<!\brang(?:e|es|ed|ing) )\bfrom\s$/iu;
/** 8.2 times a billion is not 8199999999.999999. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/**
 * The figures of a text, in order.
 * @param dates what is named as a date: a number inside one is no figure
 */
export function figuresIn(text: string, language: string, dates: readonly Span[]): FigureSuggestion[] {
  const found: FigureSuggestion[] = [];
  for (const quantity of quantitiesIn(text, language || 'en')) {
    const { start, end, low, high, unit } = quantity;
    if (dates.some((date) => date.start < end && start < date.end)) continue;
    const counter = COUNTER.exec(text.slice(end, end + 8))?.[0] ?? '';
    const counted = counter === '' ? countedAt(text, end) : countedInKorean(text, start, end, counter);
    if (counter === '' && isIdle(text, { ...quantity, counted })) continue;
    // "1만 2천": one number in two parts.
    const last = found.at(-1);
    if (
      last &&
      text.slice(last.end, start).trim() === '' &&
      text.slice(last.start, last.end).endsWith('만') &&
      text.slice(start, end).endsWith('천')
    ) {
      found[found.length - 1] = {
        ...last,
        end,
        value: {
          ...last.value,
          value: last.value.value + low,
          counted: countedInKorean(text, last.start, end, counter),
        },
      };
      continue;
    }
    const hedge = softened(text, quantity);
    const to = high === low ? -1 : text.indexOf(' to ', start);
    // "rose from 132 to 150" gives two figures, and no range.
    if (to > start && to < end && CHANGE.test(text.slice(Math.max(0, start - 24), start))) {
      const value = { high: null, unit, counted, hedge };
      found.push({ kind: 'figure', start, end: to, value: { ...value, value: tidy(low) } });
      found.push({ kind: 'figure', start: to + 4, end, value: { ...value, value: tidy(high) } });
      continue;
    }
    const value = { value: tidy(low), high: high === low ? null : tidy(high), unit, counted, hedge };
    found.push({ kind: 'figure', start, end, value });
  }
  return found;
}
