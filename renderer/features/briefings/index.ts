/** Briefings: the list, the editor with its evidence, new ones from templates, and export. */
export { BriefingsView } from './BriefingsView';
export { BriefingEditor } from './BriefingEditor';
export { askForBriefing } from './NewBriefingDialog';
export { askForVersionName } from './versions/VersionNameDialog';
export { copyBriefing, exportBriefing } from './exportBriefing';
export { askForExport } from './export/ExportDialog';
export { askForTemplate } from './SaveTemplateDialog';
export { bodyFrom } from './templateGround';
export { changeOwnTemplates, readOwnTemplates, templateOf } from './templates';
