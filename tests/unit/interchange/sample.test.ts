import { describe, expect, it } from 'vitest';
import { cleanBody, wordsOf } from '@shared/briefing/bodySchema';
import { judgementsIn } from '@shared/briefing/judgements';
import { citedExcerptIds } from '@shared/briefing/references';
import { buildSample, stableId } from '@shared/interchange/sample';
import { isoOf } from '@shared/model/csl';
import { currentTextId } from '@shared/model/document';
import { precisionOf } from '@shared/model/eventDate';
import { brierScore, calibration, changeSince } from '@shared/model/judgement';
import { missingIn } from '@shared/model/judgementPlan';
import { effectiveMarking, strictest } from '@shared/model/marking';
import { originChain } from '@shared/model/source';
import { SCHEMAS, TABLES } from '@shared/model/tables';
import { TAG_KINDS } from '@shared/model/tag';
import { LINK_TYPES } from '@shared/model/link';
import type { BodyNode } from '@shared/model/briefing';
import { segmentText } from '@shared/text/segments';
import { files, readSpec, sample, sha256, tools } from './sampleFiles';

const { records, texts } = await sample();
const textOf = new Map(texts.map(({ id, text }) => [id, text]));
const CYRILLIC = /\p{Script=Cyrillic}/u;
const HANGUL = /\p{Script=Hangul}/u;

describe('the sample case', () => {
  it('has records that the model accepts, with ids of their own', () => {
    const ids = new Set<string>();
    let count = 0;
    for (const table of TABLES) {
      for (const row of records[table]) {
        expect(SCHEMAS[table].safeParse(row).error?.message).toBeUndefined();
        ids.add(row.id);
        count += 1;
      }
    }
    expect(ids.size).toBe(count);
    expect(records.cases[0]!.description).toContain('written for demonstration');
    expect(records.cases[0]!.description).toContain('not real reports');
  });

  it('keeps each text under the hash of its words', () => {
    for (const { id, text } of texts) expect(sha256(text)).toBe(id);
    for (const document of records.documents) expect(textOf.has(currentTextId(document))).toBe(true);
  });

  it('quotes verbatim at the offsets of each excerpt', () => {
    for (const excerpt of records.excerpts) {
      const text = textOf.get(excerpt.textId)!;
      expect(text.slice(excerpt.start, excerpt.end)).toBe(excerpt.quote);
      expect(text.slice(0, excerpt.start).endsWith(excerpt.prefix)).toBe(true);
      expect(text.slice(excerpt.end).startsWith(excerpt.suffix)).toBe(true);
      const document = records.documents.find((row) => row.id === excerpt.documentId)!;
      expect(currentTextId(document)).toBe(excerpt.textId);
    }
  });

  it('is large and varied enough to look around in', () => {
    expect(records.documents.length).toBeGreaterThanOrEqual(8);
    expect(records.excerpts.length).toBeGreaterThanOrEqual(40);
    expect(records.tags.length).toBeGreaterThanOrEqual(30);
    expect(records.links.length).toBeGreaterThanOrEqual(25);
    expect(records.hypotheses).toHaveLength(2);
    expect(records.briefings).toHaveLength(2);
    expect(new Set(records.tags.map((tag) => tag.kind))).toEqual(new Set(TAG_KINDS));
    expect(new Set(records.links.map((link) => link.type))).toEqual(new Set(LINK_TYPES));
    expect(new Set(records.excerpts.flatMap((row) => row.eventDate ?? []).map(precisionOf))).toEqual(
      new Set(['day', 'month', 'year', 'interval']),
    );
    expect(records.excerpts.some((row) => row.eventDate?.includes('~'))).toBe(true);
    expect(new Set(records.documents.map((row) => row.language))).toEqual(new Set(['en', 'ko', 'uk']));
    const markings = records.excerpts.map((row) =>
      effectiveMarking(row.marking, records.documents.find((document) => document.id === row.documentId)!.marking),
    );
    expect(new Set(markings)).toEqual(new Set(['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER']));
    for (const document of records.documents) {
      expect(records.excerpts.some((row) => row.documentId === document.id)).toBe(true);
      expect(isoOf(document.csl.issued)).toMatch(/^2024-\d\d-\d\d$/);
      expect(document.csl.publisher).toBeTruthy();
      expect(document.csl.title).toBe(document.title);
    }
  });

  it('uses every tag, knows names in other scripts and has a tree', () => {
    const used = new Set(records.excerpts.flatMap((row) => row.tags));
    const parents = new Set(records.tags.map((tag) => tag.parentId));
    for (const tag of records.tags) expect(used.has(tag.id) || parents.has(tag.id)).toBe(true);
    expect(records.tags.filter((tag) => tag.parentId !== null).length).toBeGreaterThanOrEqual(10);
    expect(records.tags.filter((tag) => tag.aliases.some((alias) => CYRILLIC.test(alias))).length).toBeGreaterThan(15);
    expect(records.tags.filter((tag) => tag.aliases.some((alias) => HANGUL.test(alias))).length).toBeGreaterThan(15);
    const yevkurov = records.tags.find((tag) => tag.name === 'Yunus-bek Yevkurov')!;
    expect(yevkurov.aliases).toEqual(expect.arrayContaining(['Yevkurov', 'Евкуров', '예브쿠로프']));
  });

  it('grades every source and follows what is taken from where', () => {
    for (const source of records.sources) expect(source.gradings.length).toBeGreaterThan(0);
    expect(records.sources.some((source) => source.gradings.length > 1)).toBe(true);
    const meridian = records.sources.find((source) => source.name.startsWith('Meridian'))!;
    const chain = originChain(meridian, (id) => records.sources.find((source) => source.id === id));
    expect(chain.map((source) => source.name.split(' ')[0])).toEqual(['Meridian', 'Northeast', 'Defence']);
  });

  it('links only what is there, and gives a reason each time', () => {
    const ids = new Set([...records.excerpts, ...records.hypotheses].map((row) => row.id));
    for (const link of records.links) {
      expect(ids.has(link.fromId) && ids.has(link.toId)).toBe(true);
      expect(link.note.length).toBeGreaterThan(5);
    }
    for (const hypothesis of records.hypotheses) {
      const types = records.links.filter((link) => link.toId === hypothesis.id).map((link) => link.type);
      expect(types).toEqual(expect.arrayContaining(['supports', 'contradicts']));
    }
  });

  it('has a text whose last lines are read as captions', () => {
    const summary = texts.find(({ text }) => text.startsWith("North Korea in Russia's war"))!.text;
    const segments = segmentText(summary);
    expect(segments.filter((segment) => segment.kind === 'caption')).toHaveLength(4);
    expect(segments.flatMap((segment) => segment.markers).map((marker) => marker.label)).toContain('4');
    for (const { text } of texts) expect(segmentText(text).filter((one) => one.kind === 'heading')).toEqual([]);
  });
});

const LIKELY = /\b(?:almost no chance|(?:very )?(?:un)?likely|roughly even chance|almost certain(?:ly)?)\b/iu;
const OTHER_ROW = /\b(?:remote|(?:im|highly )?probabl[ey]|roughly even odds|nearly certain)\b/iu;
const CONFIDENT = /\b(?:low|moderate|high)\s+confidence\b|\bconfidence\b[^.]*\b(?:is|:)\s*(?:low|moderate|high)\b/iu;

/** Sentences of each paragraph, heading and cell of a body, quotations left out. */
function sentencesOf(node: BodyNode): string[] {
  if (node.type === 'quotation') return [];
  if (node.type === 'paragraph' || node.type === 'heading') {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    return [...segmenter.segment(wordsOf(node))].map((piece) => piece.segment);
  }
  return (node.content ?? []).flatMap(sentencesOf);
}

describe('the sample’s briefing', () => {
  const briefing = records.briefings[0]!;
  const nodes = briefing.body.content!;

  it('has the parts of an issue brief, a table and quotations', () => {
    const heads = nodes.filter((node) => node.type === 'heading' && node.attrs!['level'] === 1).map(wordsOf);
    expect(heads).toEqual(['Bottom line', 'Key judgements', 'Background', 'Assessment', 'Outlook', 'Source summary']);
    expect(nodes.filter((node) => node.type === 'table')).toHaveLength(1);
    expect(nodes.filter((node) => node.type === 'quotation')).toHaveLength(2);
    expect(briefing.cutoff <= briefing.issued).toBe(true);
    expect(cleanBody(briefing.body)).toEqual(briefing.body);
  });

  it('cites at least twelve excerpts, all of them there, and quotes them verbatim', () => {
    const cited = citedExcerptIds(briefing.body);
    expect(cited.length).toBeGreaterThanOrEqual(12);
    const byId = new Map(records.excerpts.map((row) => [row.id, row]));
    for (const id of cited) expect(byId.has(id)).toBe(true);
    for (const node of nodes.filter((one) => one.type === 'quotation')) {
      expect(node.attrs!['text']).toBe(byId.get(node.attrs!['excerptId'] as string)!.quote);
    }
    const markings = cited.map((id) => {
      const row = byId.get(id)!;
      return effectiveMarking(row.marking, records.documents.find((one) => one.id === row.documentId)!.marking);
    });
    expect(strictest(markings)).toBe('TLP:AMBER');
  });

  it('states likelihood and confidence in each judgement and never in one sentence', () => {
    const judgements = nodes.filter((node) => node.type === 'judgement');
    expect(judgements.length).toBeGreaterThanOrEqual(3);
    expect(judgements.length).toBeLessThanOrEqual(5);
    for (const judgement of judgements) {
      const sentences = sentencesOf(judgement);
      expect(sentences.filter((sentence) => LIKELY.test(sentence))).toHaveLength(1);
      expect(sentences.filter((sentence) => CONFIDENT.test(sentence))).toHaveLength(1);
      expect(citedExcerptIds(judgement).length).toBeGreaterThan(0);
    }
    for (const sentence of sentencesOf(briefing.body)) {
      expect(LIKELY.test(sentence) && CONFIDENT.test(sentence)).toBe(false);
      expect(sentence).not.toMatch(OTHER_ROW);
    }
  });
});

describe('the sample’s judgements', () => {
  it('say in their records what their text says', () => {
    for (const briefing of records.briefings) {
      const said = judgementsIn(briefing.body, records.cases[0]!.scale);
      for (const { judgementId, ...words } of said) {
        const row = records.judgements.find((one) => one.id === judgementId)!;
        expect(row).toMatchObject({ ...words, basis: [...words.basis].sort(), briefingId: briefing.id });
        expect([row.likelihood, row.confidence]).not.toContain(null);
        expect(missingIn(row)).toEqual([]);
      }
      expect(records.judgements.filter((one) => one.briefingId === briefing.id)).toHaveLength(said.length);
      expect(cleanBody(briefing.body)).toEqual(briefing.body);
    }
  });

  it('have earlier ones that can be looked up, enough for a calibration', () => {
    const settled = records.judgements.filter((one) => ['happened', 'did not happen'].includes(one.outcome));
    expect(settled.length).toBeGreaterThanOrEqual(8);
    expect(calibration(settled).length).toBeGreaterThanOrEqual(6);
    expect(brierScore(settled)!.score).toBeLessThan(0.25);
    for (const one of records.judgements) expect(one.outcomeDate === '').toBe(one.outcome === 'open');
    const find = (id: string | null) => records.judgements.find((one) => one.id === id);
    const changes = records.judgements.flatMap((one) =>
      find(one.earlierId) ? changeSince(find(one.earlierId)!, one) : [],
    );
    expect(new Set(changes)).toEqual(new Set(['stronger', 'weaker', 'reversed']));
  });

  it('cite nothing that was published after the note', () => {
    for (const briefing of records.briefings) {
      for (const id of citedExcerptIds(briefing.body)) {
        const { documentId } = records.excerpts.find((row) => row.id === id)!;
        const issued = isoOf(records.documents.find((row) => row.id === documentId)!.csl.issued)!;
        expect(issued <= briefing.cutoff).toBe(true);
      }
    }
  });
});

describe('building the sample', () => {
  it('gives the same records for the same ids, time and stamp', async () => {
    expect(await sample()).toEqual({ records, texts });
    const id = await stableId('excerpts/nis-1500', sha256);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await stableId('excerpts/nis-1500', async (text) => sha256(text))).toBe(id);
    expect(await stableId('excerpts/nis-elite', sha256)).not.toBe(id);
  });

  type Spec = ReturnType<typeof readSpec>;
  const broken: readonly [string, string, string, (spec: Spec) => void][] = [
    ['an unknown field', 'spec-malformed', 'tags/0', (spec) => (spec.tags[0].colour = 'red')],
    ['a key given twice', 'key-repeated', 'tags/kim', (spec) => spec.tags.push({ ...spec.tags[0], key: 'kim' })],
    ['an unknown tag', 'key-unknown', 'excerpts/nis-1500 names tags/x', (spec) => (spec.excerpts[0].tagKeys = ['x'])],
    ['an unknown document', 'key-unknown', 'documents/x', (spec) => (spec.excerpts[0].documentKey = 'x')],
    ['an unknown link end', 'key-unknown', 'names x', (spec) => (spec.links[0].toKey = 'x')],
    ['a parent after its child', 'key-unknown', 'tags/high-level-contacts', (spec) => spec.tags.reverse()],
    ['a missing text', 'text-missing', 'x.txt', (spec) => (spec.documents[0].file = 'x.txt')],
    ['changed words', 'quote-missing', 'excerpts/nis-1500', (spec) => (spec.excerpts[0].quote = '약 1,600명')],
    ['words that stand twice', 'quote-ambiguous', 'excerpts/nis-1500', (spec) => (spec.excerpts[0].quote = '국정원')],
    ['one text twice', 'already-here', 'documents/hur', (spec) => (spec.documents[1].file = '01-nis-briefing.txt')],
    ['a name taken', 'name-taken', 'tags/', (spec) => (spec.tags[19].name = spec.tags[20].name)],
    ['one link twice', 'already-linked', 'links/', (spec) => spec.links.push(spec.links[0])],
    ['a link to itself', 'same-record', 'links/', (spec) => (spec.links[0].toKey = spec.links[0].fromKey)],
    ['a wrong date', 'date-unclear', 'documents/nis', (spec) => (spec.documents[0].csl.issued = 'October')],
    [
      'an unknown judgement',
      'key-unknown',
      'briefings/',
      (spec) => spec.briefings[0].body.push({ judgement: 'x', words: 'A' }),
    ],
    ['an unknown earlier one', 'key-unknown', 'judgements/x', (spec) => (spec.judgements[0].earlierKey = 'x')],
    ['an unknown citation', 'key-unknown', 'briefings/', (spec) => (spec.briefings[0].body[1].paragraph = 'A [@x]')],
    ['too free a marking', 'marking-too-low', 'briefings/', (spec) => (spec.briefings[0].marking = 'TLP:CLEAR')],
  ];

  it.each(broken)('refuses %s and names the place', async (_, reason, place, spoil) => {
    const spec = readSpec();
    spoil(spec);
    const built = await buildSample(spec, files, tools);
    expect(built.ok ? 'built' : built.reason).toBe(reason);
    expect(built.ok ? '' : built.detail).toContain(place);
  });

  it('takes the occurrence that is asked for', async () => {
    const spec = readSpec();
    spec.excerpts[0].quote = '국정원';
    spec.excerpts[0].occurrence = 2;
    const built = await buildSample(spec, files, tools);
    if (!built.ok) throw new Error(built.reason);
    const { start, textId } = built.value.records.excerpts[0]!;
    const text = textOf.get(textId)!;
    expect(start).toBe(text.indexOf('국정원', text.indexOf('국정원') + 1));
  });
});
