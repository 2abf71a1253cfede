/** Analysts, sources and tags as identities, locations and incidents. */
import { actorOf } from '../../merge/clock';
import { living } from '../../model/record';
import type { RecordBase } from '../../model/record';
import { reliabilityOf } from '../../model/source';
import type { SourceKind } from '../../model/source';
import type { TagKind } from '../../model/tag';
import { EXTENSION_ID, stixId } from './ids';
import { MARKING_IDS } from './markings';
import { addObject } from './objects';
import type { Writing } from './objects';

/** Everybody who made a record, named where the case knows the name. */
export function addAnalysts({ contents, objects, markings, report }: Writing): void {
  const names = new Map(contents.rows.analysts?.map((row) => [row.actor, row.name]));
  const records: RecordBase[] = [contents.case, ...Object.values(contents.rows).flat()];
  const marking = contents.case.marking;
  for (const actor of [...new Set(records.map((record) => actorOf(record.created)))].toSorted()) {
    objects.push({
      type: 'identity',
      spec_version: '2.1',
      id: stixId('identity', `actor/${actor}`),
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
      name: names.get(actor) ?? actor,
      identity_class: 'individual',
      object_marking_refs: [MARKING_IDS[marking]],
    });
    markings.add(marking);
    report.count('identity');
  }
}

const SOURCE_CLASS = (kind: SourceKind): string =>
  kind === 'person' || kind === 'official' ? 'individual' : 'organization';

export function addSources(writing: Writing): void {
  const { contents, ids } = writing;
  const sources = living(contents.rows.sources);
  const { marking } = contents.case;
  for (const source of sources) {
    const reliability = reliabilityOf(source);
    addObject(writing, 'identity', source, marking, {
      name: source.name,
      description: source.description,
      identity_class: SOURCE_CLASS(source.kind),
      labels: reliability ? [`admiralty-scale:source-reliability="${reliability.toLowerCase()}"`] : [],
      extensions: {
        [EXTENSION_ID]: {
          extension_type: 'property-extension',
          source_kind: source.kind,
          ...(source.aliases.length > 0 ? { aliases: source.aliases } : {}),
        },
      },
    });
  }
  for (const source of sources) {
    const origin = ids.get(source.originId ?? '');
    if (origin === undefined) continue;
    addObject({ ...writing, ids: new Map() }, 'relationship', source, marking, {
      relationship_type: 'derived-from',
      source_ref: ids.get(source.id),
      target_ref: origin,
      description: 'Takes its information from.',
    });
  }
}

const TAG_TYPE: Readonly<Record<TagKind, string | null>> = {
  person: 'identity',
  organisation: 'identity',
  place: 'location',
  event: 'incident',
  topic: null,
  equipment: null,
};

/** Persons, organisations, places and events become objects; topics and equipment stay labels of what they tag. */
export function addTags(writing: Writing): void {
  const { contents, ids, report } = writing;
  const tags = living(contents.rows.tags);
  const { marking } = contents.case;
  for (const tag of tags) {
    const type = TAG_TYPE[tag.kind];
    if (type === null) {
      report.lose('A topic or equipment tag is no object; it stands as a label of the excerpts that have it.');
      continue;
    }
    addObject(writing, type, tag, marking, {
      name: tag.name,
      description: tag.description,
      // A location has to have a region, country or position; a tag knows none but its name.
      region: type === 'location' ? tag.name : null,
      identity_class: type === 'identity' ? (tag.kind === 'person' ? 'individual' : 'organization') : null,
      extensions: {
        [EXTENSION_ID]: {
          extension_type: 'property-extension',
          tag_kind: tag.kind,
          ...(tag.aliases.length > 0 ? { aliases: tag.aliases } : {}),
        },
      },
    });
    if (type === 'location') report.notice('A place’s name stands as its region too, since STIX asks for one.');
  }
  for (const tag of tags) {
    const [from, to] = [ids.get(tag.id), ids.get(tag.parentId ?? '')];
    if (from === undefined || to === undefined) continue;
    addObject({ ...writing, ids: new Map() }, 'relationship', tag, marking, {
      relationship_type: to.startsWith('location--') ? 'located-at' : 'related-to',
      source_ref: from,
      target_ref: to,
      description: 'Stands below it in the tree of tags.',
    });
  }
}
