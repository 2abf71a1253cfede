/** What the first words of a line tell of it: an item of a list, a note, a caption. */

const BULLET = /^(?:[•◦▪▫■□●○◆◇►▶➢➤✓✔‣⁃∙·*\u2013\u2014-]|\uf0b7|\uf0a7|o(?= ))\s+(?=\S)/u;
const COUNTED = /^(?:\(?(?:\d{1,3}|[a-zа-яіїє]|[ivx]{1,5})\)|(?:\d{1,3}|[a-zа-яіїє]|[ivx]{1,5})\.)\s+(?=\S)/iu;
const NOTE = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,3}\]|\d{1,3}(?=[.\s])|[*†‡§¶∗]{1,3})\s*(?=\S)/u;
const CAPTION =
  /^(?:[Ff]ig(?:ure|\.)?|FIG(?:URE|\.)?|Table|TABLE|Chart|Map|Box|Photo|Exhibit|Рис(?:унок|\.)|Табл(?:иця|ица|\.)|Abb(?:ildung|\.)|Tab(?:elle|leau|\.)|그림|표|図|表|图)\s*[\dIVX]{1,4}(?:[-–.]\d{1,3})?(?:[.:–—]|\s*$|\s+(?=[^\p{Ll}]))/u;
/** Dots that lead to a page number: a line of a table of contents. */
const LEADER = /(?:\.{4,}|(?:\. ){4,}|…{2,})\s*\S{0,8}$/u;

/** Nothing but the sign of an item: words follow in the next cell. */
export const isItemSign = (text: string): boolean => beginsBullet(`${text} x`) || beginsCounted(`${text} x`);
export const beginsBullet = (text: string): boolean => BULLET.test(text);
export const beginsCounted = (text: string): boolean => COUNTED.test(text);
export const beginsNote = (text: string): boolean => NOTE.test(text);
export const beginsCaption = (text: string): boolean => CAPTION.test(text);
export const leadsToPage = (text: string): boolean => LEADER.test(text);
export const endsSentence = (text: string): boolean => /[.!?…:;。！？؟]["'”’»)\]\d⁰¹²³⁴⁵⁶⁷⁸⁹]*$/u.test(text);
export const beginsLower = (text: string): boolean => /^["'“‘«(]?\p{Ll}/u.test(text);
