/** Names of the bundles in an exchange folder: whose they are can be told before they are read. */
import { ACTOR_PATTERN } from '../../merge/clock';
import type { ActorId } from '../../merge/clock';

export const FOLDER_SUFFIX = '.collate';
/** What an encrypted one has behind it. */
export const SEALED_SUFFIX = '.age';

export interface FolderName {
  readonly caseId: string;
  readonly actor: ActorId;
  /** Rises with each bundle of this actor. */
  readonly seq: number;
}

const CASE_ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** A sync program may put something of its own behind the name: "(conflicted copy)", the name of a machine. */
const NAME = new RegExp(`case-(${CASE_ID})\\.([0-9a-z]{10})-([0-9]{1,9})-[0-9a-f]{8}(?![0-9a-f])`);

/**
 * The name of a bundle in the folder. Part of its hash is in it, so that no two different bundles ever have one name,
 * also where a profile was copied and both write.
 * @param sha256 of the bundle's bytes, hex
 */
export const folderName = ({ caseId, actor, seq }: FolderName, sha256: string): string =>
  `case-${caseId}.${actor}-${String(seq).padStart(6, '0')}-${sha256.slice(0, 8)}${FOLDER_SUFFIX}`;

/** What a name says, also of a file that a sync program renamed; null where it says nothing. It proves nothing. */
export function readFolderName(name: string): FolderName | null {
  const [, caseId, actor, seq] = NAME.exec(name) ?? [];
  return caseId && actor && ACTOR_PATTERN.test(actor) ? { caseId, actor, seq: Number(seq) } : null;
}
