// Templates: those that come with the program, those made of a briefing, and files from elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanBody, wordsOf } from '@shared/briefing/bodySchema';
import { planTemplate, readTemplate, templateFile } from '@shared/briefing/ownTemplates';
import { sectionsOf, templateSchema } from '@shared/briefing/template';
import { citedExcerptIds } from '@shared/briefing/references';
import { refusalSentence } from '@shared/messages';
import { cite, doc, idOf, paragraph, quote, text } from './evidence';

const folder = path.resolve(import.meta.dirname, '../../../resources/templates');
const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));

describe('the templates of the program', () => {
  it('are well formed, and every hint stands under a heading of its own', () => {
    const templates = files.map((one) => templateSchema.parse(JSON.parse(one)));
    expect(new Set(templates.map((one) => one.id)).size).toBe(templates.length);
    for (const template of templates) {
      const sections = new Set(['', ...sectionsOf(template)]);
      expect(Object.keys(template.hints).filter((hint) => !sections.has(hint))).toEqual([]);
    }
  });
});

describe('a template made of a briefing', () => {
  const heading = { type: 'heading', attrs: { level: 1 }, content: [text('Key judgements')] };
  const body = doc(
    heading,
    paragraph(text('Two ships unloaded.'), cite(21)),
    paragraph(text('A third did not.')),
    quote(23, 'No lights were seen.'),
    { type: 'judgement', attrs: { judgementId: idOf(70) }, content: [paragraph(text('It will go on.'))] },
  );
  const wanted = { id: idOf(1), name: ' Weekly ', description: '', keepsTexts: false };

  it('keeps headings, hints and judgements, and leaves the words and the evidence', () => {
    const plan = planTemplate({ body }, { 'Key judgements': 'Say how likely.' }, wanted);
    if (!plan.ok) throw new Error(plan.reason);
    expect(plan.value.name).toBe('Weekly');
    expect(plan.value.hints).toEqual({ 'Key judgements': 'Say how likely.' });
    expect(plan.value.body.content?.map((one) => one.type)).toEqual(['heading', 'paragraph', 'judgement']);
    expect(wordsOf(plan.value.body)).toBe('Key judgements');
    expect(cleanBody(plan.value.body)).toEqual(plan.value.body);
  });

  it('keeps the sentences where wanted, never the evidence', () => {
    const plan = planTemplate({ body }, {}, { ...wanted, keepsTexts: true });
    if (!plan.ok) throw new Error(plan.reason);
    expect(wordsOf(plan.value.body)).toBe('Key judgements Two ships unloaded. A third did not. It will go on.');
    expect(citedExcerptIds(plan.value.body)).toEqual([]);
  });

  it('needs a name', () => {
    expect(planTemplate({ body }, {}, { ...wanted, name: ' ' })).toMatchObject({ ok: false, reason: 'name-empty' });
  });

  it('goes out as a file and comes back under another id', () => {
    const plan = planTemplate({ body }, {}, wanted);
    if (!plan.ok) throw new Error(plan.reason);
    expect(readTemplate(templateFile(plan.value), idOf(2))).toEqual({
      ok: true,
      value: { ...plan.value, id: idOf(2) },
    });
  });

  it('is refused with a sentence where the file is none', () => {
    const deep = `{"body":${'{"type":"doc","content":['.repeat(20_000)}`;
    const noDoc = JSON.stringify({ id: 'x', name: 'x', description: '', hints: {}, body: { type: 'paragraph' } });
    for (const broken of ['', '{', '[]', '{"id":"x"}', deep, noDoc, 'x'.repeat(3_000_000)]) {
      const read = readTemplate(broken, idOf(3));
      expect(read).toEqual({ ok: false, reason: 'template-broken' });
    }
    expect(refusalSentence('template-broken', 'weekly.json')).toMatch(/“weekly.json” is not a template/);
  });
});
