/** Refusals are values: a plan, a reader or a host says yes with a value or no with a reason from a closed list. */

export type Result<Value, Reason extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason; readonly detail?: string };

/** Yes, with its value. */
export const yes = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** No, with its reason; `detail` is a fact for the sentence (a name, a count), never a stack. */
export const no = <Reason extends string>(
  reason: Reason,
  detail?: string,
): { ok: false; reason: Reason; detail?: string } =>
  detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
