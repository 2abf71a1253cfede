/** A report to copy after a failure: versions, the command, the stack. Never a word of a document or an excerpt. */
import { StoreFailure } from '../store/failure';

export interface FailureReport {
  /** `storage-full` and the like, `unknown` for everything else. */
  readonly kind: string;
  readonly command: string;
  readonly text: string;
}

/** Stack frames name code, not content; the message of an unknown error may quote content and is left out. */
const framesOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')
    : '';

export function reportOf(error: unknown, command: string, version: string): FailureReport {
  const kind = error instanceof StoreFailure ? error.kind : 'unknown';
  const name = error instanceof Error ? error.name : typeof error;
  return {
    kind,
    command,
    text: [
      `Collate ${version}`,
      navigator.userAgent,
      `command: ${command}`,
      `failure: ${kind} (${name})`,
      framesOf(error),
    ].join('\n'),
  };
}
