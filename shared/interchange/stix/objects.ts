/** What STIX objects are made with: ids by record, times, labels, and the list they are collected in. */
import type { BundleContents } from '../../bundle/contents';
import { actorOf, timeOf } from '../../merge/clock';
import type { Marking } from '../../model/marking';
import type { RecordBase } from '../../model/record';
import type { ReportMaker } from '../report';
import { MARKING_IDS } from './markings';
import { stixId } from './ids';

export type StixObject = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

export interface Writing {
  readonly contents: BundleContents;
  readonly objects: StixObject[];
  /** Record id to the id of the object it became. */
  readonly ids: Map<string, string>;
  readonly markings: Set<Marking>;
  readonly report: ReportMaker;
}

/** STIX wants milliseconds and Z. */
const instant = (stamp: string): string => new Date(timeOf(stamp)).toISOString();

/** The identity of whoever made a record. */
export const makerOf = (record: RecordBase): string => stixId('identity', `actor/${actorOf(record.created)}`);

/** Adds the object a record becomes; properties without a value are left out. */
export function addObject(
  writing: Writing,
  type: string,
  record: RecordBase,
  marking: Marking,
  fields: Readonly<Record<string, unknown>>,
): string {
  const id = stixId(type, record.id);
  const modified = Object.values(record.clocks).reduce(
    (latest, stamp) => (stamp > latest ? stamp : latest),
    record.created,
  );
  const given = Object.entries(fields).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  writing.objects.push({
    type,
    spec_version: '2.1',
    id,
    created_by_ref: makerOf(record),
    created: instant(record.created),
    modified: instant(modified),
    ...Object.fromEntries(given),
    object_marking_refs: [MARKING_IDS[marking]],
  });
  writing.ids.set(record.id, id);
  writing.markings.add(marking);
  writing.report.count(type);
  return id;
}
