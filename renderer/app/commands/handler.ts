/** What a handler is: asks, plans, writes through the open case's transact, and says how it went. */
import type { ArgsOf } from '@shared/commandArgs';
import type { CommandId } from '@shared/commands';
import type { Selection } from '../selection';
import type { App, Outcome, RunOptions } from '../context';
import type { OpenCase } from '../../store/openCase';

export interface CommandContext extends App {
  readonly selection: Selection;
  readonly options: RunOptions;
  /** The open case; throws where none is. Commands with `needsCase` are not run without one. */
  readonly theCase: OpenCase;
}

export type Handler<Id extends CommandId> = (context: CommandContext, args: ArgsOf<Id>) => Promise<Outcome> | Outcome;

/** Handlers of some commands: each file in this folder makes one such table with `satisfies`. */
export type HandlersFor<Ids extends CommandId> = { readonly [Id in Ids]: Handler<Id> };
