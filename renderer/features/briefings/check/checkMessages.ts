/** What the page and the worker of the check say to each other. What is looked up is sent along as plain rows. */
import type { CheckedJudgement, CheckInput } from '@shared/briefing/checks/context';
import type { Finding, RuleId } from '@shared/briefing/checks/finding';
import type { Document } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import type { Hypothesis } from '@shared/model/hypothesis';
import type { LinkFields } from '@shared/model/link';
import type { Place } from '@shared/model/place';
import type { Source } from '@shared/model/source';
import type { Tag } from '@shared/model/tag';

/** The evidence and the settings of a check: everything but the text. Its tags stay the same object until one changes. */
export interface CheckGround {
  readonly briefing: Omit<CheckInput['briefing'], 'body'>;
  readonly language: string;
  readonly scale: CheckInput['scale'];
  readonly horizonDays: number;
  /** What is cited, and what is linked to it. */
  readonly excerpts: readonly Excerpt[];
  readonly documents: readonly Document[];
  readonly sources: readonly Source[];
  /** Where the cited ones stand, by excerpt id. */
  readonly places: readonly (readonly [string, Place])[];
  readonly links: readonly LinkFields[];
  readonly tags: readonly Tag[];
  readonly hypotheses: readonly Hypothesis[];
  readonly judgements: readonly CheckedJudgement[];
}

/** What is left out is as it was in the question before: copying a large case's tags for each pause would be felt. */
export interface CheckQuestion {
  readonly number: number;
  readonly ground?: Omit<CheckGround, 'tags'>;
  readonly tags?: CheckGround['tags'];
  /** The text as the editor gives it; it is made clean in the worker. */
  readonly body: CheckInput['briefing']['body'];
}

export interface CheckAnswer {
  readonly number: number;
  /** Null where the check failed over this text. */
  readonly findings: readonly Finding[] | null;
  /** The rules that were looked at, with what each is called. */
  readonly rules: Readonly<Partial<Record<RuleId, string>>>;
}
