import { describe, expect, it } from 'vitest';
import { LARGEST_PICTURE, picturesIn, pictureType, planPicture } from '@shared/briefing/pictures';
import { checkMentions, mentionedIn } from '@shared/bundle/contents';
import type { BundleContents } from '@shared/bundle/contents';
import { doc, paragraph, text } from './evidence';

const bytes = (...signs: (number | string)[]): Uint8Array =>
  new Uint8Array(
    signs.flatMap((sign) => (typeof sign === 'number' ? [sign] : Array.from(sign, (one) => one.charCodeAt(0)))),
  );
const PNG = bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0);
const hash = 'b'.repeat(64);
const figure = (originalId: string, mediaType = 'image/png') => ({
  type: 'figure',
  attrs: { originalId, mediaType, alt: '' },
  content: [text('Seen')],
});

describe('a picture', () => {
  it('is told by its first bytes', () => {
    expect(pictureType(PNG)).toBe('image/png');
    expect(pictureType(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(pictureType(bytes('GIF89a'))).toBe('image/gif');
    expect(pictureType(bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 '))).toBe('image/webp');
    for (const other of [
      bytes('<svg xmlns="'),
      bytes('GIF88a'),
      bytes('RIFF', 1, 2, 3, 4, 'WAVE'),
      bytes('BM'),
      bytes(),
    ])
      expect(pictureType(other)).toBeNull();
  });

  it('is refused where it is none, or too large', () => {
    expect(planPicture(PNG)).toEqual({ ok: true, value: 'image/png' });
    expect(planPicture(bytes('<svg/>'))).toMatchObject({ ok: false, reason: 'picture-type' });
    expect(planPicture(new Uint8Array(LARGEST_PICTURE + 1))).toMatchObject({ ok: false, reason: 'picture-too-large' });
  });

  it('is found in a body once, wherever it stands, and only where it is named rightly', () => {
    const body = doc(
      figure(hash),
      { type: 'blockquote', content: [figure('c'.repeat(64), 'image/jpeg'), figure(hash)] },
      figure('../../etc'),
      figure('d'.repeat(64), 'image/svg+xml'),
      paragraph(text('end')),
    );
    expect(picturesIn(body)).toEqual([
      { originalId: hash, ext: 'png' },
      { originalId: 'c'.repeat(64), ext: 'jpg' },
    ]);
  });

  it('belongs to a bundle while a briefing or a version shows it', () => {
    const rows = (body: object) => ({ briefings: [{ body }] }) as unknown as BundleContents['rows'];
    const versions = { briefingVersions: [{ body: doc(figure(hash)) }] } as unknown as BundleContents['rows'];
    expect([...mentionedIn(rows(doc(figure(hash)))).originals]).toEqual([hash]);
    expect([...mentionedIn(versions).originals]).toEqual([hash]);
    const contents = { texts: [], originals: [{ id: hash, ext: 'png', bytes: PNG }] } as unknown as BundleContents;
    expect(checkMentions({ ...contents, rows: versions })).toMatchObject({ ok: true });
    expect(checkMentions({ ...contents, rows: rows(doc(paragraph(text('no picture')))) })).toMatchObject({
      ok: false,
      reason: 'file-unexpected',
    });
  });
});
