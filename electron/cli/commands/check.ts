/** `check`: the check of briefings, for scripts: one finding a line. */
import { RULES } from '@shared/briefing/checks';
import type { Finding } from '@shared/briefing/checks';
import { checkContents } from '@shared/briefing/checkContents';
import { isAlive } from '@shared/model/record';
import { argumentsOf } from '../arguments';
import { contentsOf, KEY_OPTIONS } from '../bundles';
import { Ended } from '../io';
import type { Io } from '../io';

export const CHECK = 'check FILE [--briefing ID]';

const line = ({ severity, rule, sentence, words, standard }: Finding): string =>
  `  ${severity.padEnd(7)}  ${RULES[rule].title}: ${sentence}${words === '' ? '' : ` (“${words}”)`} [${standard}]`;

export async function check(given: readonly string[], io: Io): Promise<void> {
  const args = argumentsOf(given, CHECK, [1, 1], { ...KEY_OPTIONS, briefing: { type: 'string' } });
  const contents = await contentsOf(args.files[0]!, args, io);
  const wanted = args.text('briefing');
  const briefings = (contents.rows.briefings ?? []).filter((one) => isAlive(one) && (!wanted || one.id === wanted));
  if (wanted && briefings.length === 0) throw new Ended(`There is no briefing ${wanted} in the bundle.`);
  let errors = 0;
  for (const briefing of briefings) {
    const findings = checkContents(contents, briefing);
    io.out(
      `${briefing.title} (${briefing.id}): ${findings.length === 0 ? 'nothing found' : `${findings.length} found`}`,
    );
    for (const finding of findings) io.out(line(finding));
    errors += findings.filter(({ severity }) => severity === 'error').length;
  }
  if (briefings.length === 0) io.out('There is no briefing in the bundle.');
  if (errors > 0) throw new Ended(errors === 1 ? '1 error stands.' : `${errors} errors stand.`);
}
