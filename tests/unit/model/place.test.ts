import { describe, expect, it } from 'vitest';
import { placeAt } from '@shared/model/place';
import { segmentText } from '@shared/text/segments';

const TEXT =
  'Ships and soldiers\n\nThe first ship left in May. It came back.\n\nThe second one stayed. Nobody says why.';
const segments = segmentText(TEXT);
const place = (words: string, to = words) => placeAt(segments, TEXT.indexOf(words), TEXT.indexOf(to) + to.length);

describe('placeAt', () => {
  it('counts paragraphs without the title', () => {
    expect(place('Ships')).toEqual({ short: 'title', long: 'title' });
    expect(place('first ship')).toEqual({ short: '¶1', long: 'paragraph 1' });
    expect(place('Nobody')).toEqual({ short: '¶2', long: 'paragraph 2' });
  });

  it('names both ends of a passage over two paragraphs', () => {
    expect(place('came back', 'second one')).toEqual({ short: '¶1–2', long: 'paragraph 1 to 2' });
  });

  it('knows no place in an empty text', () => {
    expect(placeAt([], 0, 1)).toBeNull();
  });
});
