// Excerpts as W3C Web Annotations: offsets in code points, addresses, and the motivation that contexts lose.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexToBase64, namedInformation } from '@shared/bundle/hex';
import { annotationLines, codePointCounter } from '@shared/interchange/webAnnotation';
import { idOf, sha256, smallCase } from '../../fixtures/bundles/make';

interface Written {
  total: number;
  first: {
    items: {
      id: string;
      motivation: string;
      created: string;
      creator: unknown;
      body: { purpose: string; value: string }[];
      target: { source: unknown; selector: Record<string, unknown>[] };
    }[];
  };
}
const collection = (): Written => JSON.parse([...annotationLines(smallCase())].join('')) as Written;

describe('annotations', () => {
  it('are those of the living excerpts', () => {
    const written = collection();
    expect(written.total).toBe(2);
    expect(written.first.items.map((item) => item.id)).toEqual([`urn:uuid:${idOf(10)}`, `urn:uuid:${idOf(11)}`]);
  });

  it('select words by code points and by quote', () => {
    const text = smallCase().texts[0]!.text;
    for (const { target } of collection().first.items) {
      const [position, quote] = target.selector as [{ start: number; end: number }, { exact: string }];
      expect(Array.from(text).slice(position.start, position.end).join('')).toBe(quote.exact);
    }
  });

  it('assess by the full name of the term, grade both ways, and carry the marking', () => {
    const [first, second] = collection().first.items;
    expect(first!.motivation).toBe('oa:assessing');
    expect(first!.body).toContainEqual({
      type: 'TextualBody',
      purpose: 'oa:assessing',
      value: 'admiralty-scale:information-credibility="2"',
    });
    expect(first!.body).toContainEqual({
      type: 'TextualBody',
      purpose: 'oa:assessing',
      value: 'admiralty-scale:source-reliability="b"',
    });
    expect(second!.motivation).toBe('commenting');
    expect(second!.body).toContainEqual({ type: 'TextualBody', purpose: 'classifying', value: 'tlp:amber' });
    expect(JSON.stringify(collection())).not.toMatch(/"assessing"/);
  });

  it('describe a text and a person once and name them by address after', () => {
    const [first, second] = collection().first.items;
    const address = namedInformation(smallCase().texts[0]!.id);
    expect(first!.target.source).toMatchObject({ id: address, type: 'Text', language: 'en' });
    expect(second!.target.source).toBe(address);
    expect(second!.creator).toBe((first!.creator as { id: string }).id);
    expect(first!.created).toMatch(/^2024-11-04T09:00:\d\dZ$/);
  });
});

describe('codePointCounter', () => {
  it('counts as a string of code points does', () => {
    const text = 'A😀B e\u0301 三 end';
    expect(codePointCounter(text)(text.indexOf('end'))).toBe(9);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (drawn, at) => {
        const letters = Array.from(drawn);
        const cut = letters.length === 0 ? 0 : at % (letters.length + 1);
        expect(codePointCounter(drawn)(letters.slice(0, cut).join('').length)).toBe(cut);
      }),
    );
  });
});

describe('checksums in other spellings', () => {
  it('are as Node writes them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(hexToBase64(Buffer.from(bytes).toString('hex'))).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
    expect(namedInformation(sha256('At dawn three tankers left the basin'))).toBe(
      'ni:///sha-256;NS89p-DAAnK4KqbvLtJxuXIk3febgXUlxQEbElm1MXI',
    );
  });
});
