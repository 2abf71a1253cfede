/**
 * Makes and reads bundles beside the page. Contents come and go in pieces, so that no single message stops the page
 * for as long as a whole case takes to copy. One bundle, one worker; who wants to stop it ends it.
 */
// First: zod compiles its schemas where they are made, which the page's policy forbids.
import './bundleJitless';
import { inspectBundle, readBundle, writeBundle } from '@shared/bundle';
import type { BundleHeader, BundleRefusal } from '@shared/bundle';
import { seal, unseal } from '@shared/bundle/seal/age';
import type { Key, Lock, SealRefusal } from '@shared/bundle/seal/age';
import { redactContents } from '@shared/bundle/share/redact';
import type { RedactionWishes } from '@shared/bundle/share/redact';
import type { Result } from '@shared/model/result';
import { joinPieces, pieces } from './bundlePieces';
import type { Piece } from './bundlePieces';
import { bundleTools } from './bundleTools';

export type BundleAsk =
  | { readonly ask: 'read' | 'inspect'; readonly bytes: Uint8Array }
  | { readonly ask: 'take'; readonly piece: Piece }
  | { readonly ask: 'write' }
  | { readonly ask: 'redact'; readonly wishes: RedactionWishes }
  | { readonly ask: 'seal'; readonly bytes: Uint8Array; readonly lock: Lock }
  | { readonly ask: 'unseal'; readonly bytes: Uint8Array; readonly key: Key };

export type BundleAnswer =
  | { readonly done: number }
  | { readonly piece: Piece }
  | { readonly written: Uint8Array }
  | { readonly read: Result<null, BundleRefusal> }
  | { readonly inspected: Result<BundleHeader, BundleRefusal> }
  | { readonly redacted: true }
  | { readonly sealed: Uint8Array }
  | { readonly unsealed: Result<Uint8Array, SealRefusal> }
  | { readonly failure: string };

const answer = (message: BundleAnswer, transfer: Transferable[] = []): void => self.postMessage(message, { transfer });

const REPORT_EVERY = 50;
let reported = 0;
function report(done: number): void {
  const now = performance.now();
  if (now - reported < REPORT_EVERY) return;
  reported = now;
  answer({ done });
}

const taken: Piece[] = [];

async function handle(message: BundleAsk): Promise<void> {
  if (message.ask === 'take') taken.push(message.piece);
  else if (message.ask === 'write') {
    const bytes = await writeBundle(joinPieces(taken), bundleTools, report);
    answer({ written: bytes }, [bytes.buffer as ArrayBuffer]);
  } else if (message.ask === 'redact') {
    for (const piece of pieces(await redactContents(joinPieces(taken), message.wishes, bundleTools))) answer({ piece });
    answer({ redacted: true });
  } else if (message.ask === 'seal') answer({ sealed: await seal(message.bytes, message.lock) });
  else if (message.ask === 'unseal') answer({ unsealed: await unseal(message.bytes, message.key) });
  else if (message.ask === 'inspect') answer({ inspected: await inspectBundle(message.bytes, bundleTools) });
  else {
    const read = await readBundle(message.bytes, bundleTools, { onProgress: report });
    if (!read.ok) return answer({ read });
    for (const piece of pieces(read.value)) answer({ piece });
    answer({ read: { ok: true, value: null } });
  }
}

self.addEventListener('message', (event: MessageEvent<BundleAsk>) => {
  handle(event.data).catch((error: unknown) =>
    answer({ failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
  );
});
