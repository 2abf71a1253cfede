// Row upgrades: every version has one step, in order, and a row goes through the steps it has not had.
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, migrationGaps, upgradeRow } from '@shared/migrations';
import type { Migration, OldRow } from '@shared/migrations';
import { briefingSchema } from '@shared/model/briefing';
import { caseSchema } from '@shared/model/case';
import { documentSchema } from '@shared/model/document';
import { excerptSchema } from '@shared/model/excerpt';
import { MODEL_VERSION } from '@shared/model/tables';
import { idOf, smallCase } from '../../fixtures/bundles/make';

const step = (from: number): Migration => ({ from, rows: { tags: (row) => ({ ...row, [`v${from + 1}`]: true }) } });

describe('migrations', () => {
  it('lead from the first version to the current one', () => {
    expect(migrationGaps(MIGRATIONS, MODEL_VERSION)).toEqual([]);
  });

  it('are refused with a gap, a double, a step too many, or out of order', () => {
    expect(migrationGaps([step(1), step(2), step(3)], 4)).toEqual([]);
    expect(migrationGaps([step(1), step(3)], 4)).not.toEqual([]);
    expect(migrationGaps([step(1), step(1)], 2)).not.toEqual([]);
    expect(migrationGaps([step(1), step(2)], 2)).not.toEqual([]);
    expect(migrationGaps([step(2), step(1)], 3)).not.toEqual([]);
    expect(migrationGaps([], 2)).not.toEqual([]);
  });

  it('run from the version of the row on, for its table alone', () => {
    const steps = [step(1), step(2), step(3)];
    expect(upgradeRow('tags', { id: 'x' }, 2, steps)).toEqual({ id: 'x', v3: true, v4: true });
    expect(upgradeRow('tags', { id: 'x' }, 4, steps)).toEqual({ id: 'x' });
    expect(upgradeRow('links', { id: 'x' }, 1, steps)).toEqual({ id: 'x' });
  });

  it('give rows of the first model what the second asks for', () => {
    const base = { id: idOf(1), created: '0m32sj1eg00000-maker00000', clocks: {}, seen: {}, deleted: null };
    const record = { ...base, name: 'Old', description: '', marking: 'TLP:GREEN', language: 'en' };
    const body = { type: 'doc', content: [{ type: 'citation', attrs: { excerptId: idOf(2) } }] };
    const head = { title: 'Old', state: 'draft', marking: null, issued: '', cutoff: '', requester: '', author: '' };
    const briefing = { ...base, ...head, template: 'blank', body };
    expect(caseSchema.parse(upgradeRow('cases', record, 1))).toMatchObject({ scale: 'icd203-1', horizonDays: 0 });
    expect(briefingSchema.parse(upgradeRow('briefings', briefing, 1))).toMatchObject({ lowered: null, accepted: [] });
    expect(upgradeRow('briefings', upgradeRow('briefings', briefing, 1), MODEL_VERSION)).toEqual(
      upgradeRow('briefings', briefing, 1),
    );
  });

  it.each([1, 2])('give documents and excerpts of model %i what the third asks for', (version) => {
    const { documents, excerpts } = smallCase().rows;
    const [{ originId: _, ...document }, { figures: __, ...excerpt }] = [documents![0]!, excerpts![0]!];
    expect(documentSchema.parse(upgradeRow('documents', document, version))).toMatchObject({ originId: null });
    expect(excerptSchema.parse(upgradeRow('excerpts', excerpt, version))).toMatchObject({ figures: [] });
    expect(upgradeRow('excerpts', excerpts![0]! as unknown as OldRow, MODEL_VERSION)).toEqual(excerpts![0]);
  });
});
