/** What each verb of the program takes, where it takes anything. */
import type { CommandId } from './commands';
import type { KeptDocument } from './model/arriving';
import type { CslItem } from './model/csl';
import type { LayoutBlock, LayoutPage } from './model/layout';
import type { FieldsOf } from './model/record';
import type { RowOf, TableName } from './model/tables';
import type { TextVersion } from './model/document';
import type { VersionDecision } from './model/newVersion';
import type { JudgementPatch } from './model/judgementPlan';
import type { LinkFields } from './model/link';
import type { Marking } from './model/marking';
import type { Reliability } from './model/grading';
import type { TagKind } from './model/tag';
import type { PickedFile } from './platform';
import type { Offer } from './suggest/offers';

type Patch<Table extends TableName> = Partial<FieldsOf<RowOf<Table>>>;

/** What a command takes, where it takes anything. Optional arguments: without them the command asks. */
export interface CommandArgs {
  'case.new': { name: string; description?: string } | undefined;
  'case.open': { caseId: string };
  'case.update': { patch: Patch<'cases'> };
  'case.delete': { caseId: string } | undefined;
  'document.import': { files: readonly PickedFile[] } | undefined;
  /** `html` is the same as a page, where the clipboard has it. */
  'document.paste': { text: string; title?: string; html?: string } | undefined;
  'document.add': {
    documents: readonly {
      text: string;
      title: string;
      fileName: string;
      mediaType: string;
      extractor: string;
      original: Uint8Array | null;
      originalId: string | null;
      /** Null where the lines of the text tell its blocks. */
      blocks: readonly LayoutBlock[] | null;
      /** None where the file has no pages. */
      pages: readonly LayoutPage[];
      /** What the file says of itself. */
      csl: Partial<CslItem>;
      /** BCP 47; empty where unknown. */
      language: string;
    }[];
  };
  /** Documents whose texts and originals are kept already. */
  'document.addKept': { documents: readonly KeptDocument[] };
  'document.update': { id: string; patch: Patch<'documents'> };
  'document.updateMany': {
    ids: readonly string[];
    patch: Partial<Pick<RowOf<'documents'>, 'state' | 'marking' | 'sourceId'>>;
  };
  /** Asks for the file where none is given, and what is to become of the excerpts. */
  'document.newVersion': { id: string; file?: PickedFile };
  /** Asks how, and offers what comes of it as a newer version. */
  'document.readByOcr': { id: string };
  /** The newest text of the document `fromId` becomes a version of `id`; its excerpts come along and it goes. */
  'document.joinVersion': { id: string; fromId: string };
  /** The text is kept already. */
  'document.addVersion': {
    id: string;
    version: Omit<TextVersion, 'importedAt'>;
    layout: FieldsOf<RowOf<'layouts'>> | null;
    decisions: readonly VersionDecision[];
    fromId: string | null;
  };
  /** The document repeats the text of `originId`; null: of none. */
  'document.repeat': { id: string; originId: string | null };
  'document.compare': { id: string; otherId: string };
  'document.delete': { id: string };
  'document.deleteMany': { ids: readonly string[] };
  'document.complete': { file: PickedFile } | undefined;
  /** References for documents that are here, and documents made of those that fit none. */
  'document.takeReferences': {
    completions: readonly { id: string; csl: CslItem }[];
    replaces: boolean;
    made: readonly KeptDocument[];
  };
  'document.saveOriginal': { id: string };
  'document.openOriginal': { id: string };
  'bundle.import': { file: PickedFile } | undefined;
  'format.import': { file: PickedFile } | undefined;
  'excerpt.create': { documentId: string; textId: string; start: number; end: number; tags?: readonly string[] };
  'excerpt.update': { id: string; patch: Patch<'excerpts'> };
  'excerpt.updateMany': {
    ids: readonly string[];
    marking?: Marking | null;
    credibility?: RowOf<'excerpts'>['credibility'];
    addTags?: readonly string[];
    removeTags?: readonly string[];
  };
  /** Offsets in the text the excerpt stands in. */
  'excerpt.setBounds': { id: string; start: number; end: number };
  'excerpt.split': { id: string; at: number };
  'excerpt.merge': { ids: readonly string[] };
  'excerpt.delete': { ids: readonly string[] };
  'excerpt.show': { id: string };
  'suggestion.accept': { excerptId: string; offer: Offer };
  'link.create': LinkFields;
  'link.update': { id: string; patch: Partial<Pick<LinkFields, 'type' | 'note'>> };
  'link.delete': { id: string };
  'tag.create': { name: string; kind: TagKind; parentId?: string | null; hue?: number };
  'tag.update': { id: string; patch: Patch<'tags'> };
  'tag.move': { id: string; parentId: string | null };
  'tag.merge': { fromId: string; intoId: string };
  'tag.delete': { id: string };
  'source.create': { name: string; kind: RowOf<'sources'>['kind'] };
  'source.update': { id: string; patch: Patch<'sources'> };
  'source.grade': { id: string; reliability: Reliability; reason: string };
  'source.join': { fromId: string; intoId: string };
  'source.delete': { id: string };
  'conflict.settle': { id: string; take: boolean };
  'hypothesis.create': { statement: string };
  'hypothesis.update': { id: string; patch: Patch<'hypotheses'> };
  'hypothesis.delete': { id: string };
  'briefing.new': { template?: string } | undefined;
  'briefing.create': {
    title: string;
    template: string;
    /** What a template that asks for it is filled from: a tag or a source. */
    about?: string | null;
  };
  'briefing.update': { id: string; patch: Patch<'briefings'> };
  'briefing.delete': { id: string };
  /** Keeps a picture among the case's originals; yes with its SHA-256, which a figure then names. */
  'briefing.addPicture': { bytes: Uint8Array };
  'briefing.lower': { id: string; marking: Marking; reason: string };
  'judgement.update': { id: string; patch: JudgementPatch };
  'judgement.show': { id: string };
  'briefing.recover': {
    id: string;
    body: RowOf<'briefings'>['body'];
    /** The stamp of the stored text it was typed over, and the window it was typed in. */
    over: string;
    window: string;
  };
  'version.keep': { briefingId: string; name: string } | undefined;
  'version.rename': { id: string; name: string };
  'version.delete': { id: string };
  'version.restore': { id: string };
  /** The text comes with the passage marked: record and mark are one step. */
  'comment.create': {
    id: string;
    briefingId: string;
    passage: string;
    text: string;
    body: RowOf<'briefings'>['body'];
  };
  'comment.answer': { threadId: string; text: string };
  'comment.update': { id: string; patch: Partial<Pick<RowOf<'comments'>, 'text' | 'resolved'>> };
  'comment.delete': { id: string };
  'finding.accept': { id: string; finding: { id: string; rule: string; words: string }; reason: string };
  'finding.reopen': { id: string; findingId: string };
  'template.import': { file: PickedFile } | undefined;
  'template.save': { id: string };
  'template.rename': { id: string; name: string };
  'template.delete': { id: string };
  'template.export': { id: string };
  'briefing.export': {
    id: string;
    format: 'pdf' | 'docx' | 'html' | 'markdown' | 'text';
    /** Passages above it are withheld, and the label is at most this; all of it where absent or null. */
    ceiling?: Marking | null;
    /** Puts letters in place of the names that should not leave the case. */
    pseudonyms?: boolean;
    /** The note’s own words, which cite nothing, may leave below the note’s own label. */
    ownWords?: boolean;
    /** As the note itself has them, where absent. */
    grades?: boolean;
    portionMarks?: boolean;
    likelihoodKey?: boolean;
  };
  /** Asks how the open briefing is to leave, shows it, and writes it. */
  'briefing.exportAs': { id: string } | undefined;
  'briefing.copy': { id: string };
}

export type ArgsOf<Id extends CommandId> = Id extends keyof CommandArgs ? CommandArgs[Id] : undefined;
