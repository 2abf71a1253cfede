/** Everything an export of a briefing needs, read once: then any choice of what may leave is worked out in memory. */
import { cleanBody } from '@shared/briefing/bodySchema';
import { briefingModel, knownLanguage } from '@shared/briefing/model';
import type { BriefingModel } from '@shared/briefing/model';
import { pseudonymsOf, releaseOf } from '@shared/briefing/outgoing';
import type { Pseudonym, Release } from '@shared/briefing/outgoing';
import { picturesIn } from '@shared/briefing/pictures';
import { citedExcerptIds, numberReferences } from '@shared/briefing/references';
import type { EvidenceLookup } from '@shared/briefing/references';
import type { Briefing } from '@shared/model/briefing';
import { strictest } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import type { OpenCase } from '../../../store/openCase';
import { readRows } from '../../../store/rows';
import { readOriginal } from '../../../store/texts';
import { readWhole } from '../../../store/whole';
import { readEvidence } from '../evidence';
import { readOwnStyles, styledBriefing } from '../styles';
import { readSurroundings } from './surroundings';
import { releaseWishes } from './wishes';
import type { ExportWishes } from './wishes';

export interface Outgoing {
  readonly briefing: Briefing;
  /** Names of the case that should not leave it. */
  readonly names: readonly Pseudonym[];
  /** Pictures the briefing shows, by the SHA-256 of their bytes. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly release: (wishes: ExportWishes) => Promise<Release>;
}

/** The briefing as it is stored now; null where it is no longer there. */
export async function readOutgoing(open: OpenCase, id: string): Promise<Outgoing | null> {
  const [briefing] = await readRows(open, 'briefings', [id]);
  if (!briefing) return null;
  const [record] = await readRows(open, 'cases', [open.id]);
  const language = knownLanguage(record?.language || 'en-GB');
  const lookup = await readEvidence(open, briefing.body);
  const documents = await readWhole(open, 'documents');
  const cited = citedExcerptIds(briefing.body).flatMap((one) => lookup.excerpt(one) ?? []);
  const around = await readSurroundings(open, cited, documents);
  const names = pseudonymsOf((await readWhole(open, 'tags')).values());
  const own = await readOwnStyles();
  const markings = new Map<string, Marking>();
  for (const { versions, marking } of documents.values()) {
    for (const { originalId } of versions) {
      if (originalId) markings.set(originalId, strictest([markings.get(originalId), marking]));
    }
  }
  const make = async (content: Briefing, from: EvidenceLookup, grades: boolean): Promise<BriefingModel> => {
    const body = cleanBody(content.body);
    const references = numberReferences(citedExcerptIds(body), from, language);
    const styled = await styledBriefing(references, body, from, language, content.style, own);
    return briefingModel(content, from, language, { styled, grades, ...(record && { scale: record.scale }) });
  };
  return {
    briefing,
    names,
    pictures: await readPictures(open, briefing),
    release: (wishes) =>
      releaseOf(
        briefing,
        {
          lookup,
          ofPicture: (picture) => markings.get(picture) ?? null,
          surroundings: (excerpt) => around.get(excerpt.id),
        },
        releaseWishes(wishes, names),
        (content, from) => make(content, from, wishes.grades),
      ),
  };
}

async function readPictures(open: OpenCase, { body }: Briefing): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const { originalId } of picturesIn(body)) {
    const stored = await readOriginal(open, originalId);
    if (stored) pictures.set(originalId, stored.bytes);
  }
  return pictures;
}
