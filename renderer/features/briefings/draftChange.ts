/** Keeping a text that is being typed: whole once, and from then on only the blocks that differ from it. */
import type { Node } from '@tiptap/pm/model';
import type { BodyNode } from '@shared/model/briefing';
import type { CaseDatabase } from '../../store/caseDatabase';
import { dropDraft, keepDraft, keepDraftChange } from '../../store/drafts';
import type { DraftChange } from '../../store/drafts';
import { changedBlocks } from './changes';

/** Of a text with so many blocks changed, or more, the whole is kept anew. */
const MOST_BLOCKS = 24;

/** The blocks of a text that differ from another. */
export function changeSince(base: Node, now: Node): DraftChange {
  const { from, count, added } = changedBlocks(base, now);
  const blocks = Array.from({ length: added }, (_, i) => now.child(from + i).toJSON() as BodyNode);
  return { from, count, blocks };
}

/** Keeps drafts of one briefing, each with the stamp of the stored text it is typed over. */
export function draftsOf(db: CaseDatabase, briefingId: string, window: string, textNow: () => Node) {
  let over = '';
  let base: Node | null = null;
  return {
    keep: (): void => {
      const text = textNow();
      const change = base && changeSince(base, text);
      if (change && change.blocks.length < MOST_BLOCKS) {
        keepDraftChange(db, briefingId, over, change);
        return;
      }
      base = text;
      keepDraft(db, { briefingId, body: text.toJSON() as BodyNode, over, window });
    },
    drop: (): void => {
      base = null;
      dropDraft(db, briefingId);
    },
    typedOver: (stamp: string): void => {
      over = stamp;
    },
  };
}
