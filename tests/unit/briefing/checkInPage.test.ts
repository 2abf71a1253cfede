// The check in the page: findings through edits, their groups, what was accepted, and the evidence linked to what is cited.
import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { planAcceptedFinding, splitFindings } from '@shared/briefing/accepted';
import type { Finding } from '@shared/briefing/checks/finding';
import { refusalSentence } from '@shared/messages';
import { acceptedFindingSchema } from '@shared/model/briefing';
import type { Link } from '@shared/model/link';
import { makeChecker } from '../../../renderer/features/briefings/check/checker';
import type { CheckWorkerLike } from '../../../renderer/features/briefings/check/checker';
import type { CheckGround, CheckQuestion } from '../../../renderer/features/briefings/check/checkMessages';
import { findingMarksPlugin, findingsIn, findingsKey } from '../../../renderer/features/briefings/check/findingMarks';
import { grouped } from '../../../renderer/features/briefings/check/groups';
import { stacked } from '../../../renderer/features/briefings/check/MarginNotes';
import { relatedTo } from '../../../renderer/features/briefings/relatedEvidence';
import { idOf } from './evidence';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*' },
    heading: { group: 'block', content: 'text*', attrs: { level: { default: 1 } } },
    text: {},
  },
});
const block = (type: string, words: string) => schema.node(type, null, words === '' ? [] : [schema.text(words)]);
const page = () =>
  EditorState.create({
    doc: schema.node('doc', null, [
      block('paragraph', 'Before it all.'),
      block('heading', 'Outlook'),
      block('paragraph', 'It may possibly rain.'),
    ]),
    plugins: [findingMarksPlugin()],
  });

const finding = (id: string, from: number, to: number, more: Partial<Finding> = {}): Finding => ({
  id,
  rule: 'double-hedge',
  severity: 'warning',
  at: { from, to },
  words: 'may possibly',
  sentence: 'Two hedges say the same.',
  standard: 'ICD 203',
  ...more,
});

const withFindings = (state: EditorState, findings: readonly Finding[], accepted = new Set<string>()) =>
  state.apply(state.tr.setMeta(findingsKey, { findings, accepted }));

/** What is underlined now. */
const marked = (state: EditorState): string[] =>
  findingsIn(state)
    .decorations.find()
    .map(({ from, to }) => state.doc.textBetween(from, to));

describe('findings in the text', () => {
  // "may possibly" stands at 29 to 41.
  const from = 29;
  const fix = { kind: 'replace', label: 'Write “may”', from, to: from + 12, text: 'may' } as const;

  it('keep their words while one types before them, with what puts them right', () => {
    let state = withFindings(page(), [finding('a', from, from + 12, { fix })]);
    expect(marked(state)).toEqual(['may possibly']);
    state = state.apply(state.tr.insertText('Well: ', 1));
    expect(marked(state)).toEqual(['may possibly']);
    expect(findingsIn(state).findings![0]!.fix).toMatchObject({ from: from + 6, to: from + 18 });
  });

  it('go with their words', () => {
    const state = withFindings(page(), [finding('a', from, from + 12)]);
    expect(findingsIn(state.apply(state.tr.delete(from - 2, from + 14))).findings).toEqual([]);
  });

  it('that were accepted are not underlined, and those of the whole note never', () => {
    const all = [finding('a', from, from + 12), finding('b', 0, 0, { at: null })];
    expect(marked(withFindings(page(), all, new Set(['a'])))).toEqual([]);
  });

  it('stand in groups by severity or by section, none of them empty', () => {
    const { doc } = page();
    const all = [
      finding('note', 0, 0, { at: null, severity: 'advice' }),
      finding('early', 1, 7, { severity: 'error' }),
      finding('late', from, from + 12, { severity: 'advice' }),
    ];
    const ids = (by: 'severity' | 'section') =>
      grouped(doc, all, by).map((group) => [group.title, ...group.findings.map((one) => one.id)]);
    expect(ids('severity')).toEqual([
      ['Errors', 'early'],
      ['Advice', 'note', 'late'],
    ]);
    expect(ids('section')).toEqual([
      ['The whole note', 'note'],
      ['Before the first heading', 'early'],
      ['Outlook', 'late'],
    ]);
  });

  it('in the margin never cover each other', () => {
    expect(stacked([10, 20, 200], [40, 60, 40])).toEqual([10, 58, 200]);
  });
});

describe('the answers of the check', () => {
  it('are told only for the newest question', () => {
    const asked: CheckQuestion[] = [];
    const worker: CheckWorkerLike = {
      postMessage: (question) => asked.push(question),
      onmessage: null,
      terminate: () => undefined,
    };
    const told: number[] = [];
    const checker = makeChecker(
      ({ number }) => told.push(number),
      () => worker,
    );
    const ground = { tags: [], language: 'en' } as unknown as CheckGround;
    checker.ask(ground, { type: 'doc' });
    checker.ask(ground, { type: 'doc' });
    // What did not change is not sent again.
    expect(asked.map((one) => [one.ground !== undefined, one.tags !== undefined])).toEqual([
      [true, true],
      [false, false],
    ]);
    checker.ask({ ...ground, language: 'uk' }, { type: 'doc' });
    expect(asked[2]).toMatchObject({ ground: { language: 'uk' } });
    expect(asked[2]).not.toHaveProperty('tags');
    for (const { number } of asked)
      worker.onmessage!({ data: { number, findings: [], rules: {} } } as unknown as MessageEvent);
    expect(told).toEqual([3]);
    checker.close();
    expect(worker.onmessage).toBeNull();
  });
});

describe('a finding that is accepted', () => {
  const said = { reason: ' The requester asked for it. ', by: 'aaaaaaaaaa', at: '2024-12-03T10:00:00Z' };

  it('is kept with the reason, who and when, and refused without a reason', () => {
    const plan = planAcceptedFinding(finding('a', 1, 2), said);
    if (!plan.ok) throw new Error(plan.reason);
    expect(plan.value.reason).toBe('The requester asked for it.');
    expect(acceptedFindingSchema.safeParse(plan.value).success).toBe(true);
    const none = planAcceptedFinding(finding('a', 1, 2), { ...said, reason: ' ' });
    expect(none.ok).toBe(false);
    expect(refusalSentence('reason-missing')).toMatch(/why/);
  });

  it('stands apart from the open ones, and from those no longer found', () => {
    const accepted = ['a', 'gone'].map((id) => ({ ...said, id, rule: 'double-hedge', words: '', reason: 'so' }));
    const split = splitFindings([finding('a', 1, 2), finding('b', 3, 4)], accepted);
    expect(split.open.map((one) => one.id)).toEqual(['b']);
    expect(split.accepted.map((one) => one.finding.id)).toEqual(['a']);
    expect(split.past.map((one) => one.id)).toEqual(['gone']);
  });
});

describe('evidence linked to what is cited', () => {
  const link = (type: Link['type'], from: number, to: number): Link =>
    ({ type, fromTable: 'excerpts', fromId: idOf(from), toTable: 'excerpts', toId: idOf(to) }) as Link;

  it('is told by what the link says of the cited one, without those already cited', () => {
    const links = [
      link('contradicts', 1, 9),
      link('contradicts', 8, 1),
      link('supports', 7, 1),
      link('supports', 1, 6),
      link('updates', 5, 2),
      link('updates', 2, 4),
      link('corroborates', 2, 3),
      link('contradicts', 1, 2),
      { ...link('supports', 1, 10), toTable: 'hypotheses' } as Link,
    ];
    expect(relatedTo([idOf(1), idOf(2)], links)).toEqual({
      contradicts: [idOf(9), idOf(8)],
      supports: [idOf(7), idOf(3)],
      updates: [idOf(5)],
    });
  });
});
