/** Tags as codes: the tree, with what codes have no field for as lines of the description, and sets. */
import { TAG_KINDS } from '../../model/tag';
import type { Tag } from '../../model/tag';
import type { ReportMaker } from '../report';
import { colourOf } from './colours';
import { ALIAS, KIND_SET, labelledLine, NOTE_SET, readLabelled, writeLabelled } from './labelled';
import { element, wordsElement, wrapper } from './xmlWrite';
import { guidFrom } from './writeParts';

/** Levels of tags that are written, so that readers with a limit take them. */
const DEEPEST_CODE = 200;

export interface WrittenCodes {
  /** The `Codes` element; empty where there is no tag. */
  readonly codes: string;
  /** Set name to the ids of its tags. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
}

/** The tags as a tree of codes, in the order they were made. A ring, which a merge can make, is opened once. */
export function writeCodes(tags: readonly Tag[], report: ReportMaker): WrittenCodes {
  const sets = new Map<string, string[]>();
  const join = (name: string, id: string): void => {
    const members = sets.get(name);
    if (members) members.push(id);
    else sets.set(name, [id]);
  };
  const known = new Set(tags.map((tag) => tag.id));
  const children = new Map<string | null, Tag[]>();
  for (const tag of tags) {
    const parent = tag.parentId !== null && known.has(tag.parentId) ? tag.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(tag);
    else children.set(parent, [tag]);
  }
  const written = new Set<string>();
  const tooDeep: Tag[] = [];
  const write = (tag: Tag, depth = 0): string => {
    written.add(tag.id);
    const { text, sets: own, isFolder } = readLabelled(tag.description, ['Set', 'Folder']);
    for (const name of own) join(name, tag.id);
    if (tag.kind !== 'topic') join(`${KIND_SET}${tag.kind}`, tag.id);
    if (tag.withhold)
      report.notice(
        'Names of tags that must not leave the case are written. Export a redacted copy of the case instead.',
      );
    const description = writeLabelled(
      text,
      tag.aliases.map((alias) => labelledLine(ALIAS, alias)),
    );
    report.count('tags');
    const below = (children.get(tag.id) ?? []).filter((child) => !written.has(child.id));
    if (depth >= DEEPEST_CODE) tooDeep.push(...below.splice(0));
    return element(
      'Code',
      { guid: tag.id, name: tag.name, isCodable: isFolder ? 'false' : 'true', color: colourOf(tag.hue) },
      [wordsElement('Description', description), ...below.map((child) => write(child, depth + 1))],
    );
  };
  const roots = (children.get(null) ?? []).map((tag) => write(tag));
  for (let next = tooDeep.pop(); next; next = tooDeep.pop()) {
    roots.push(write(next));
    report.notice('Tags that lie very deep in the tree are written at its top.');
  }
  for (const tag of tags) {
    if (written.has(tag.id)) continue;
    roots.push(write(tag));
    report.notice('Tags that stood below each other in a ring are written one below the other.');
  }
  return { codes: wrapper('Codes', roots), sets };
}

/** The `Sets` element of codes, and of documents by set name; empty where there is none. */
export function writeSets(
  ofTags: ReadonlyMap<string, readonly string[]>,
  ofSources: ReadonlyMap<string, readonly string[]>,
  memberAttribute: 'guid' | 'targetGUID',
  notes: ReadonlySet<string>,
  report: ReportMaker,
): string {
  const names = [...new Set([...ofTags.keys(), ...ofSources.keys()])].sort();
  const sets: string[] = [];
  for (const name of names) {
    const members = [...(ofSources.get(name) ?? [])];
    if (!name.startsWith(NOTE_SET) && !TAG_KINDS.some((kind) => name === `${KIND_SET}${kind}`)) report.count('sets');
    sets.push(
      element('Set', { guid: guidFrom('set', name), name }, [
        ...(ofTags.get(name) ?? []).map((id) => element('MemberCode', { [memberAttribute]: id })),
        ...members.filter((id) => !notes.has(id)).map((id) => element('MemberSource', { targetGUID: id })),
        ...members.filter((id) => notes.has(id)).map((id) => element('MemberNote', { targetGUID: id })),
      ]),
    );
  }
  return wrapper('Sets', sets);
}
