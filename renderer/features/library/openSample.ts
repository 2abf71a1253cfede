/** The sample case: built here, through the program's own import code, from the documents in resources/sample. */
import { buildSample, stableId } from '@shared/interchange/sample';
import { analystRecordId } from '@shared/model/analyst';
import { createRow } from '@shared/merge/edit';
import { makeClock } from '@shared/merge/clock';
import { no, yes } from '@shared/model/result';
import spec from '@resources/sample/case.json';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { RECORD_TABLES, storeCase } from '../../store/contents';
import type { CaseContents } from '../../store/contents';
import { listCases } from '../../store/registry';
import { sha256Of } from '../../store/texts';

const files = import.meta.glob<string>('../../../resources/sample/documents/*.txt', {
  query: '?raw',
  import: 'default',
});

const sha256 = (text: string): Promise<string> => sha256Of(new TextEncoder().encode(text));

/** The actor who made the sample, the same on every machine, so that two copies of it can be merged. */
const SAMPLE_ACTOR = 'sample0000';
const SAMPLE_TIME = Date.UTC(2024, 11, 2, 9);

/** Opens the sample case; builds it first where this profile has none. */
export async function openSampleCase(context: CommandContext): Promise<Outcome> {
  const texts: Record<string, string> = {};
  for (const [path, load] of Object.entries(files)) texts[path.split('/').at(-1)!] = await load();
  const built = await buildSample(spec, texts, {
    newId: (key) => stableId(key, sha256),
    stamp: makeClock(SAMPLE_ACTOR, 'smp', () => SAMPLE_TIME).tick(),
    now: new Date(SAMPLE_TIME).toISOString(),
    sha256,
  });
  if (!built.ok) return no(built.reason, built.detail);
  const { cases, ...made } = built.value.records;
  const stamp = cases[0]!.created;
  const author = { actor: SAMPLE_ACTOR, name: 'Collate sample', initials: 'CS' };
  const records = { ...made, analysts: [createRow('analysts', analystRecordId(SAMPLE_ACTOR), author, stamp)] };
  const record = cases[0]!;
  if (!(await listCases()).some((one) => one.id === record.id)) {
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    const rows = Object.fromEntries(RECORD_TABLES.map((table) => [table, [...records[table]].sort(byId)]));
    const contents: CaseContents = { case: record, rows, texts: built.value.texts, originals: [] };
    await storeCase(contents, {
      caseId: record.id,
      name: record.name,
      now: context.now().toISOString(),
      onlyIfNew: true,
    });
  }
  context.navigate({ view: 'overview', caseId: record.id });
  return yes(record.id);
}
