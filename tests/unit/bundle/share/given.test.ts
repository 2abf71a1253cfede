// What somebody has already: in doubt nothing, and never more than they were given.
import { describe, expect, it } from 'vitest';
import { afterGiving, knownOf, whyNotSince } from '@shared/bundle/share/given';
import type { Giving } from '@shared/bundle/share/given';
import { NEW_RECIPIENT, readRecipients } from '@shared/bundle/share/recipient';
import type { Given, Recipient } from '@shared/bundle/share/recipient';
import { idOf } from '../../../fixtures/bundles/make';

const CASE = idOf(1);
const AT = '2026-06-01T00:00:00.000Z';
const ends = { journal: 'first', last: 10, thinnedTo: 0 };
const given = (more: Partial<Given> = {}): Given => ({ journal: 'first', seq: 5, at: AT, originals: true, ...more });
const recipient = (has: Recipient['has'] = {}): Recipient => ({ ...NEW_RECIPIENT, id: idOf(9), name: 'Board', has });
const giving = (more: Partial<Giving> = {}): Giving => ({
  part: 'case',
  ceiling: null,
  pseudonyms: false,
  privateNotes: true,
  originals: true,
  ...more,
});

describe('what somebody has', () => {
  it('holds while the journal that it was told from reaches back to it', () => {
    const one = recipient({ [CASE]: given() });
    expect(knownOf(one, CASE, ends)).toBe(one);
    expect(knownOf(one, CASE, { ...ends, last: 5, thinnedTo: 5 })).toBe(one);
  });

  it.each([
    ['entries are gone', { ...ends, thinnedTo: 6 }],
    ['the journal ends before it', { ...ends, last: 4 }],
    ['it is another journal, of a case brought in again', { ...ends, journal: 'second' }],
  ])('is forgotten where %s, and nothing else is', (_, now) => {
    const other = { [idOf(2)]: given({ journal: 'another' }) };
    expect(knownOf(recipient({ [CASE]: given(), ...other }), CASE, now)).toEqual(recipient(other));
  });

  it('is forgotten where it was noted before journals were told apart', () => {
    const [old] = readRecipients([{ ...recipient(), has: { [CASE]: { seq: 5, at: AT } } }]);
    expect(old!.has[CASE]).toMatchObject({ seq: 5, journal: '', originals: false });
    expect(knownOf(old!, CASE, ends).has).toEqual({});
  });

  it('grows by the whole case and by everything since, and by nothing less', () => {
    const after = { [CASE]: given({ seq: 10, at: '2026-07-01' }) };
    for (const part of ['case', 'since'])
      expect(afterGiving(recipient({ [CASE]: given() }), giving({ part }), CASE, ends, '2026-07-01').has).toEqual(
        after,
      );
    const before = recipient({ [CASE]: given() });
    for (const less of [
      { part: 'documents' },
      { part: 'tag' },
      { part: 'briefing' },
      { part: 'excerpts' },
      { ceiling: 'TLP:GREEN' as const },
      { ceiling: 'TLP:RED' as const },
      { pseudonyms: true },
      { privateNotes: false },
    ])
      expect(afterGiving(before, giving(less), CASE, ends, '2026-07-01')).toBe(before);
  });

  it('knows whether the original files went along, each time', () => {
    const since = giving({ part: 'since', originals: false });
    const lacking = afterGiving(recipient({ [CASE]: given() }), since, CASE, ends, AT);
    expect(lacking.has[CASE]!.originals).toBe(false);
    // Later files do not bring the earlier ones.
    expect(afterGiving(lacking, giving({ part: 'since' }), CASE, ends, AT).has[CASE]!.originals).toBe(false);
    expect(afterGiving(lacking, giving(), CASE, ends, AT).has[CASE]!.originals).toBe(true);
  });

  it('lets “everything since” be given where it is everything', () => {
    expect(whyNotSince(given(), giving())).toBeNull();
    expect(whyNotSince(given({ originals: false }), giving({ originals: false }))).toBeNull();
    expect(whyNotSince(given({ originals: false }), giving())).toBe('originals');
    expect(whyNotSince(undefined, giving())).toBe('nothing-given');
    expect(whyNotSince(given(), giving({ ceiling: 'TLP:AMBER' }))).toBe('redacted');
  });
});
