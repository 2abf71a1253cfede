/** Links, sets, cases and users: what ties the parts of a project together. */
import type { Maker, Making } from '../making';
import { analystRecordId, initialsOf } from '../../model/analyst';
import { LINK_TYPES, planLink } from '../../model/link';
import type { LinkEndTable, LinkFields } from '../../model/link';
import { TAG_KINDS } from '../../model/tag';
import { afford, cutAt, fitted } from './drafts';
import type { Reading } from './drafts';
import { KIND_SET, labelledLine, oneLine, paragraphs, SET } from './labelled';
import { HYPOTHESES } from './readHypotheses';
import { takeNotes } from './readNotes';
import { takeVariables } from './readSources';
import { childOf, childrenOf, guidOf, valueOf, wordsOf } from './xml';
import type { XmlElement } from './xml';

/** Adds a line to all that is in a set, or sets the kind of tags. */
export function readSets(sets: XmlElement | undefined, { report, tags, documents, about, hypotheses }: Reading): void {
  for (const set of childrenOf(sets, 'Set')) {
    if (hypotheses.size > 0 && valueOf(set, 'name') === HYPOTHESES) continue;
    const name = fitted(oneLine(valueOf(set, 'name')), 200, 'The name of a set', report) || 'Set without a name';
    const kind = TAG_KINDS.find((one) => name === `${KIND_SET}${one}`);
    let members = 0;
    for (const member of set.children) {
      if (!member.name.startsWith('Member')) continue;
      const guid = guidOf(member, 'targetGUID') || guidOf(member);
      const tag = member.name === 'MemberCode' ? tags.get(guid) : undefined;
      const draft = tag ?? (member.name === 'MemberCode' ? undefined : documents.get(guid));
      if (!draft) report.lose('A member of a set was left out, since it did not come over itself.');
      else {
        members += 1;
        if (tag && kind) tag.kind = kind;
        else draft.lines.push(labelledLine(SET, name));
      }
    }
    if (kind && members > 0) continue;
    if (members > 0) report.count('sets');
    else report.lose('A set without members that came over has no place.');
    const description = wordsOf(set, 'Description');
    if (description !== '') about.push(`About the set “${name}”: ${description}`);
  }
}

/** Adds what a case says to the notes of the sources and passages it names. */
export function readCases(project: XmlElement, reading: Reading): void {
  const { report, documents, excerpts } = reading;
  const variables = new Map(
    childrenOf(childOf(project, 'Variables'), 'Variable').map((one) => [
      guidOf(one),
      cutAt(oneLine(valueOf(one, 'name')), 200),
    ]),
  );
  for (const one of childrenOf(childOf(project, 'Cases'), 'Case')) {
    const values = childrenOf(one, 'VariableValue').map((value) => {
      const name = variables.get(guidOf(childOf(value, 'VariableRef') ?? value, 'targetGUID')) ?? 'Variable';
      return `${name}: ${value.children.find((child) => child.name.endsWith('Value'))?.text.trim() ?? ''}`;
    });
    const line = labelledLine('Case', [valueOf(one, 'name'), ...values].filter(Boolean).join('; '));
    const text = fitted(paragraphs([line, wordsOf(one, 'Description')]), 2000, 'What a case says', report);
    const targets = [
      ...childrenOf(one, 'SourceRef').map((reference) => documents.get(guidOf(reference, 'targetGUID'))),
      ...childrenOf(one, 'SelectionRef').map((reference) => excerpts.get(guidOf(reference, 'targetGUID'))),
    ].filter((target) => target !== undefined);
    for (const target of targets) if (afford(reading, text.length)) target.texts.push(text);
    if (targets.length === 0) reading.about.push(text);
    report.notice('Cases of the project are named in the notes of what they hold.');
  }
  const sources = [...(childOf(project, 'Sources')?.children ?? []), ...childrenOf(childOf(project, 'Notes'), 'Note')];
  for (const source of sources) {
    const draft = documents.get(guidOf(source));
    if (!draft) continue;
    takeVariables(source, variables, draft);
    takeNotes(source, draft.texts, reading, draft.since);
    const codes = childrenOf(source, 'Coding').concat(childrenOf(childOf(source, 'Representation'), 'Coding'));
    for (const coding of codes) {
      const tag = reading.tags.get(guidOf(childOf(coding, 'CodeRef') ?? coding, 'targetGUID'));
      if (tag) draft.texts.push(labelledLine('Coded as a whole', tag.name));
      report.lose('A coding of a whole source is written in the note of its document, since documents have no tags.');
    }
  }
}

/** Links between excerpts and hypotheses; their type is told by their name. */
export function readLinks(links: XmlElement | undefined, making: Making, reading: Reading): void {
  const { report, excerpts, hypotheses } = reading;
  const made = new Map<string, LinkFields[]>();
  const endOf = (guid: string): { readonly table: LinkEndTable; readonly id: string } | null => {
    const [excerpt, hypothesis] = [excerpts.get(guid), hypotheses.get(guid)];
    if (excerpt) return { table: 'excerpts', id: excerpt.id };
    return hypothesis ? { table: 'hypotheses', id: hypothesis.id } : null;
  };
  for (const link of childrenOf(links, 'Link')) {
    const from = endOf(guidOf(link, 'originGUID'));
    const to = endOf(guidOf(link, 'targetGUID'));
    const notes: string[] = [];
    const since = new Map<string, Maker>();
    takeNotes(link, notes, reading, since);
    if (!from || !to) {
      report.lose('A link was left out: one of its ends is no passage or hypothesis that came over.');
      continue;
    }
    const name = oneLine(valueOf(link, 'name'));
    const known = LINK_TYPES.find((type) => type === name.toLowerCase());
    const note = fitted(paragraphs([known ? '' : name, ...notes]), 20_000, 'The note of a link', report);
    const fields: LinkFields = {
      fromTable: from.table,
      fromId: from.id,
      toTable: to.table,
      toId: to.id,
      type: known ?? 'relates to',
      note,
    };
    const key = [from.id, to.id].sort().join(' ');
    const planned = planLink(fields, made.get(key) ?? []);
    if (!planned.ok) {
      report.lose('A link stands twice or leads to its own beginning, and was left out.');
      continue;
    }
    made.set(key, [...(made.get(key) ?? []), planned.value]);
    making.add('links', planned.value, undefined, { by: since.get('note') ?? null });
    report.count('links');
  }
}

/** The actor of each user, before anything is asked who made it. One that this program wrote is the same again. */
export async function readActors(users: XmlElement | undefined, { tools, actors }: Reading): Promise<void> {
  for (const user of childrenOf(users, 'User')) {
    const guid = guidOf(user);
    actors.set(guid, actorOf(guid) ?? (await tools.sha256(tools.encode(`refi user ${guid}`))).slice(0, 10));
  }
}

/** Users as analysts. */
export function readUsers(users: XmlElement | undefined, making: Making, { report, actors }: Reading): void {
  const met = new Set<string>();
  for (const user of childrenOf(users, 'User')) {
    const guid = guidOf(user);
    const actor = actors.get(guid)!;
    // Somebody without a record in the case it was written from.
    if (actorOf(guid) !== null && valueOf(user, 'name') === actor) continue;
    if (met.has(actor)) {
      report.lose('A user has the same identifier as another and was left out.');
      continue;
    }
    met.add(actor);
    const name =
      fitted(oneLine(valueOf(user, 'name') || valueOf(user, 'id')), 120, 'The name of a user', report) || 'Unnamed';
    const initials = oneLine(valueOf(user, 'id'));
    making.add(
      'analysts',
      { actor, name, initials: initials !== '' && initials.length <= 8 ? initials : initialsOf(name).slice(0, 8) },
      analystRecordId(actor),
    );
    report.count('analysts');
  }
}

/** The actor whose record id a GUID is; null for any other. */
function actorOf(guid: string): string | null {
  const match = /^00000000-([0-9a-f]{4})-8([0-9a-f]{3})-8([0-9a-f]{3})-([0-9a-f]{12})$/.exec(guid);
  if (!match) return null;
  const hex = `${match[1]}${match[2]}${match[3]}${match[4]!.slice(2)}`;
  const actor = hex.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return /^[0-9a-z]{10}$/.test(actor) && analystRecordId(actor) === guid ? actor : null;
}
