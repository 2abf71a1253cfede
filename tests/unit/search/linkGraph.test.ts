import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINK_TYPES } from '@shared/model/link';
import { LinkGraph } from '../../../renderer/search/engine/linkGraph';
import { linkId } from './rows';

test('links put, moved and taken away leave what plain lists leave', () => {
  const step = fc.record({
    n: fc.nat(8),
    from: fc.nat(5),
    to: fc.nat(5),
    type: fc.constantFrom(...LINK_TYPES),
    gone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const graph = new LinkGraph();
      const plain = new Map<number, (typeof steps)[number]>();
      for (const one of steps) {
        if (one.gone) {
          graph.remove(linkId(one.n));
          plain.delete(one.n);
        } else {
          graph.put({ id: linkId(one.n), type: one.type }, one.from, one.to);
          plain.set(one.n, one);
        }
      }
      expect(graph.count).toBe(plain.size);
      for (let node = 0; node < 6; node += 1) {
        const sides = graph
          .sidesOf(node)
          .map(({ link, outgoing, type }) => `${graph.ids.id(link)} ${outgoing} ${type}`);
        const expected = [...plain.values()].flatMap(({ n, from, to, type }) => [
          ...(from === node ? [`${linkId(n)} true ${type}`] : []),
          ...(to === node ? [`${linkId(n)} false ${type}`] : []),
        ]);
        expect(new Set(sides)).toEqual(new Set(expected));
        expect(sides.length).toBe(expected.length);
        expect(graph.degrees[node]).toBe(expected.length);
      }
    }),
    { numRuns: 300 },
  );
});
