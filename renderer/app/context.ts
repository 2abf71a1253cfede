/** What every view is given: the way to run a command, the host, the analyst, the way to go somewhere. */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { ArgsOf } from '@shared/commandArgs';
import type { CommandId } from '@shared/commands';
import type { ActorId } from '@shared/merge/clock';
import type { Result } from '@shared/model/result';
import type { Platform } from '@shared/platform';
import type { IndexClient } from '../search/client';
import type { OpenCase } from '../store/openCase';
import type { Route } from './route';

export interface AnalystSetting {
  readonly actor: ActorId;
  readonly name: string;
  readonly initials: string;
}

/** Yes with the id of what was made or null, or no with a reason from shared/messages. */
export type Outcome = Result<string | null, string>;

export interface RunOptions {
  /** `return` when the view shows the refusal at the control; otherwise it becomes a toast. */
  readonly refusal?: 'toast' | 'return';
  /** Successive writes with the same sign are one step of undo (typing in one field). */
  readonly fold?: string;
}

export type Run = <Id extends CommandId>(
  id: Id,
  ...args: undefined extends ArgsOf<Id>
    ? [args?: ArgsOf<Id>, options?: RunOptions]
    : [args: ArgsOf<Id>, options?: RunOptions]
) => Promise<Outcome>;

export interface Confirmation {
  readonly title: string;
  /** What goes and what stays. */
  readonly body: string;
  readonly action: string;
  readonly danger?: boolean;
}

export interface App {
  readonly run: Run;
  readonly platform: Platform;
  readonly analyst: AnalystSetting | null;
  readonly openCase: OpenCase | null;
  readonly index: IndexClient | null;
  navigate(route: Route): void;
  /** A short message that goes away; with `undo` it offers to take the last step back for ten seconds. */
  toast(message: string, options?: { undo?: boolean; tone?: 'info' | 'warning' | 'danger' }): void;
  /** Shows a dialog; resolves with what it closes with, undefined when it is dismissed. */
  ask<Answer>(dialog: (close: (answer?: Answer) => void) => ReactNode): Promise<Answer | undefined>;
  confirm(question: Confirmation): Promise<boolean>;
  /** Shows that a long piece of work goes on, with a way to stop it; the returned function ends the display. */
  progress(
    label: string,
    onCancel?: () => void,
  ): { update(fraction: number | null, label?: string): void; done(): void };
  /** Instants and ids come from here, so that handlers stay plain. */
  now(): Date;
  newId(): string;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('AppContext is missing');
  return app;
}
