/** Findings of the check that somebody accepted: kept in the briefing with the reason, who and when. */
import type { ActorId } from '../merge/clock';
import type { AcceptedFinding } from '../model/briefing';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';

/** What is known of a finding when it is accepted: enough to tell it again, and to say what it was about. */
export interface AcceptableFinding {
  readonly id: string;
  readonly rule: string;
  readonly words: string;
}

/**
 * The record of an acceptance; refused without a reason, which is what a reviewer will want to read.
 * @param said `at` is an ISO 8601 instant
 */
export function planAcceptedFinding(
  { id, rule, words }: AcceptableFinding,
  said: { readonly reason: string; readonly by: ActorId; readonly at: string },
): Result<AcceptedFinding, 'reason-missing'> {
  const reason = said.reason.trim();
  if (reason === '') return no('reason-missing');
  return yes({
    id: id.slice(0, 200),
    rule: rule.slice(0, 60),
    words: words.slice(0, 500),
    reason: reason.slice(0, 2_000),
    by: said.by,
    at: said.at,
  });
}

export interface SplitFindings<Found> {
  readonly open: readonly Found[];
  /** With what was said of each. */
  readonly accepted: readonly { readonly finding: Found; readonly why: AcceptedFinding }[];
  /** Accepted once, and no longer found. */
  readonly past: readonly AcceptedFinding[];
}

/** Findings by what was decided about them; each list keeps its order. */
export function splitFindings<Found extends { readonly id: string }>(
  findings: readonly Found[],
  accepted: readonly AcceptedFinding[],
): SplitFindings<Found> {
  const byId = new Map(accepted.map((one) => [one.id, one]));
  const found = new Set(findings.map((one) => one.id));
  return {
    open: findings.filter((one) => !byId.has(one.id)),
    accepted: findings.flatMap((finding) => {
      const why = byId.get(finding.id);
      return why ? [{ finding, why }] : [];
    }),
    past: accepted.filter((one) => !found.has(one.id)),
  };
}
