// An export over a real store: what is read, what is withheld, what is refused, and what the file is called.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { NEW_BRIEFING } from '@shared/model/briefing';
import { planDocument } from '@shared/model/importing';
import type { Marking } from '@shared/model/marking';
import { yes } from '@shared/model/result';
import type { SaveRequest } from '@shared/platform';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { readOutgoing } from '../../../../renderer/features/briefings/export/outgoing';
import { exportBriefing } from '../../../../renderer/features/briefings/exportBriefing';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { keepText } from '../../../../renderer/store/texts';

vi.mock('../../../../renderer/features/briefings/styles/styler', () => ({ askStyler: () => Promise.resolve(null) }));

const TEXT = 'Ships\n\nThe first ship left in May. HIDDEN words stand here. Anna Berg saw it come back in June.';
let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
let wall = 1_700_000_000_000;

let theCase: OpenCase;
let context: CommandContext;
let saved: SaveRequest[];
let briefingId: string;
const ids = { open: '', hidden: '', named: '' };

beforeEach(async () => {
  theCase = await openCase(newId(), { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  saved = [];
  const textId = await keepText(theCase, TEXT);
  const documentId = newId();
  const arrived = {
    title: 'Ships',
    textId,
    fileName: '',
    mediaType: 'text/plain',
    originalId: null,
    extractor: 'plain/1',
    csl: {},
    language: '',
  };
  briefingId = newId();
  Object.assign(ids, { open: newId(), hidden: newId(), named: newId() });
  const excerpt = (quote: string, marking: Marking | null) => {
    const start = TEXT.indexOf(quote);
    return {
      documentId,
      textId,
      start,
      end: start + quote.length,
      quote,
      prefix: '',
      suffix: '',
      note: '',
      tags: [],
      credibility: 2 as const,
      eventDate: null,
      marking,
      sourceId: null,
      figures: [],
    };
  };
  const cite = (excerptId: string) => ({ type: 'citation', attrs: { excerptId, words: '', grade: '', marking: '' } });
  const paragraph = (text: string, id: string) => ({ type: 'paragraph', content: [{ type: 'text', text }, cite(id)] });
  await theCase.transact('Set up', (tx) => {
    const plan = planDocument(arrived, 'TLP:GREEN', [], '2024-11-04T10:00:00Z');
    if (plan.ok) tx.create('documents', documentId, plan.value);
    tx.create('excerpts', ids.open, excerpt('The first ship left in May.', null));
    tx.create('excerpts', ids.hidden, excerpt('HIDDEN words stand here.', 'TLP:RED'));
    tx.create('excerpts', ids.named, excerpt('Anna Berg saw it', null));
    tx.create('tags', newId(), {
      name: 'Anna Berg',
      kind: 'person',
      parentId: null,
      aliases: [],
      hue: 0,
      description: '',
      withhold: true,
    });
    tx.create('briefings', briefingId, {
      title: 'On Anna Berg',
      state: 'draft',
      marking: null,
      issued: '',
      cutoff: '',
      requester: '',
      author: 'A. Analyst',
      template: 'blank',
      ...NEW_BRIEFING,
      body: {
        type: 'doc',
        content: [
          paragraph('It left.', ids.open),
          paragraph('HIDDEN claim.', ids.hidden),
          paragraph('She saw it.', ids.named),
        ],
      },
    });
    return yes(null);
  });
  context = {
    theCase,
    options: {},
    newId,
    now: () => new Date('2024-12-03T10:00:00.123Z'),
    toast: () => undefined,
    platform: {
      kind: 'browser',
      saveFile: (request: SaveRequest) => {
        saved.push(request);
        return Promise.resolve(yes({ name: request.suggestedName }));
      },
    },
  } as unknown as CommandContext;
});

const textOf = (request: SaveRequest | undefined): string => new TextDecoder().decode(request!.bytes as Uint8Array);

describe('an export', () => {
  it('writes what the briefing has, where no label is chosen', async () => {
    await exportBriefing(context, briefingId, { format: 'text' });
    expect(saved[0]!.suggestedName).toBe('TLP-RED On-Anna-Berg.txt');
    expect(textOf(saved[0])).toContain('HIDDEN claim.');
  });

  it('withholds what is above the label, and puts letters for names, in the file and in its name', async () => {
    const done = await exportBriefing(context, briefingId, { format: 'docx', ceiling: 'TLP:GREEN', pseudonyms: true });
    expect(done.ok).toBe(true);
    expect(saved[0]!.suggestedName).toBe('TLP-GREEN On-Person-A.docx');
    const parts = Object.values(unzipSync(saved[0]!.bytes as Uint8Array)).map((part) => strFromU8(part));
    expect(parts.join('\n')).not.toMatch(/HIDDEN|Anna|Berg/);
    expect(parts.join('\n')).toContain('[withheld: TLP:RED]');
    expect(parts.join('\n')).toContain('2024-12-03T10:00:00Z');
  });

  it('shows the text around a passage up to a stricter one, also one that the note does not cite', async () => {
    await theCase.transact('Write', async (tx) => {
      await tx.get('briefings', briefingId);
      tx.update('briefings', briefingId, {
        body: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'citation', attrs: { excerptId: ids.open } }] }],
        },
      });
      return yes(null);
    });
    const outgoing = (await readOutgoing(theCase, briefingId))!;
    const wishes = { format: 'html', ownWords: true, grades: true, portionMarks: false, likelihoodKey: false } as const;
    for (const ceiling of ['TLP:GREEN', null] as const) {
      const { passages } = await outgoing.release({ ...wishes, ceiling, pseudonyms: true });
      const { context: shown, words } = passages.get(ids.open)!;
      expect(words).toBe('The first ship left in May.');
      expect(shown).toEqual({ before: 'Ships\n\n', after: '', strictBefore: null, strictAfter: 'TLP:RED' });
    }
  });

  it('asks before words that are marked by the note alone leave below its label', async () => {
    await theCase.transact('Mark', async (tx) => {
      await tx.get('briefings', briefingId);
      tx.update('briefings', briefingId, { marking: 'TLP:RED' });
      return yes(null);
    });
    const chosen = { format: 'markdown', ceiling: 'TLP:GREEN' } as const;
    expect(await exportBriefing(context, briefingId, chosen)).toMatchObject({ ok: false, reason: 'own-label-above' });
    expect(saved).toEqual([]);
    expect((await exportBriefing(context, briefingId, { ...chosen, ownWords: true })).ok).toBe(true);
    expect(textOf(saved[0])).toMatch(/^\*\*TLP:GREEN\*\*\n/);
    expect(textOf(saved[0])).not.toContain('HIDDEN');
  });

  it('says so where the briefing is gone', async () => {
    expect(await exportBriefing(context, newId(), { format: 'text' })).toMatchObject({
      ok: false,
      reason: 'not-found',
    });
  });
});
