import { describe, expect, it } from 'vitest';
import { doc, findingsOf, hypothesis, idOf, link, p, quotation } from './build';

const links = [link(23, 'contradicts', 21)];

describe('contradicted', () => {
  it('finds evidence against what is cited, in either direction, and offers to cite it', () => {
    const body = doc(p('Two ships came[@21].'));
    for (const one of [links, [link(21, 'contradicts', 23)]]) {
      const [finding] = findingsOf('contradicted', body, { links: one });
      expect(finding!.sentence).toContain('A third ship came at dusk.');
      expect(finding!.fix).toEqual({ kind: 'cite', label: 'Cite it here too', at: 16, excerptId: idOf(23) });
      expect(finding!.at).toEqual({ from: 15, to: 16 });
    }
  });

  it('says it once, and gives no fix inside a quotation', () => {
    expect(findingsOf('contradicted', doc(p('Two[@21] ships[@21].')), { links })).toHaveLength(1);
    const [finding] = findingsOf('contradicted', doc(quotation(21, 'Two freighters lay')), { links });
    expect(finding!.fix).toBeUndefined();
  });

  it('is content where both are cited, where it is gone, and with other links', () => {
    expect(findingsOf('contradicted', doc(p('Two[@21] or three[@23].')), { links })).toEqual([]);
    expect(findingsOf('contradicted', doc(p('Two[@21].')), { links: [link(99, 'contradicts', 21)] })).toEqual([]);
    expect(findingsOf('contradicted', doc(p('Two[@21].')), { links: [link(23, 'supports', 21)] })).toEqual([]);
    const toHypothesis = [link(21, 'contradicts', 71, 'hypotheses')];
    const more = { links: toHypothesis, hypotheses: [hypothesis(71, 'H1', 'Ships come.')] };
    expect(findingsOf('contradicted', doc(p('Two[@21].')), more)).toEqual([]);
  });
});
