import { describe, expect, it } from 'vitest';
import { doc, excerpt, findingsOf, HARBOUR, idOf, p, quotation } from './build';

const found = (words: string) => findingsOf('quotation-altered', doc(quotation(22, words)));

describe('quotation-altered', () => {
  it.each([
    'The patrol counted 14 trucks and saw no lights.',
    'The patrol counted 12 trucks and saw lights.',
    'The patrol … saw the lights.',
    'saw no lights … The patrol counted 12 trucks',
  ])('finds words that were not said: %s', (words) => {
    const [finding] = found(words);
    expect(finding).toMatchObject({ severity: 'error', at: { from: 0, to: 1 } });
    expect(finding!.fix).toEqual({ kind: 'recite', label: 'Quote the excerpt as it is', from: 0, excerptId: idOf(22) });
  });

  it.each([
    'The patrol counted 12 trucks and saw no lights.',
    'The  patrol counted 12 trucks\nand saw no lights.',
    'counted 12 trucks',
    'The patrol counted 12 trucks …',
    'The patrol […] saw no lights.',
    'The patrol [of the north district] counted 12 trucks [...] and saw no lights.',
    '[T]he patrol counted 12 trucks'.replace('[T]he', '[The]'),
  ])('takes an editor’s omissions and insertions: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('takes a typographer’s marks for the ones that were said, and leaves out reference markers', () => {
    const small = { ...HARBOUR, excerpts: [excerpt(22, 12, 'It isn\'t "ours",[4] he said.')] };
    expect(findingsOf('quotation-altered', doc(quotation(22, 'It isn’t “ours”, he said.')), { case: small })).toEqual(
      [],
    );
  });

  it('asks to compare words that were recognised in a picture with their page', () => {
    const version = {
      textId: excerpt(22, 12, '').textId,
      importedAt: '2026-06-14T08:00:00.000Z',
      fileName: 'scan.pdf',
      mediaType: 'application/pdf',
      originalId: null,
      extractor: 'ocr/1 tesseract.js 7.0.0 eng 91%',
    };
    const of = (extractor: string) => ({
      ...HARBOUR,
      documents: HARBOUR.documents.map((one) => ({ ...one, versions: [{ ...version, extractor }] })),
    });
    for (const note of [
      doc(quotation(22, 'counted 12 trucks')),
      doc(p('It “counted 12 trucks and saw no lights.”[@22]')),
    ]) {
      const [finding] = findingsOf('quotation-altered', note, { case: of(version.extractor) });
      expect(finding).toMatchObject({ severity: 'advice' });
      expect(finding!.sentence).toContain('recognised in the picture of a page');
      expect(findingsOf('quotation-altered', note, { case: of('pdf/1') })).toEqual([]);
    }
  });

  it('finds a quotation whose excerpt is gone', () => {
    const [finding] = findingsOf('quotation-altered', doc(quotation(98, 'Words.')));
    expect(finding!.fix).toEqual({ kind: 'remove', label: 'Remove the quotation', from: 0, to: 1 });
  });

  it('holds words in quotation marks against the excerpt cited right behind them', () => {
    const inText = (words: string) => findingsOf('quotation-altered', doc(p(words))).map((one) => one.words);
    expect(inText('It “counted 14 trucks and lights”[@22].')).toEqual(['“counted 14 trucks and lights”']);
    expect(inText('It “counted 12 trucks and saw no lights.”[@22]')).toEqual([]);
    expect(inText('The “dark fleet”[@22] is back.')).toEqual([]);
    expect(inText('They call it “a fleet of ghosts”, as others do.')).toEqual([]);
  });
});
