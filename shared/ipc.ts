/**
 * What crosses between the page and Electron's main process: every channel once, with the shape of what is asked and
 * what is answered. Main checks both; the preload only knows the names (through types). Answers are values: yes with a
 * value, or no with a reason.
 */
import { z } from 'zod';
import { MAX_FILE_BYTES } from './limits';
import { isPlainName } from './plainName';
import type { FileRefusal, MenuState } from './platform';

/** Longest batch of journal lines in one call. */
const MAX_LINES = 100_000;
const MAX_SECRET_BYTES = 4096;
/** Bytes of one message: a larger file would stand in memory on both sides, and twice more on its way. */
export const LARGEST_MESSAGE = 16 * 1024 * 1024;

/** What a caller gets beside the refusals of the job itself: a wrong shape, a stranger, or a failure in main. */
export type IpcRefusal = FileRefusal | 'bad-request' | 'forbidden' | 'failed';

const REFUSALS = [
  'cancelled',
  'unreadable',
  'too-large',
  'no-space',
  'not-allowed',
  'handle-unknown',
  'bad-request',
  'forbidden',
  'failed',
] as const satisfies readonly IpcRefusal[];

const bytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= MAX_FILE_BYTES,
  'not bytes, or too many',
);
/** A key, or one that is wrapped: small, so that the keychain is no way to lock up other things. */
const secret = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength > 0 && value.byteLength <= MAX_SECRET_BYTES,
  'no secret, or too long',
);
/** One message at most; what is larger is staged first, and read by ranges. */
const part = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= LARGEST_MESSAGE,
  'not bytes, or too many for a message',
);
const fileName = z.string().min(1).max(255);
const handle = z.uuid();
const staged = z.strictObject({ staged: z.uuid() });
const given = z.union([part, staged]);
const offset = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Ids and hashes become names of files: nothing but their own letters may be in them. */
const caseId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const caseName = z.string().max(1000);
/** Of a file in a chosen folder. */
const plainName = z.string().max(255).refine(isPlainName, 'a plain name');
const nothing = z.null();
const none = z.strictObject({});

const filters = z
  .array(
    z.strictObject({
      name: z.string().max(100),
      extensions: z.array(z.string().regex(/^(?:\*|[A-Za-z0-9.]{1,20})$/)).max(50),
    }),
  )
  .max(20);
const handedFile = z.strictObject({
  handle,
  name: fileName,
  size: z.number().int().min(0),
  /** Below a folder that was chosen, with slashes; never where that folder is. */
  folder: z.string().max(8192).optional(),
});
/** Bytes, or a handle where they are too many for a message. */
const content = z.union([part, handedFile]);
const chosenFolder = z.strictObject({ handle, name: z.string().min(1).max(1000) });
const savedFile = z.strictObject({ name: fileName });
const line = z
  .string()
  .max(64 * 1024 * 1024)
  .refine((text) => !/[\r\n]/.test(text), 'one line');

/** Channels the page asks on: `thing:verb`, one object as argument. */
export const CHANNELS = {
  'file:open': {
    ask: z.strictObject({ title: z.string().max(200), filters, many: z.boolean() }),
    answer: z.array(handedFile),
  },
  'file:open-folder': {
    ask: z.strictObject({ title: z.string().max(200) }),
    answer: z.strictObject({ name: z.string().min(1).max(1000), files: z.array(handedFile) }),
  },
  'file:read': { ask: z.strictObject({ handle }), answer: bytes },
  /** The bytes from `from` up to `to`, fewer where the file ends before. */
  'file:read-part': { ask: z.strictObject({ handle, from: offset, to: offset }), answer: part },
  'stage:begin': { ask: z.strictObject({ size: offset }), answer: staged },
  'stage:append': { ask: z.strictObject({ staged: z.uuid(), bytes: part }), answer: nothing },
  'file:open-copy': { ask: z.strictObject({ name: fileName, bytes }), answer: nothing },
  'file:save': { ask: z.strictObject({ suggestedName: fileName, filters, bytes: given }), answer: savedFile },
  'print:pdf': {
    ask: z.strictObject({ suggestedName: fileName, html: z.string().max(256 * 1024 * 1024) }),
    answer: savedFile,
  },
  'menu:state': {
    ask: z.strictObject({
      enabled: z.array(z.string().max(100)).max(1000),
      undoLabel: z.string().max(300).nullable(),
      redoLabel: z.string().max(300).nullable(),
    }),
    answer: nothing,
  },
  'open:listen': { ask: none, answer: nothing },
  'quit:done': { ask: z.strictObject({ id: z.uuid() }), answer: nothing },
  'copy:list': {
    ask: none,
    answer: z.array(
      z.strictObject({
        caseId,
        name: caseName,
        lastSeq: seq,
        backupSeq: seq.nullable(),
        backupAt: z.string().nullable(),
      }),
    ),
  },
  'copy:append': {
    ask: z.strictObject({ caseId, name: caseName, lastSeq: seq, lines: z.array(line).max(MAX_LINES) }),
    answer: nothing,
  },
  'copy:put-blob': { ask: z.strictObject({ caseId, sha256, bytes: given }), answer: nothing },
  'copy:read-blob': { ask: z.strictObject({ caseId, sha256 }), answer: content.nullable() },
  'copy:put-backup': { ask: z.strictObject({ caseId, name: caseName, seq, bytes: given }), answer: nothing },
  'copy:read-backup': { ask: z.strictObject({ caseId }), answer: z.strictObject({ seq, bytes: content }).nullable() },
  'copy:read-log': { ask: z.strictObject({ caseId, afterSeq: seq }), answer: z.array(z.string()) },
  'copy:remove': { ask: z.strictObject({ caseId }), answer: nothing },
  'copy:put-settings': { ask: z.strictObject({ json: z.string().max(16 * 1024 * 1024) }), answer: nothing },
  'copy:read-settings': { ask: none, answer: z.string().nullable() },
  'copy:free-space': { ask: none, answer: z.number().min(0).nullable() },
  'folder:choose': { ask: z.strictObject({ title: z.string().max(200) }), answer: chosenFolder },
  'folder:list': {
    ask: z.strictObject({ handle, suffix: z.string().regex(/^\.[a-z0-9]{1,20}$/) }),
    answer: z.array(z.strictObject({ name: plainName, size: z.number().int().min(0), modified: z.number() })),
  },
  'folder:read': { ask: z.strictObject({ handle, name: plainName }), answer: content },
  'folder:write': { ask: z.strictObject({ handle, name: plainName, bytes: given }), answer: nothing },
  'folder:remove': { ask: z.strictObject({ handle, name: plainName }), answer: nothing },
  'folder:forget': { ask: z.strictObject({ handle }), answer: nothing },
  'key:wrap': { ask: z.strictObject({ bytes: secret }), answer: secret },
  'key:unwrap': { ask: z.strictObject({ bytes: secret }), answer: secret },
} as const;

/** Channels main speaks on. */
export const EVENTS = {
  'menu:command': z.strictObject({ id: z.string() }),
  'open:file': handedFile,
  'quit:ask': z.strictObject({ id: z.uuid() }),
} as const;

export type Channel = keyof typeof CHANNELS;
export type EventName = keyof typeof EVENTS;
export type Ask<C extends Channel> = z.input<(typeof CHANNELS)[C]['ask']>;
export type Answer<C extends Channel> = z.output<(typeof CHANNELS)[C]['answer']>;
export type EventPayload<E extends EventName> = z.output<(typeof EVENTS)[E]>;
export type HandedFile = z.output<typeof handedFile>;

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: IpcRefusal; readonly detail?: string | undefined };

/** The shape of every answer, whatever the channel. */
export const replyOf = (answer: z.ZodType): z.ZodType =>
  z.union([
    z.strictObject({ ok: z.literal(true), value: answer }),
    z.strictObject({ ok: z.literal(false), reason: z.enum(REFUSALS), detail: z.string().optional() }),
  ]);

type Call<C extends Channel> = (ask: Ask<C>) => Promise<Reply<Answer<C>>>;

/** The one object the preload puts on the page. No function of it takes or gives a path. */
export interface CollateDesktop {
  readonly os: 'mac' | 'windows' | 'linux';
  readonly version: string;
  readonly openFiles: Call<'file:open'>;
  readonly openFolder: Call<'file:open-folder'>;
  readonly readFile: Call<'file:read'>;
  readonly readFilePart: Call<'file:read-part'>;
  readonly beginStage: Call<'stage:begin'>;
  readonly appendStage: Call<'stage:append'>;
  readonly openCopy: Call<'file:open-copy'>;
  readonly saveFile: Call<'file:save'>;
  readonly printToPdf: Call<'print:pdf'>;
  readonly wrapSecret: Call<'key:wrap'>;
  readonly unwrapSecret: Call<'key:unwrap'>;
  setMenuState(state: MenuState): void;
  onCommand(listener: (id: string) => void): () => void;
  onOpenFile(listener: (file: HandedFile) => void): () => void;
  onBeforeQuit(listener: () => Promise<void>): () => void;
  readonly copy: {
    readonly list: Call<'copy:list'>;
    readonly append: Call<'copy:append'>;
    readonly putBlob: Call<'copy:put-blob'>;
    readonly readBlob: Call<'copy:read-blob'>;
    readonly putBackup: Call<'copy:put-backup'>;
    readonly readBackup: Call<'copy:read-backup'>;
    readonly readLog: Call<'copy:read-log'>;
    readonly remove: Call<'copy:remove'>;
    readonly putSettings: Call<'copy:put-settings'>;
    readonly readSettings: Call<'copy:read-settings'>;
    readonly freeSpace: Call<'copy:free-space'>;
  };
  readonly folders: {
    readonly choose: Call<'folder:choose'>;
    readonly list: Call<'folder:list'>;
    readonly read: Call<'folder:read'>;
    readonly write: Call<'folder:write'>;
    readonly remove: Call<'folder:remove'>;
    readonly forget: Call<'folder:forget'>;
  };
}
