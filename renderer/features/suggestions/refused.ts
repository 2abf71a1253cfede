/** What an analyst refused in a text stays away: kept in this profile, since it is no part of the case. */
import { useMemo } from 'react';
import { useSetting } from '../../store/hooks';
import { readSetting, writeSetting } from '../../store/registry';

const settingOf = (textId: string): string => `suggestions.refused.${textId}`;
const NONE: readonly string[] = [];
/** More than a reader refuses in one text. */
const MOST = 2_000;

/** The keys refused in a text. */
export function useRefused(textId: string): ReadonlySet<string> {
  const keys = useSetting<readonly string[]>(settingOf(textId)) ?? NONE;
  return useMemo(() => new Set(keys), [keys]);
}

export async function refuse(textId: string, key: string): Promise<void> {
  const keys = (await readSetting<readonly string[]>(settingOf(textId))) ?? NONE;
  await writeSetting(settingOf(textId), [...new Set([...keys, key])].slice(-MOST));
}

/** Offers again what was refused. */
export async function forgive(textId: string, keys: ReadonlySet<string>): Promise<void> {
  const all = (await readSetting<readonly string[]>(settingOf(textId))) ?? NONE;
  await writeSetting(
    settingOf(textId),
    all.filter((key) => !keys.has(key)),
  );
}
