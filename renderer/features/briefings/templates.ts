/** The templates: those that come with the program, in the order they are offered, and those an analyst made. */
import blank from '@resources/templates/blank.json';
import chronology from '@resources/templates/chronology.json';
import figures from '@resources/templates/figures.json';
import intelligenceSummary from '@resources/templates/intelligence-summary.json';
import issueBrief from '@resources/templates/issue-brief.json';
import profile from '@resources/templates/profile.json';
import situationReport from '@resources/templates/situation-report.json';
import sourceAssessment from '@resources/templates/source-assessment.json';
import { templateSchema } from '@shared/briefing/template';
import type { BriefingTemplate } from '@shared/briefing/template';
import { useSetting } from '../../store/hooks';
import { readSetting, writeSetting } from '../../store/registry';

const BLANK: BriefingTemplate = blank;

export const TEMPLATES: readonly BriefingTemplate[] = [
  issueBrief,
  situationReport,
  intelligenceSummary,
  chronology,
  figures,
  profile,
  sourceAssessment,
  BLANK,
].map((one) => templateSchema.parse(one));

const OWN = 'templates.own';
const NONE: readonly BriefingTemplate[] = [];

/** The template of an id; the blank one where a bundle brings an id of another version. */
export const templateOf = (id: string, own: readonly BriefingTemplate[] = NONE): BriefingTemplate =>
  TEMPLATES.find((one) => one.id === id) ?? own.find((one) => one.id === id) ?? BLANK;

/** Templates made here, in this profile; undefined while they are read. */
export function useOwnTemplates(): readonly BriefingTemplate[] | undefined {
  const kept = useSetting<readonly BriefingTemplate[]>(OWN);
  return kept === null ? NONE : kept;
}

export const readOwnTemplates = async (): Promise<readonly BriefingTemplate[]> =>
  (await readSetting<readonly BriefingTemplate[]>(OWN)) ?? NONE;

/** Keeps the list that `change` makes of the one there is. */
export async function changeOwnTemplates(
  change: (own: readonly BriefingTemplate[]) => readonly BriefingTemplate[],
): Promise<void> {
  await writeSetting(OWN, change(await readOwnTemplates()));
}
