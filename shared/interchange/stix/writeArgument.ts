/** Hypotheses and the case as groupings, links as relationships and opinions, briefings as reports, judgements as notes. */
import { citedExcerptIds } from '../../briefing/references';
import type { BodyNode } from '../../model/briefing';
import { likelihoodOf } from '../../model/judgement';
import type { LinkType } from '../../model/link';
import { effectiveMarking, strictest } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { EXTENSION_ID, stixId } from './ids';
import { ANALYTIC_CONFIDENCE } from './markings';
import { living } from '../../model/record';
import { addObject, makerOf } from './objects';
import type { Writing } from './objects';

/** The effective label of each excerpt. */
function labelsOf({ contents }: Writing): Map<string, Marking> {
  const documents = new Map(contents.rows.documents?.map((row) => [row.id, row.marking]));
  return new Map(
    contents.rows.excerpts?.map((one) => [
      one.id,
      effectiveMarking(one.marking, documents.get(one.documentId) ?? 'TLP:CLEAR'),
    ]),
  );
}

export function addHypotheses(writing: Writing): void {
  const { contents, ids } = writing;
  const links = living(contents.rows.links);
  const labels = labelsOf(writing);
  for (const hypothesis of living(contents.rows.hypotheses)) {
    const ends = links.flatMap(({ fromId, toId }) =>
      fromId === hypothesis.id ? [toId] : toId === hypothesis.id ? [fromId] : [],
    );
    const evidence = ends.filter((id) => ids.get(id)?.startsWith('note--'));
    const marking = strictest([contents.case.marking, ...evidence.map((id) => labels.get(id))]);
    addObject(writing, 'grouping', hypothesis, marking, {
      name: `${hypothesis.code}: ${hypothesis.statement}`,
      description: hypothesis.note,
      context: 'unspecified',
      object_refs: evidence.length > 0 ? [...new Set(evidence.map((id) => ids.get(id)!))] : [makerOf(hypothesis)],
      extensions: {
        [EXTENSION_ID]: {
          extension_type: 'property-extension',
          hypothesis_code: hypothesis.code,
          hypothesis_statement: hypothesis.statement,
        },
      },
    });
  }
}

const RELATIONSHIP: Readonly<Record<LinkType, string>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  corroborates: 'corroborates',
  updates: 'updates',
  duplicates: 'duplicate-of',
  elaborates: 'elaborates',
  'relates to': 'related-to',
};

const OPINION: Partial<Record<LinkType, string>> = {
  supports: 'agree',
  corroborates: 'agree',
  contradicts: 'disagree',
};

export function addLinks(writing: Writing): void {
  const { contents, ids, report } = writing;
  const labels = labelsOf(writing);
  const quotes = new Map(contents.rows.excerpts?.map((one) => [one.id, one.quote]));
  for (const link of living(contents.rows.links)) {
    const [from, to] = [ids.get(link.fromId), ids.get(link.toId)];
    if (from === undefined || to === undefined) {
      report.lose('A link has an end that was deleted.');
      continue;
    }
    const marking = strictest([contents.case.marking, labels.get(link.fromId), labels.get(link.toId)]);
    addObject(writing, 'relationship', link, marking, {
      relationship_type: RELATIONSHIP[link.type],
      source_ref: from,
      target_ref: to,
      description: link.note,
    });
    const opinion = OPINION[link.type];
    const quote = quotes.get(link.fromId);
    if (opinion === undefined || quote === undefined) continue;
    addObject(writing, 'opinion', link, marking, {
      opinion,
      explanation: link.note === '' ? quote : `${link.note}\n\n${quote}`,
      object_refs: [to],
      extensions: {
        [EXTENSION_ID]: { extension_type: 'property-extension', said_by_relationship: stixId('relationship', link.id) },
      },
    });
  }
}

export function addBriefings(writing: Writing): void {
  const { contents, ids } = writing;
  const labels = labelsOf(writing);
  const judgements = living(contents.rows.judgements);
  for (const briefing of living(contents.rows.briefings)) {
    const cited = citedExcerptIds(briefing.body).filter((id) => ids.has(id));
    // Strict on purpose: a label lowered for the note as a whole is not taken over for what it is made of.
    const marking = strictest([contents.case.marking, briefing.marking, ...cited.map((id) => labels.get(id))]);
    const numbers = new Map(cited.map((id, index) => [id, index + 1]));
    const day = /^\d{4}-\d{2}-\d{2}$/.test(briefing.issued) ? briefing.issued : null;
    const report = addObject(writing, 'report', briefing, marking, {
      name: briefing.title,
      description: bodyText(briefing.body, numbers),
      published: `${day ?? createdDay(briefing.created)}T00:00:00Z`,
      object_refs: cited.length > 0 ? cited.map((id) => ids.get(id)!) : [makerOf(briefing)],
      extensions: {
        [EXTENSION_ID]: {
          extension_type: 'property-extension',
          briefing_state: briefing.state,
          ...(briefing.author === '' ? {} : { author_name: briefing.author }),
          ...(briefing.requester === '' ? {} : { requester_name: briefing.requester }),
          ...(briefing.cutoff === '' ? {} : { information_cutoff: briefing.cutoff }),
        },
      },
    });
    for (const judgement of judgements.filter((one) => one.briefingId === briefing.id && one.statement !== '')) {
      const term = likelihoodOf(judgement);
      addObject(writing, 'note', judgement, marking, {
        abstract: 'Key judgement',
        content: judgement.statement,
        confidence: judgement.confidence === null ? null : ANALYTIC_CONFIDENCE[judgement.confidence],
        object_refs: [report],
        extensions: {
          [EXTENSION_ID]: {
            extension_type: 'property-extension',
            likelihood_scale: judgement.scale,
            ...(term ? { likelihood_term: term.words } : {}),
            ...(judgement.confidenceReason === '' ? {} : { confidence_reason: judgement.confidenceReason }),
          },
        },
      });
    }
  }
  const known = new Set(living(contents.rows.briefings).map((one) => one.id));
  const left = judgements.filter((one) => !known.has(one.briefingId)).length;
  if (left > 0) writing.report.lose('A judgement’s briefing was deleted.', left);
}

const createdDay = (stamp: string): string =>
  new Date(Number.parseInt(stamp.slice(0, 9), 36)).toISOString().slice(0, 10);

/** The words of a body, blocks an empty line apart; a citation is the number of its note in `object_refs`. */
function bodyText(body: BodyNode, numbers: ReadonlyMap<string, number>): string {
  const inline = (node: BodyNode): string => {
    if (node.type === 'citation' || node.type === 'quotation') {
      const number = numbers.get(String(node.attrs?.['excerptId']));
      const words = (node.content ?? []).map(inline).join('');
      return `${words}[${number ?? 'deleted'}]`;
    }
    return node.text ?? (node.content ?? []).map(inline).join('');
  };
  const blocks: string[] = [];
  const walk = (node: BodyNode): void => {
    const isLeaf =
      node.type === 'quotation' ||
      (node.content ?? []).some((one) => one.text !== undefined || one.type === 'citation');
    if (isLeaf) blocks.push(inline(node));
    else for (const one of node.content ?? []) walk(one);
  };
  walk(body);
  return blocks.filter((block) => block.trim() !== '').join('\n\n');
}

/** The case as a whole: all that was made of it. */
export function addCaseGrouping(writing: Writing): void {
  const { contents, objects } = writing;
  const all = objects.filter((one) => one.type !== 'relationship').map((one) => one.id);
  addObject(writing, 'grouping', contents.case, strictest([contents.case.marking]), {
    name: contents.case.name,
    description: contents.case.description,
    context: 'unspecified',
    object_refs: [...new Set(all)],
  });
}
