import { describe, expect, it } from 'vitest';
import { doc, findingsOf, h, hypothesis, p, section, wordsFound } from './build';

const found = (words: string, more = {}) => wordsFound('off-scale', section('Assessment', words), more);

describe('off-scale', () => {
  it.each([
    ['The ship could return in spring.', ['could']],
    ['Trade may fall.', ['may']],
    ['The crew might talk.', ['might']],
    ['A strike is possible, perhaps in March.', ['possible', 'perhaps']],
    ['Possibly the lights were out.', ['Possibly']],
    ['It is conceivably a ruse.', ['conceivably']],
    ['It is probable that they come back.', ['probable']],
    ['There is a realistic possibility of a strike.', ['realistic possibility']],
    ['It is very likely, and highly probable by Friday, that they strike.', ['highly probable']],
    ['A landing is highly unlikely.', ['highly unlikely']],
    ['The chance of a strike is remote.', ['remote']],
  ])('finds words that are on no scale, or on another: %s', (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  it.each([
    'In May the port was closed.',
    'The port was closed in early May 2024.',
    'They could not land.',
    'No lamp was found that could be traced.',
    'They doused the lights so that nobody could see them.',
    'Russia’s naval might is not at issue.',
    'The might of the fleet is spent.',
    'They left as soon as possible.',
    'It is not possible to count them.',
    'This made it possible to land by night.',
    'A remote village sent two men.',
    'The minister said it may rain.',
    'According to the gazette, prices might fall.',
    'The minister called it “possible”.',
    'He said: ‘it is probable’.',
    'If prices could fall further, the firm would close.',
    'What could have moved them?',
    'A landing is very likely; a strike is unlikely.',
    'A landing is more likely than a strike.',
    'There is almost no chance of a strike, and a roughly even chance of rain.',
    'This note may be shared with the harbour board.',
    'Police had probable cause to board.',
  ])('leaves alone: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('lets alternatives, gaps and hypotheses say what might be', () => {
    expect(
      found('The men could be a limited contingent (H2).', { hypotheses: [hypothesis(71, 'H2', 'Few men')] }),
    ).toEqual([]);
    expect(wordsFound('off-scale', doc(h('Alternatives'), p('They could be dockers.')))).toEqual([]);
    expect(wordsFound('off-scale', doc(p('**Alternative.** They could be dockers.')))).toEqual([]);
  });

  it('follows the scale that was chosen', () => {
    const words = 'It is probable that they come; a strike is unlikely.';
    expect(found(words, { scale: 'icd203-2' })).toEqual(['unlikely']);
    expect(found(words, { scale: 'phia' })).toEqual([]);
    expect(found(words, { scale: 'icd203-1' })).toEqual(['probable']);
  });

  it('replaces a term by the nearest one of the scale, adverb for adverb, where one is near', () => {
    const fix = (words: string, scale: 'icd203-1' | 'icd203-2' | 'phia') => {
      const one = findingsOf('off-scale', section('Assessment', words), { scale })[0]!.fix;
      return one?.kind === 'replace' ? one.text : null;
    };
    expect(fix('They will probably come.', 'icd203-1')).toBe('likely');
    expect(fix('They will almost certainly come.', 'icd203-2')).toBe('nearly certainly');
    expect(fix('Probably they come.', 'icd203-1')).toBe('Likely');
    expect(fix('It is very likely.', 'phia')).toBe('highly likely');
    expect(fix('It is a realistic possibility.', 'icd203-1')).toBeNull();
    expect(fix('It is a roughly even chance.', 'phia')).toBeNull();
    expect(fix('They may come.', 'icd203-1')).toBeNull();
  });

  it('marks the words where they stand in the document', () => {
    const [finding] = findingsOf('off-scale', doc(p('Trade may fall.')));
    expect(finding!.at).toEqual({ from: 7, to: 10 });
  });

  it('is quiet in languages whose words it does not know', () => {
    expect(found('Der Hafen could schließen.', { language: 'de' })).toEqual([]);
  });
});
