/**
 * Every verb of the program, once. Menus, the palette, the keymap, the shortcut list and tooltips are derived from
 * this table; a handler for each stands in renderer/app/commands, and the compiler counts that none is missing.
 */
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

export type MenuPlace = 'file' | 'edit' | 'view' | 'go' | 'excerpt' | 'briefing' | 'help';

export interface CommandRow {
  readonly label: string;
  /** Where it stands in the menus. A row without a place is run by a view with arguments of its own. */
  readonly menu?: MenuPlace;
  /** `Mod` is Ctrl, or Command on a Mac. A single letter works outside text fields and can be switched off. */
  readonly keys?: string;
  /** Works only with a case open. */
  readonly needsCase?: boolean;
}

export const COMMANDS = {
  'case.new': { label: 'New case…', menu: 'file', keys: 'Mod+Alt+N' },
  'case.openLibrary': { label: 'All cases', menu: 'file' },
  'case.open': { label: 'Open case' },
  'sample.open': { label: 'Open the sample case', menu: 'file' },
  'case.update': { label: 'Change case' },
  'document.import': { label: 'Import documents…', menu: 'file', keys: 'Mod+O', needsCase: true },
  'document.importFolder': { label: 'Import a folder…', menu: 'file', needsCase: true },
  'document.paste': { label: 'Import from pasted text…', menu: 'file', keys: 'Mod+Shift+V', needsCase: true },
  'document.complete': { label: 'Bring in bibliographic data…', menu: 'file', needsCase: true },
  'bundle.import': { label: 'Open a bundle…', menu: 'file', keys: 'Mod+Shift+O' },
  'bundle.share': { label: 'Share…', menu: 'file', keys: 'Mod+Alt+S', needsCase: true },
  'bundle.export': { label: 'Export the case as a bundle…', menu: 'file', keys: 'Mod+Shift+S', needsCase: true },
  'format.import': { label: 'Bring in from another program…', menu: 'file' },
  'format.export': { label: 'Export for another program…', menu: 'file', needsCase: true },
  'case.delete': { label: 'Delete case…', menu: 'file', needsCase: true },
  'settings.open': { label: 'Settings', menu: 'file', keys: 'Mod+,' },

  'edit.undo': { label: 'Undo', menu: 'edit', keys: 'Mod+Z', needsCase: true },
  'edit.redo': { label: 'Redo', menu: 'edit', keys: 'Mod+Shift+Z', needsCase: true },
  'search.focus': { label: 'Search the case', menu: 'edit', keys: '/', needsCase: true },
  'document.find': { label: 'Find in this document', menu: 'edit', keys: 'Mod+F', needsCase: true },
  'document.replace': { label: 'Find and replace in the text', menu: 'edit', keys: 'Mod+H', needsCase: true },

  'palette.open': { label: 'Command palette', menu: 'view', keys: 'Mod+K' },
  'view.theme': { label: 'Light or dark', menu: 'view', keys: 'Mod+Shift+L' },
  'view.navigation': { label: 'Show or hide navigation', menu: 'view', keys: 'Mod+B', needsCase: true },
  'view.details': { label: 'Show or hide details', menu: 'view', keys: 'Mod+Alt+B', needsCase: true },
  'view.suggestions': { label: 'Show or hide suggestions', menu: 'view', keys: 'Mod+Alt+U', needsCase: true },

  'go.back': { label: 'Back', menu: 'go', keys: 'Alt+ArrowLeft' },
  'go.forward': { label: 'Forward', menu: 'go', keys: 'Alt+ArrowRight' },
  'document.outline': { label: 'Outline of the text', menu: 'go', keys: 'Mod+Alt+O', needsCase: true },
  'go.overview': { label: 'Overview', menu: 'go', keys: 'Mod+1', needsCase: true },
  'go.documents': { label: 'Documents', menu: 'go', keys: 'Mod+2', needsCase: true },
  'go.excerpts': { label: 'Excerpts', menu: 'go', keys: 'Mod+3', needsCase: true },
  'go.tags': { label: 'Tags', menu: 'go', keys: 'Mod+4', needsCase: true },
  'go.sources': { label: 'Sources', menu: 'go', keys: 'Mod+5', needsCase: true },
  'go.hypotheses': { label: 'Hypotheses', menu: 'go', keys: 'Mod+6', needsCase: true },
  'go.briefings': { label: 'Briefings', menu: 'go', keys: 'Mod+7', needsCase: true },
  'go.judgements': { label: 'Judgements', menu: 'go', keys: 'Mod+8', needsCase: true },
  'go.exchange': { label: 'Exchange', menu: 'go', keys: 'Mod+9', needsCase: true },

  'excerpt.fromSelection': { label: 'Excerpt the selection', menu: 'excerpt', keys: 'E', needsCase: true },
  'excerpt.tag': { label: 'Tag', menu: 'excerpt', keys: 'T', needsCase: true },
  'excerpt.tagLikeLast': { label: 'Tag like the last one', menu: 'excerpt', keys: 'Shift+T', needsCase: true },
  'excerpt.note': { label: 'Note', menu: 'excerpt', keys: 'N', needsCase: true },
  'excerpt.grade': { label: 'Grade', menu: 'excerpt', keys: 'G', needsCase: true },
  'excerpt.mark': { label: 'Mark', menu: 'excerpt', keys: 'M', needsCase: true },
  'excerpt.suggestions': { label: 'Suggestions', menu: 'excerpt', keys: 'S', needsCase: true },
  'excerpt.link': { label: 'Link…', menu: 'excerpt', keys: 'L', needsCase: true },
  'excerpt.bounds': { label: 'Change where it begins and ends', menu: 'excerpt', keys: 'B', needsCase: true },
  'excerpt.splitHere': { label: 'Split at the caret', menu: 'excerpt', keys: 'Shift+S', needsCase: true },
  'excerpt.mergeSelected': { label: 'Merge excerpts side by side', menu: 'excerpt', keys: 'Shift+M', needsCase: true },
  'excerpt.copy': { label: 'Copy with citation', menu: 'excerpt', keys: 'C', needsCase: true },
  'excerpt.showInDocument': { label: 'Show in its document', menu: 'excerpt', keys: 'Shift+Enter', needsCase: true },
  'excerpt.deleteSelected': { label: 'Delete the excerpt', menu: 'excerpt', keys: 'Delete', needsCase: true },
  'list.next': { label: 'Next', menu: 'go', keys: 'J', needsCase: true },
  'list.previous': { label: 'Previous', menu: 'go', keys: 'K', needsCase: true },

  'briefing.new': { label: 'New briefing…', menu: 'briefing', keys: 'Mod+Alt+W', needsCase: true },
  'briefing.exportAs': { label: 'Export…', menu: 'briefing', keys: 'Mod+Alt+E', needsCase: true },
  'briefing.drawer': { label: 'Evidence drawer', menu: 'briefing', keys: 'Mod+Shift+E', needsCase: true },
  'version.keep': { label: 'Keep a version…', menu: 'briefing', needsCase: true },
  'comment.start': { label: 'Comment', menu: 'briefing', keys: 'Mod+Alt+M', needsCase: true },
  'finding.next': { label: 'Next finding of the check', menu: 'briefing', keys: 'F8', needsCase: true },
  'finding.previous': { label: 'Previous finding of the check', menu: 'briefing', keys: 'Shift+F8', needsCase: true },
  'template.import': { label: 'Import a template…', menu: 'briefing', needsCase: true },
  'help.shortcuts': { label: 'Keyboard shortcuts', menu: 'help', keys: '?' },
  'help.about': { label: 'About Collate', menu: 'help' },

  'document.add': { label: 'Import documents' },
  'document.addKept': { label: 'Import documents' },
  'document.update': { label: 'Change document' },
  'document.updateMany': { label: 'Change documents' },
  'document.newVersion': { label: 'Import a newer version…' },
  'document.readByOcr': { label: 'Read pages by OCR…' },
  'document.joinVersion': { label: 'Make it a newer version…' },
  'document.addVersion': { label: 'Take in a newer version' },
  'document.repeat': { label: 'Mark as one origin' },
  'document.compare': { label: 'Compare documents' },
  'document.nearCopies': { label: 'Documents that say nearly the same', menu: 'go', needsCase: true },
  'document.delete': { label: 'Delete document' },
  'document.deleteMany': { label: 'Delete documents' },
  'document.takeReferences': { label: 'Bring in bibliographic data' },
  'document.saveOriginal': { label: 'Save the original file…' },
  'document.openOriginal': { label: 'Open a copy of the original file' },
  'excerpt.create': { label: 'Excerpt' },
  'excerpt.update': { label: 'Change excerpt' },
  'excerpt.updateMany': { label: 'Change excerpts' },
  'excerpt.setBounds': { label: 'Change bounds' },
  'excerpt.split': { label: 'Split excerpt' },
  'excerpt.merge': { label: 'Merge excerpts' },
  'excerpt.delete': { label: 'Delete excerpts' },
  'excerpt.show': { label: 'Show excerpt' },
  'suggestion.accept': { label: 'Take a suggestion' },
  'link.create': { label: 'Link' },
  'link.update': { label: 'Change link' },
  'link.delete': { label: 'Delete link' },
  'tag.create': { label: 'Create tag' },
  'tag.update': { label: 'Change tag' },
  'tag.move': { label: 'Move tag' },
  'tag.merge': { label: 'Merge tags' },
  'tag.delete': { label: 'Delete tag' },
  'source.create': { label: 'Create source' },
  'source.update': { label: 'Change source' },
  'source.grade': { label: 'Grade source' },
  'source.join': { label: 'Join sources' },
  'source.delete': { label: 'Delete source' },
  'conflict.settle': { label: 'Settle conflict' },
  'hypothesis.create': { label: 'Create hypothesis' },
  'hypothesis.update': { label: 'Change hypothesis' },
  'hypothesis.delete': { label: 'Delete hypothesis' },
  'briefing.create': { label: 'Create briefing' },
  'briefing.update': { label: 'Write briefing' },
  'briefing.delete': { label: 'Delete briefing' },
  'briefing.export': { label: 'Export briefing' },
  'briefing.copy': { label: 'Copy briefing' },
  'briefing.addPicture': { label: 'Add picture' },
  'briefing.lower': { label: 'Lower the marking' },
  'briefing.recover': { label: 'Put unsaved words back' },
  'version.rename': { label: 'Rename version' },
  'version.delete': { label: 'Delete version' },
  'version.restore': { label: 'Restore version' },
  'comment.create': { label: 'Comment' },
  'comment.answer': { label: 'Answer comment' },
  'comment.update': { label: 'Change comment' },
  'comment.delete': { label: 'Delete comment' },
  'judgement.update': { label: 'Change judgement' },
  'judgement.show': { label: 'Show judgement' },
  'finding.accept': { label: 'Accept a finding' },
  'finding.reopen': { label: 'Open a finding again' },
  'template.save': { label: 'Save as template…' },
  'template.rename': { label: 'Rename template' },
  'template.delete': { label: 'Delete template' },
  'template.export': { label: 'Export template' },
} as const satisfies Record<string, CommandRow>;

export type CommandId = keyof typeof COMMANDS;

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
