import { describe, expect, it } from 'vitest';
import { looksLikeNewVersion, planDecision, planVersion } from '@shared/model/newVersion';
import { currentTextId, versionsInOrder } from '@shared/model/document';
import type { TextVersion } from '@shared/model/document';

const TEXT = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

const version = (textId: string, fileName: string): TextVersion => ({
  textId,
  importedAt: '2024-11-04T00:00:00.000Z',
  fileName,
  mediaType: 'text/plain',
  originalId: null,
  extractor: 'plain/1',
});

const document = (id: string, title: string, fileName = '', url?: string) => ({
  id,
  title,
  csl: { type: 'document' as const, title, ...(url === undefined ? {} : { URL: url }) },
  versions: [version(TEXT, fileName)],
});

const arrived = (title: string, fileName = '', url?: string) => ({
  title,
  fileName,
  textId: OTHER,
  csl: url === undefined ? {} : { URL: url },
});

const found = (...args: Parameters<typeof looksLikeNewVersion>) => {
  const likely = looksLikeNewVersion(...args);
  return likely && [likely.document.id, likely.by];
};

describe('a newer version that arrives', () => {
  it('is told by its address before its title, and by its title before its file name', () => {
    const here = [
      document('1', 'Harbour report', 'harbour.txt', 'https://www.example.org/harbour/'),
      document('2', 'Night traffic', 'traffic-report.pdf'),
    ];
    expect(found(arrived('Night traffic', '', 'http://example.org/harbour?utm_source=mail#top'), here)).toEqual([
      '1',
      'address',
    ]);
    expect(found(arrived(' NIGHT  traffic '), here)).toEqual(['2', 'title']);
    expect(found(arrived('Something else', 'Traffic-Report (2).pdf'), here)).toEqual(['2', 'file name']);
    expect(found(arrived('Something else', 'traffic-report v2.docx'), here)).toEqual(['2', 'file name']);
    expect(found(arrived('Something else', 'somewhere.pdf'), here)).toBeNull();
  });

  it('is not guessed from names that say nothing, nor where several documents have the name', () => {
    expect(found(arrived('Untitled', 'document.pdf'), [document('1', 'Untitled', 'document.pdf')])).toBeNull();
    expect(found(arrived('Minutes'), [document('1', 'Minutes'), document('2', 'Minutes')])).toBeNull();
  });

  it('is none where the text is the same', () => {
    expect(found({ ...arrived('Harbour report'), textId: TEXT }, [document('1', 'Harbour report')])).toBeNull();
    expect(planVersion(document('1', 'Harbour report'), version(TEXT, ''), 'now')).toMatchObject({
      reason: 'same-text',
    });
    const planned = planVersion(document('1', 'Harbour report'), version(OTHER, 'b.txt'), '2024-11-05T00:00:00.000Z');
    expect(planned).toMatchObject({ ok: true, value: [{ textId: TEXT }, { textId: OTHER, fileName: 'b.txt' }] });
  });

  it('is the newest whatever the order its record holds the versions in, and whatever clocks said', () => {
    const ahead = { ...version(OTHER, 'b.txt'), importedAt: '2031-01-01T00:00:00.000Z' };
    const held = { versions: [ahead, version(TEXT, 'a.txt')] };
    expect(currentTextId(held)).toBe(OTHER);
    expect(versionsInOrder(held).map(({ textId }) => textId)).toEqual([TEXT, OTHER]);
    const third = 'c'.repeat(64);
    const planned = planVersion(held, version(third, 'c.txt'), '2024-11-05T00:00:00.000Z');
    if (!planned.ok) throw new Error(planned.reason);
    expect(currentTextId({ versions: planned.value.toReversed() })).toBe(third);
  });

  it('takes an excerpt only from the text it was decided on', () => {
    const text = 'Four tankers left at dawn.';
    const decision = { excerptId: '1', start: 0, end: 12, fromTextId: TEXT };
    expect(planDecision({ textId: TEXT }, decision, text, OTHER)).toMatchObject({
      ok: true,
      value: { textId: OTHER, quote: 'Four tankers', suffix: ' left at dawn.' },
    });
    expect(planDecision({ textId: OTHER }, decision, text, OTHER)).toMatchObject({ reason: 'moved-since' });
    expect(planDecision(undefined, decision, text, OTHER)).toMatchObject({ reason: 'moved-since' });
  });
});
