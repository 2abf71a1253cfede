/** Which folder a case is exchanged through, and what goes on with it in this window. */
import { useSyncExternalStore } from 'react';
import { writeSetting } from '../../../store/registry';

/** Kept for each case in the settings of the profile. */
export interface FolderSetting {
  readonly handle: string;
  readonly name: string;
  /** On a timer and when the window comes to the front; else on a press. */
  readonly byItself: boolean;
  /** What is written is signed with the own key. */
  readonly isSigned?: boolean;
  /** What is written is encrypted with the passphrase of the folder. */
  readonly isLocked?: boolean;
}

export const folderKey = (caseId: string): string => `exchange.folder.${caseId}`;

export const keepFolder = (caseId: string, setting: FolderSetting | null): Promise<void> =>
  writeSetting(folderKey(caseId), setting);

export interface FolderActivity {
  readonly isRunning: boolean;
  /** Why the last round did not go through; null where it did. */
  readonly trouble: string | null;
  /** ISO 8601 instant of the last round that went through; null where there was none since the window was opened. */
  readonly doneAt: string | null;
}

const IDLE: FolderActivity = { isRunning: false, trouble: null, doneAt: null };
const activities = new Map<string, FolderActivity>();
const listeners = new Set<() => void>();

export const activityOf = (caseId: string): FolderActivity => activities.get(caseId) ?? IDLE;

export function setActivity(caseId: string, patch: Partial<FolderActivity>): void {
  activities.set(caseId, { ...activityOf(caseId), ...patch });
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useActivity = (caseId: string): FolderActivity =>
  useSyncExternalStore(subscribe, () => activityOf(caseId));
