// A briefing in each kind of style: which words stand where, and that the default style reads as the list without one.
import { describe, expect, it } from 'vitest';
import { entryText } from '@shared/briefing/entry';
import { citationLabel, citedExcerptIds, numberReferences, withoutGrades } from '@shared/briefing/references';
import type { EvidenceLookup } from '@shared/briefing/references';
import { noteEvents } from '@shared/briefing/styles/groups';
import type { CslStyle } from '@shared/briefing/styles/readStyle';
import { runsText } from '@shared/briefing/styles/runs';
import { styledReferences } from '@shared/briefing/styles/styled';
import { labelReader } from '@shared/briefing/styles/styledReferences';
import type { StyledReferences } from '@shared/briefing/styles/styledReferences';
import { STYLES } from '@shared/briefing/styles/styleList';
import type { BodyNode } from '@shared/model/briefing';
import type { CslItem } from '@shared/model/csl';
import type { Document } from '@shared/model/document';
import { cite, doc, excerpt, idOf, lookupOf, paragraph, quote, text } from '../evidence';
import { BARE, locales, LOG, NEWS, ourStyle, PAGE, REPORT, styleOf, styleText, UNSIGNED } from './styleFiles';

const styled = (style: CslStyle, body: BodyNode, lookup: EvidenceLookup = lookupOf(), language = 'en-GB') =>
  styledReferences(
    numberReferences(citedExcerptIds(body), lookup, language),
    body,
    { style, locales, language },
    lookup,
  );

const labels = (of: StyledReferences) => of.labels.map((label) => runsText(label.runs));
const list = (of: StyledReferences) => of.references.list.map((one) => `${one.number} ${entryText(one.entry)}`);

const BODY = doc(
  paragraph(text('One.'), cite(23), text(' '), cite(21), cite(22), text(' Two'), cite(24)),
  quote(21, 'Two freighters lay at the pier.'),
  paragraph(text('Gone'), cite(99), text(' and half gone'), cite(98), cite(24)),
);

describe('citations that stand together', () => {
  it('have at most white space between them', () => {
    const groups = noteEvents(BODY).map(
      (event) => event.kind === 'group' && event.ids.map((id) => Number(id.slice(-2))),
    );
    expect(groups).toEqual([[23, 21, 22], [24], [21], [99], [98, 24]]);
  });

  it('give out their labels in the order of the text, also where the same stand twice', () => {
    const label = labelReader(styled(ourStyle('chicago-notes'), doc(paragraph(cite(21), text('a'), cite(21)))));
    expect([label([idOf(21)])?.note, label([idOf(21)])?.note, label([idOf(21)])]).toEqual([1, 2, undefined]);
  });
});

describe('a numeric style', () => {
  it('has the numbers of the plain list', () => {
    const body = doc(paragraph(cite(23), text('a'), cite(21), text('b'), cite(24), cite(21), cite(23)));
    const of = styled(ourStyle('icd-206'), body);
    expect(labels(of)).toEqual([citationLabel([1]), citationLabel([2]), citationLabel([1, 2, 3])]);
    expect(of.references.list.map((one) => one.documentId)).toEqual([idOf(12), idOf(11), idOf(13)]);
    expect(of.isNumbersAlone).toBe(true);
    expect(styled(ourStyle('ieee'), body).isNumbersAlone).toBe(false);
  });

  it('writes no number into its entries: the list has them', () => {
    expect(list(styled(ourStyle('ieee'), BODY))[0]).toMatch(/^1 Coast Guard, “Patrol log,” Nov\. 12, 2024\./u);
  });

  it('may sort its list: the numbers follow', () => {
    const sorted = styleOf(
      styleText('icd-206').replace('<bibliography>', '<bibliography><sort><key variable="title"/></sort>'),
    );
    const of = styled(sorted, doc(paragraph(cite(21), text('a'), cite(23), text('b'), cite(24))));
    expect(of.references.list.map((one) => one.entry.find(({ kind }) => kind === 'title')?.text)).toEqual([
      'Notes of a talk',
      'Patrol log',
      'Ships at the north pier',
    ]);
    expect(labels(of)).toEqual(['[3]', '[2]', '[1]']);
    expect(of.references.numberOf.get(idOf(21))).toBe(3);
  });
});

describe('a style of notes', () => {
  it('numbers what is cited together as one note, tells a source in short later, and skips what is gone', () => {
    const of = styled(ourStyle('chicago-notes'), BODY);
    expect(of.labels.map((label) => label.note)).toEqual([1, 2, 3, 4]);
    expect(labels(of)).toEqual([
      'Coast Guard, Patrol Log (2024), para. 3, https://example.org/12; Harbour Gazette, Ships at the North Pier (2024), paras. 1, 2, https://example.org/11.',
      'A dockworker, Notes of a Talk (2024), para. 4, https://example.org/13.',
      'Harbour Gazette, Ships at the North Pier, para. 1.',
      'A dockworker, Notes of a Talk, para. 4.',
    ]);
  });
});

describe('footnotes of the author', () => {
  const footnote = (...content: BodyNode[]): BodyNode => ({ type: 'footnote', content });
  const body = doc(
    paragraph(cite(23), text('a'), footnote(text('See '), cite(21)), text('b'), cite(24), footnote(text('Own.'))),
  );

  it('share one count with the notes of citations, and citations in them need none of their own', () => {
    const of = styled(ourStyle('chicago-notes'), body);
    expect(of.footnotes).toEqual([2, 4]);
    expect(of.labels.map((label) => label.note)).toEqual([1, null, 3]);
  });

  it('count alone where citations stand in the text', () => {
    const of = styled(ourStyle('apa'), body);
    expect(of.footnotes).toEqual([1, 2]);
    expect(of.labels.map((label) => label.note)).toEqual([null, null, null]);
  });
});

describe('a style of names and years', () => {
  it('lists by name and says places without a name of CSL in words', () => {
    const lookup: EvidenceLookup = { ...lookupOf(), placeOf: () => ({ short: 'caption 2', long: 'caption 2' }) };
    const of = styled(ourStyle('apa'), doc(paragraph(cite(21), cite(23))), lookup);
    expect(labels(of)).toEqual(['(Coast Guard, 2024, caption 2; Harbour Gazette, 2024, caption 2)']);
    expect(list(of)[0]).toBe(
      '1 Coast Guard. (2024). Patrol log. https://example.org/12 Source: Coast Guard, A (completely reliable).',
    );
    const plain = withoutGrades(of.references.list);
    expect(plain.flatMap((one) => one.places.map((place) => place.grade))).toEqual([null, null]);
    expect(plain.map((one) => `${one.number} ${entryText(one.entry)}`)).toEqual([
      '1 Coast Guard. (2024). Patrol log. https://example.org/12',
      '2 Harbour Gazette. (2024). Ships at the north pier. https://example.org/11',
    ]);
    expect(of.references.numberOf.get(idOf(21))).toBe(2);
  });
});

/** As many documents as items, each cited once. */
function caseOf(items: readonly CslItem[]): { body: BodyNode; lookup: EvidenceLookup } {
  const base = lookupOf().document(idOf(11))!;
  const documents = items.map((csl, i): Document => ({
    ...base,
    id: idOf(100 + i),
    title: csl.title!,
    csl,
    sourceId: null,
  }));
  const excerpts = items.map((_, i) => excerpt(500 + i, 100 + i, 'Words.'));
  const lookup = lookupOf(excerpts, documents);
  return { body: doc(...items.map((_, i) => paragraph(cite(500 + i)))), lookup };
}

describe('the default style', () => {
  it.each(['en-GB', 'en-US'])('reads as the list that is written without it (%s)', (language) => {
    const { body, lookup } = caseOf([
      REPORT,
      PAGE,
      NEWS,
      UNSIGNED,
      LOG,
      BARE,
      { type: 'book', title: 'Quays', author: ['A', 'B', 'C', 'D'].map((family) => ({ family, given: 'N' })) },
      { type: 'report', title: 'Manning!', publisher: 'Port Co.', 'publisher-place': 'Oslo', number: '7', page: '9' },
      { type: 'webpage', title: 'Berths', 'container-title': 'Port', publisher: 'Port', URL: 'https://example.org/b' },
    ]);
    const plain = numberReferences(citedExcerptIds(body), lookup, language);
    const of = styled(ourStyle('icd-206'), body, lookup, language);
    expect(of.references.list.map((one) => entryText(one.entry))).toEqual(
      plain.list.map((one) => entryText(one.entry)),
    );
  });

  it('sets the title apart, and the address as an address', () => {
    const { body, lookup } = caseOf([PAGE]);
    const [reference] = styled(ourStyle('icd-206'), body, lookup).references.list;
    expect(reference!.entry).toEqual([
      { kind: 'plain', text: 'Port Authority. ' },
      { kind: 'title', text: 'Port notices' },
      { kind: 'plain', text: '. Port Authority, n.d. ' },
      { kind: 'url', text: 'https://example.org/notices' },
      { kind: 'plain', text: ' (accessed 21 November 2026).' },
    ]);
  });
});

it.each(STYLES.map(({ id }) => id))('100 citations of 60 documents in %s are written while somebody reads on', (id) => {
  const items = Array.from({ length: 60 }, (_, i): CslItem => ({
    ...[REPORT, NEWS, PAGE][i % 3]!,
    title: `Text ${i}`,
  }));
  const { body, lookup } = caseOf(items);
  const twice = doc(...body.content!, ...body.content!.slice(0, 40));
  const style = ourStyle(id);
  styled(style, twice, lookup);
  const began = performance.now();
  styled(style, twice, lookup);
  const took = performance.now() - began;
  if (process.env['COLLATE_TIMES']) console.error(`${id}: ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(5_000);
});
