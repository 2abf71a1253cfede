// Bibliographic data from elsewhere: which reference is whose, and what it adds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, completed, completionOf, matchReferences } from '@shared/model/completing';
import type { Reference } from '@shared/model/completing';
import type { CslItem } from '@shared/model/csl';
import type { Document } from '@shared/model/document';

const document = (id: string, title: string, fileName = '', csl: Partial<CslItem> = {}): Document =>
  ({ id, title, csl: { type: 'document', title, ...csl }, versions: [{ fileName }] }) as unknown as Document;
const reference = (csl: Partial<CslItem>, ...attachments: string[]): Reference => ({
  csl: { type: 'report', ...csl },
  attachments,
});
const ids = (matches: readonly ({ documentId: string; because: string } | null)[]): string =>
  matches.map((match) => (match ? `${match.documentId}:${match.because}` : '-')).join(' ');

const DOCUMENTS = [
  document('a', 'Soldiers in Kursk', 'kursk.pdf', { URL: 'https://www.example.org/kursk/?b=1&utm_source=x#top' }),
  document('b', 'The Arms Trade: a survey', 'survey.docx'),
  document('c', 'Report', 'report.pdf'),
  document('d', 'Report', 'other.pdf'),
];

describe('whose a reference is', () => {
  it('goes by attached file, address and title, the surest first', () => {
    const found = matchReferences(
      [
        reference({ title: 'the arms trade — A Survey' }),
        reference({ title: 'Something else', URL: 'http://example.org/kursk?b=1' }),
        reference({ title: 'Soldiers in Kursk' }),
        reference({ title: 'No title here' }, 'storage/AB12/Report.PDF'),
      ],
      DOCUMENTS,
    );
    expect(ids(found)).toBe('b:title a:address - c:file');
  });

  it('takes no title that two documents have, and none that is too short to tell', () => {
    expect(ids(matchReferences([reference({ title: 'Report' })], DOCUMENTS))).toBe('-');
  });

  it('gives no document to two references', () => {
    const titles = fc.array(fc.constantFrom('Soldiers in Kursk', 'The Arms Trade: a survey', 'Report', 'x'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(titles, (some) => {
        const found = matchReferences(
          some.map((title) => reference({ title })),
          DOCUMENTS,
        ).flatMap((match) => (match ? [match.documentId] : []));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it('knows an address by its place, not by how it was reached', () => {
    expect(addressKey('HTTPS://WWW.Example.org/A/?utm_medium=m&z=1&a=2#x')).toBe('example.org/A?a=2&z=1');
    expect(addressKey('')).toBe('');
  });
});

describe('what a reference adds', () => {
  const has = { csl: { type: 'document', title: 'T', publisher: 'NIS' } } as Document;
  const brings: CslItem = { type: 'report', title: 'Other', publisher: 'SBU', number: '7' };

  it('fills what is missing, and replaces only where asked to', () => {
    expect(completionOf(has, brings)).toEqual({ missing: ['type', 'number'], different: ['publisher'] });
    expect(completed(has, brings, false)).toEqual({ type: 'report', title: 'T', publisher: 'NIS', number: '7' });
    expect(completed(has, brings, true)).toEqual({ type: 'report', title: 'T', publisher: 'SBU', number: '7' });
  });

  it('adds nothing the second time', () => {
    const once = { csl: completed(has, brings, true) };
    expect(completionOf(once, brings)).toEqual({ missing: [], different: [] });
  });
});
