/** Writes a briefing as a file, PDF through the host's printing, or puts its words on the clipboard. */
import { renderBriefingHtml } from '@shared/briefing/renderHtml';
import { renderPlain } from '@shared/briefing/renderPlain';
import { MARKINGS } from '@shared/model/marking';
import { no, yes } from '@shared/model/result';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { flushPending } from '../../app/pending';
import { readSetting } from '../../store/registry';
import { copyBoth } from '../excerpts';
import { fileBytes, KINDS, printPage } from './export/files';
import { readOutgoing } from './export/outgoing';
import { isOwnLabelAbove } from './export/wishes';
import type { BriefingFormat, ExportWishes } from './export/wishes';
import { GRADES_SETTING } from './styles';

export type { BriefingFormat } from './export/wishes';

/** The marking stands in the name of the file too, where the standard asks for it in a subject line. */
export function briefingFileName(title: string, marking: string, extension: string): string {
  const words = title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${marking.replace(':', '-')} ${words || 'briefing'}.${extension}`;
}

/** What of an export was chosen; the rest is as the briefing itself has it. */
export type ChosenWishes = Partial<ExportWishes> & { readonly format: BriefingFormat };

export async function exportBriefing(context: CommandContext, id: string, chosen: ChosenWishes): Promise<Outcome> {
  await flushPending();
  const { theCase, platform } = context;
  const outgoing = await readOutgoing(theCase, id);
  if (!outgoing) return no('not-found');
  const { briefing, pictures } = outgoing;
  const wishes: ExportWishes = {
    ceiling: null,
    pseudonyms: false,
    ownWords: false,
    grades: (await readSetting<boolean>(GRADES_SETTING)) ?? true,
    portionMarks: briefing.portionMarks,
    likelihoodKey: briefing.likelihoodKey,
    ...chosen,
  };
  const { format, ceiling } = wishes;
  if (ceiling !== null && !MARKINGS.includes(ceiling)) return no('not-found');
  if (isOwnLabelAbove(briefing, ceiling) && !wishes.ownWords) return no('own-label-above', `${ceiling}`);
  const release = await outgoing.release(wishes);
  const { model } = release;
  const { name, extension } = KINDS[format];
  const suggestedName = briefingFileName(model.title, model.marking, extension);
  if (format === 'pdf') {
    const printed = await platform.printToPdf({ suggestedName, html: await printPage(release, pictures) });
    if (!printed.ok) return no(printed.reason);
    if (platform.kind === 'desktop') context.toast(writtenWords(printed.value.name, release.withheld.length));
    return yes(null);
  }
  const saved = await platform.saveFile({
    suggestedName,
    filters: [{ name, extensions: [extension] }],
    bytes: await fileBytes(format, release, pictures, context.now()),
  });
  if (!saved.ok) return no(saved.reason, model.title);
  context.toast(writtenWords(saved.value.name, release.withheld.length));
  return yes(null);
}

function writtenWords(name: string, withheld: number): string {
  const less = withheld === 0 ? '' : withheld === 1 ? ' without 1 passage' : ` without ${withheld} passages`;
  return `The briefing was written to ${name}${less}.`;
}

/** Puts the whole briefing on the clipboard, as plain text and as HTML. */
export async function copyBriefing(context: CommandContext, id: string): Promise<Outcome> {
  await flushPending();
  const outgoing = await readOutgoing(context.theCase, id);
  if (!outgoing) return no('not-found');
  const { portionMarks, likelihoodKey } = outgoing.briefing;
  const grades = (await readSetting<boolean>(GRADES_SETTING)) ?? true;
  const rest = { format: 'text', ceiling: null, pseudonyms: false, ownWords: false } as const;
  const { model } = await outgoing.release({ ...rest, grades, portionMarks, likelihoodKey });
  await copyBoth(renderPlain(model), renderBriefingHtml(model));
  context.toast(`The briefing is on the clipboard, marked ${model.marking}.`);
  return yes(null);
}
