import { describe, expect, it } from 'vitest';
import type { Marking } from '@shared/model/marking';
import { doc, document, excerpt, findingsOf, idOf, p } from './build';

const small = {
  documents: [document(11, null, { marking: 'TLP:AMBER' }), document(12, null)],
  excerpts: [excerpt(21, 11, 'a'), excerpt(22, 12, 'b')],
};
const found = (
  marking: Marking | null,
  words: string,
  lowered: { marking: Marking; passages: string[] } | null = null,
) => findingsOf('marking-exceeded', doc(p(words)), { case: small, briefing: { marking, lowered } });

describe('marking-exceeded', () => {
  it('finds a label below what is cited, and raises it', () => {
    const [finding] = found('TLP:GREEN', 'Words.[@21]');
    expect(finding).toMatchObject({ severity: 'error', at: null, standard: 'TLP 2.0' });
    expect(finding!.fix).toMatchObject({ kind: 'marking', marking: 'TLP:AMBER' });
    expect(found('TLP:CLEAR', 'Words.[@22][@21]')).toHaveLength(1);
  });

  it('is content with a label as strict or stricter, with none, and with one that was lowered for these passages', () => {
    expect(found('TLP:AMBER', 'Words.[@21]')).toEqual([]);
    expect(found('TLP:RED', 'Words.[@21]')).toEqual([]);
    expect(found(null, 'Words.[@21]')).toEqual([]);
    expect(found('TLP:CLEAR', 'Words.[@22]')).toEqual([]);
    expect(found('TLP:GREEN', 'Words.[@21]', { marking: 'TLP:GREEN', passages: [idOf(21)] })).toEqual([]);
    expect(found('TLP:GREEN', 'Words.[@21]', { marking: 'TLP:GREEN', passages: [idOf(22)] })).toHaveLength(1);
  });
});
