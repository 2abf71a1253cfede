import { describe, expect, it } from 'vitest';
import { findInText, findInWindow, MOST_MATCHES } from '../../../renderer/features/reader/find';

const never = new AbortController().signal;
const words = async (text: string, needle: string) =>
  (await findInText(text, needle, never)).map(({ start, end }) => text.slice(start, end));

describe('find in a document', () => {
  it('does not mind case, accents, quotation marks and line breaks', async () => {
    expect(await words('The “Élite” troops. An elite\nunit.', 'elite')).toEqual(['Élite', 'elite']);
    expect(await words('An elite\nunit and an Elite  unit', 'elite unit')).toEqual(['elite\nunit', 'Elite  unit']);
    expect(await words("North Korea’s army, North Korea's ships", "korea's")).toEqual(['Korea’s', "Korea's"]);
    expect(await words('mid–November, mid-November', 'mid-nov')).toEqual(['mid–Nov', 'mid-Nov']);
    expect(await words('Київ і Киев', 'киев')).toEqual(['Киев']);
  });

  it('takes signs as they are written', async () => {
    expect(await words('a.b [4] a+b (x) \\d', '[4]')).toEqual(['[4]']);
    expect(await words('a.b axb', 'a.b')).toEqual(['a.b']);
    expect(await words('cost $5 *now*', '*now*')).toEqual(['*now*']);
  });

  it('finds nothing for nothing', async () => {
    expect(await words('some words', '   ')).toEqual([]);
  });

  it('finds a match that lies over the edge of two windows once', () => {
    const text = `${'x'.repeat(20)}needle${'x'.repeat(20)}`;
    const found = [...findInWindow(text, 'needle', 0, 23), ...findInWindow(text, 'needle', 23, 46)];
    expect(found).toEqual([{ start: 20, end: 26 }]);
  });

  it('stops listing at its limit, and at once when it is no longer wanted', async () => {
    const long = 'ab '.repeat(MOST_MATCHES * 2);
    expect(await findInText(long, 'ab', never)).toHaveLength(MOST_MATCHES);
    const stopped = new AbortController();
    stopped.abort();
    expect((await findInText('ab '.repeat(200_000), 'ab', stopped.signal)).length).toBeLessThan(60_000);
  });
});
