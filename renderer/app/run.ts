/** Runs commands: finds the handler, catches a failure once, says refusals in a sentence. */
import { COMMANDS } from '@shared/commands';
import type { CommandId, CommandRow } from '@shared/commands';
import { failureSentence, refusalSentence } from '@shared/messages';
import { no } from '@shared/model/result';
import { VERSION } from '@shared/version';
import { HANDLERS } from './commands';
import type { CommandContext } from './commands/handler';
import type { App, Outcome, Run, RunOptions } from './context';
import { whileUnderWay } from './lastWords';
import { reportOf } from './report';
import type { FailureReport } from './report';
import { getSelection } from './selection';

/**
 * The one way from a view to a handler.
 * @param app read at each run, so that a handler sees the case that is open then
 * @param onFailure shows what failed, with a report to copy
 */
export function makeRun(app: () => App, onFailure: (report: FailureReport) => void): Run {
  return async (id: CommandId, ...rest: unknown[]): Promise<Outcome> => {
    const [args, options = {}] = rest as [unknown, RunOptions?];
    const now = app();
    if ((COMMANDS[id] as CommandRow).needsCase && !now.openCase) return refuse(now, no('no-case'), options);
    const context: CommandContext = {
      ...now,
      selection: getSelection(),
      options,
      get theCase() {
        if (!now.openCase) throw new Error(`${id} needs a case`);
        return now.openCase;
      },
    };
    const through = whileUnderWay(now.openCase?.id, id, args, options);
    try {
      const handler = HANDLERS[id] as (context: CommandContext, args: unknown) => Promise<Outcome> | Outcome;
      return refuse(now, await handler(context, args), options);
    } catch (error) {
      const report = reportOf(error, id, VERSION);
      onFailure(report);
      return no(report.kind, failureSentence(report.kind));
    } finally {
      through();
    }
  };
}

function refuse(app: App, outcome: Outcome, options: RunOptions): Outcome {
  if (!outcome.ok && options.refusal !== 'return') {
    const sentence = refusalSentence(outcome.reason, outcome.detail);
    if (sentence) app.toast(sentence, { tone: 'warning' });
  }
  return outcome;
}
