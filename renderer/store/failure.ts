/** Failures of the store, told apart by what a person can do about them. Nothing was written when one is thrown. */

export type FailureKind = 'storage-full' | 'newer-schema' | 'case-deleted' | 'storage-closed' | 'storage-broken';

export class StoreFailure extends Error {
  readonly kind: FailureKind;
  constructor(kind: FailureKind, cause: unknown) {
    super(kind, { cause });
    this.name = 'StoreFailure';
    this.kind = kind;
  }
}

const KIND_BY_NAME: Readonly<Record<string, FailureKind>> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'newer-schema',
  DatabaseClosedError: 'storage-closed',
  InvalidStateError: 'storage-closed',
  OpenFailedError: 'storage-broken',
  UnknownError: 'storage-broken',
  MissingAPIError: 'storage-broken',
};

/** The failure an error of Dexie or IndexedDB stands for; the error itself where it is not one of the store's. */
export function asFailure(error: unknown): unknown {
  if (error instanceof StoreFailure) return error;
  for (let e = error as { name?: string; inner?: unknown; cause?: unknown } | null | undefined; e;) {
    const kind = e.name === undefined ? undefined : KIND_BY_NAME[e.name];
    // A full disk hides inside an abort: look for the innermost reason first.
    const inner = (e.inner ?? e.cause) as typeof e;
    if (inner?.name && KIND_BY_NAME[inner.name]) {
      e = inner;
      continue;
    }
    if (kind) return new StoreFailure(kind, error);
    e = inner;
  }
  return error;
}
