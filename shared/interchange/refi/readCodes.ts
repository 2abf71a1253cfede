/** Codes of a project or codebook as tags: the tree, colours, descriptions, and folders that are not for coding. */
import { TAG_HUES } from '../../model/tag';
import type { Tag } from '../../model/tag';
import { hueForNewTag, tidyAliases } from '../../model/tagMerge';
import { hueOf } from './colours';
import { fitted } from './drafts';
import type { Reading, TagDraft } from './drafts';
import { FOLDER_LINE, labelledLine, oneLine, readLabelled, SET } from './labelled';
import { takeNotes } from './readNotes';
import { childOf, childrenOf, guidOf, valueOf, wordsOf } from './xml';
import type { XmlElement } from './xml';

/** Takes the codes in, parents before children. */
export function readCodes(codes: XmlElement | undefined, reading: Reading): void {
  let recoloured = 0;
  const roots: Pick<Tag, 'id' | 'parentId' | 'hue'>[] = [];
  const take = (element: XmlElement, parent: TagDraft | null): void => {
    const { report, tools, tags } = reading;
    const guid = guidOf(element);
    if (tags.has(guid)) report.lose('A code has the same identifier as another; codings by it went to the first.');
    const colour = valueOf(element, 'color');
    const own = hueOf(colour);
    if (own !== null) recoloured += 1;
    const hue = own ?? parent?.hue ?? hueForRoot(roots);
    const described = readLabelled(wordsOf(element, 'Description'), ['Set', 'Also called', 'Folder']);
    const draft: TagDraft = {
      id: tools.newId(),
      name: fitted(oneLine(valueOf(element, 'name')), 200, 'The name of a code', report) || 'Code without a name',
      parentId: parent?.id ?? null,
      hue: hue % TAG_HUES,
      kind: 'topic',
      aliases: tidyAliases(described.aliases, '')
        .filter((alias) => alias.length <= 200)
        .slice(0, 200),
      texts: [described.text],
      lines: described.sets.map((set) => labelledLine(SET, set)),
    };
    const codable = valueOf(element, 'isCodable').trim();
    if (codable === 'false' || codable === '0') draft.lines.push(FOLDER_LINE);
    if (parent === null) roots.push({ id: draft.id, parentId: null, hue: draft.hue });
    tags.set(tags.has(guid) || guid === '' ? draft.id : guid, draft);
    report.count('tags');
    takeNotes(element, draft.texts, reading);
    for (const child of childrenOf(element, 'Code')) take(child, draft);
  };
  for (const element of childrenOf(codes, 'Code')) take(element, null);
  if (recoloured > 0)
    reading.report.notice('Colours of codes became the nearest of the twelve colours that tags have.');
}

/** The elements that hold codes, wherever the root keeps them. */
export const codesOf = (root: XmlElement): XmlElement | undefined =>
  childOf(root.name === 'CodeBook' ? root : childOf(root, 'CodeBook'), 'Codes');

const hueForRoot = (roots: readonly Pick<Tag, 'id' | 'parentId' | 'hue'>[]): number =>
  hueForNewTag(null, new Map(roots.map((root) => [root.id, root as Tag])));
