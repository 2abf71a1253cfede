/** TLP 2.0 as STIX marking definitions (OASIS common objects, tlp-2.0), those of TLP 1.0, and confidence by Admiralty. */
import type { Confidence } from '../../model/estimative';
import type { Credibility } from '../../model/grading';
import type { Marking } from '../../model/marking';

export const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

export const MARKING_IDS: Readonly<Record<Marking, string>> = {
  'TLP:CLEAR': 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  'TLP:GREEN': 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:AMBER': 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:RED': 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** Labels by the ids of both versions. */
export const MARKING_OF_ID: ReadonlyMap<string, Marking> = new Map<string, Marking>([
  ...(Object.entries(MARKING_IDS) as [Marking, string][]).map(([label, id]) => [id, label] as const),
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'TLP:CLEAR'],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', 'TLP:GREEN'],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', 'TLP:AMBER'],
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'TLP:RED'],
]);

/** The published definition of a label, to the letter. */
export const markingObject = (marking: Marking): Readonly<Record<string, unknown>> => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: MARKING_IDS[marking],
  created: '2022-10-01T00:00:00.000Z',
  name: marking,
  extensions: { [TLP_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: marking.slice(4).toLowerCase() } },
});

/** STIX 2.1 Appendix A, Admiralty credibility; 6 is no confidence at all and has no value. */
const CONFIDENCE: Readonly<Record<Credibility, number | null>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: null };

export const confidenceOf = (credibility: Credibility | null): number | null =>
  credibility === null ? null : CONFIDENCE[credibility];

/** The credibility a confidence of 0 to 100 stands for; null for anything else. */
export function credibilityOf(confidence: unknown): Credibility | null {
  if (typeof confidence !== 'number' || !(confidence >= 0 && confidence <= 100)) return null;
  return confidence >= 80 ? 1 : confidence >= 60 ? 2 : confidence >= 40 ? 3 : confidence >= 20 ? 4 : 5;
}

/** STIX 2.1 Appendix A, None / Low / Med / High. */
export const ANALYTIC_CONFIDENCE: Readonly<Record<Confidence, number>> = { low: 15, moderate: 50, high: 85 };
