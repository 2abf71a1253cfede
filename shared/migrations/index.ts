/**
 * The numbered upgrades of rows from one version of the model to the next. They are pure, and both readers of old rows
 * use them: the database when it opens a case of an older version, and the bundle reader. A published step is never
 * edited.
 */
import type { TableName } from '../model/tables';
import { laidOutTexts } from './laidOutTexts';
import type { Migration, OldRow } from './migration';
import { reviewedBriefings } from './reviewedBriefings';

export type { Migration, OldRow } from './migration';

/** In order, one for each version below the current one. */
export const MIGRATIONS: readonly Migration[] = [reviewedBriefings, laidOutTexts];

/** What is wrong with a list of steps that should lead from version 1 to `current`; empty where nothing is. */
export function migrationGaps(steps: readonly Migration[], current: number): string[] {
  const problems: string[] = [];
  for (let version = 1; version < current; version += 1) {
    const count = steps.filter((step) => step.from === version).length;
    if (count !== 1) problems.push(`${count} steps from version ${version}`);
  }
  for (const [i, step] of steps.entries()) {
    if (!Number.isInteger(step.from) || step.from < 1 || step.from >= current)
      problems.push(`a step from version ${step.from}, which is not below ${current}`);
    if (i > 0 && step.from <= steps[i - 1]!.from) problems.push(`the step from version ${step.from} is out of order`);
  }
  return problems;
}

/** The row as the current model has it. `version` is that of the model it was written by. */
export function upgradeRow(table: TableName, row: OldRow, version: number, steps = MIGRATIONS): OldRow {
  let upgraded = row;
  for (const step of steps) if (step.from >= version) upgraded = step.rows[table]?.(upgraded) ?? upgraded;
  return upgraded;
}
