/** The headers of a mail as bibliographic data. */
import type { Address, Email } from 'postal-mime';
import { cslDateOf } from '../../model/csl';
import type { CslItem, CslName } from '../../model/csl';
import { dayIn } from '../html/pageFacts';

const LONGEST_GENRE = 200;

const tidy = (words: string): string => words.replace(/[\p{C}\s]+/gu, ' ').trim();

/** Names of people, else their addresses; of a group its own name, where nobody is in it. */
export function namesOf(addresses: readonly Address[]): string[] {
  return addresses
    .flatMap((one) => (one.group && one.group.length > 0 ? one.group : [one]))
    .map((one) => tidy(one.name.replace(/^['"]+|['"]+$/g, '')) || tidy(one.address ?? ''))
    .filter((name) => name !== '');
}

/** `E-mail to A, B and 3 more`: the kind of document with those it went to, as long as the field allows. */
function kindWords(to: readonly string[]): string {
  const shown: string[] = [];
  for (const name of to) {
    if ([...shown, name].join(', ').length > LONGEST_GENRE - 40) break;
    shown.push(name);
  }
  if (shown.length === 0) return 'E-mail';
  const more = to.length - shown.length;
  return `E-mail to ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The day is the sender's, as the mail has it. */
export function mailCsl(mail: Email): Partial<CslItem> {
  const from = mail.from ?? mail.sender;
  const author = namesOf(from ? [from] : []).map((literal): CslName => ({ literal: literal.slice(0, 300) }));
  const issued = cslDateOf(dayIn(mail.headers.find(({ key }) => key === 'date')?.value ?? ''));
  return {
    type: 'personal_communication',
    genre: kindWords(namesOf([...(mail.to ?? []), ...(mail.cc ?? [])])),
    ...(author.length > 0 ? { author } : {}),
    ...(issued ? { issued } : {}),
  };
}
