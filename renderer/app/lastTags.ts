/** The tags an excerpt was given last in a case: what one key gives to the next. Kept in this profile, by case. */
import { readSetting, writeSetting } from '../store/registry';

const settingOf = (caseId: string): string => `tags.last.${caseId}`;

/** Notes the tags an excerpt has now that one was added; none is noted where it has none. */
export async function rememberTags(caseId: string, tags: readonly string[]): Promise<void> {
  if (tags.length > 0) await writeSetting(settingOf(caseId), [...tags]);
}

/** The tags that were noted last, also those that are gone since. */
export const lastTags = async (caseId: string): Promise<readonly string[]> =>
  (await readSetting<readonly string[]>(settingOf(caseId))) ?? [];
