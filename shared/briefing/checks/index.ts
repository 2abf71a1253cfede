/**
 * The check of a briefing: every rule of the house read over a note and its evidence. It finds what standards ask for
 * and what a second reader would notice; what it cannot be sure of it leaves alone.
 */
import { accessDate } from './accessDate';
import { acronym } from './acronym';
import { assumptionsMissing } from './assumptionsMissing';
import { bottomLine } from './bottomLine';
import { circular } from './circular';
import { contextOf } from './context';
import type { CheckInput, Rule } from './context';
import { contradicted } from './contradicted';
import { dates } from './dates';
import { dateUnsupported } from './dateUnsupported';
import { descriptorMissing } from './descriptorMissing';
import { doubleHedge } from './doubleHedge';
import { figureUnsupported } from './figureUnsupported';
import { fingerprint, RULE_IDS } from './finding';
import type { Finding, RuleId } from './finding';
import { hypothesisMissing } from './hypothesisMissing';
import { judgementIncomplete } from './judgementIncomplete';
import { markingExceeded } from './markingExceeded';
import { mixedLikelihoodConfidence } from './mixedLikelihoodConfidence';
import { nameSpelling } from './nameSpelling';
import { nameWithheld } from './nameWithheld';
import { offScale } from './offScale';
import { outOfDate } from './outOfDate';
import { percentContradicts } from './percentContradicts';
import { quotationAltered } from './quotationAltered';
import { singleOrigin } from './singleOrigin';
import { sourceIncomplete } from './sourceIncomplete';
import { sourceSummary } from './sourceSummary';
import { staleCitation } from './staleCitation';
import { uncited } from './uncited';
import { weakSources } from './weakSources';

export type { CheckedJudgement, CheckInput, Rule } from './context';
export type { Finding, Fix, Range, RuleId, Severity } from './finding';

export const RULES: Readonly<Record<RuleId, Rule>> = {
  uncited,
  'single-origin': singleOrigin,
  'weak-sources': weakSources,
  'out-of-date': outOfDate,
  circular,
  contradicted,
  'quotation-altered': quotationAltered,
  'stale-citation': staleCitation,
  'off-scale': offScale,
  'mixed-likelihood-confidence': mixedLikelihoodConfidence,
  'percent-contradicts': percentContradicts,
  'double-hedge': doubleHedge,
  'figure-unsupported': figureUnsupported,
  'date-unsupported': dateUnsupported,
  'name-spelling': nameSpelling,
  'marking-exceeded': markingExceeded,
  'name-withheld': nameWithheld,
  'hypothesis-missing': hypothesisMissing,
  'assumptions-missing': assumptionsMissing,
  'judgement-incomplete': judgementIncomplete,
  'descriptor-missing': descriptorMissing,
  'access-date': accessDate,
  'source-incomplete': sourceIncomplete,
  'source-summary': sourceSummary,
  acronym,
  dates,
  'bottom-line': bottomLine,
};

/** The findings, those about the whole note first, then in the order of the text. */
export function checkBriefing(input: CheckInput): Finding[] {
  const context = contextOf(input);
  const findings: Finding[] = [];
  const met = new Map<string, number>();
  for (const rule of RULE_IDS) {
    const { standard, find } = RULES[rule];
    for (const { about, ...draft } of find(context)) {
      const print = `${rule}-${fingerprint(about)}`;
      const count = (met.get(print) ?? 0) + 1;
      met.set(print, count);
      // The same words twice in a note are two findings.
      const id = count === 1 ? print : `${print}-${count}`;
      if (!input.acceptedIds?.has(id)) findings.push({ id, rule, standard, ...draft });
    }
  }
  const place = (finding: Finding): number => finding.at?.from ?? -1;
  return findings.sort((a, b) => place(a) - place(b));
}
