/** Between the record's body and the editor's: the same JSON under two types. */
import type { JSONContent } from '@tiptap/core';
import { cleanBody } from '@shared/briefing/bodySchema';
import type { BodyNode } from '@shared/model/briefing';

/** A body made safe, as the editor takes it. */
export const contentOf = (body: BodyNode): JSONContent => cleanBody(body) as JSONContent;
