/** Reference styles in the editor: choosing one, bringing one, and what it makes of the text. */
export { Emphasised } from './Emphasised';
export { groupLook } from './groupLook';
export type { GroupLook } from './groupLook';
export { readOwnStyles } from './ownStyles';
export { GRADES_SETTING, ReferencesHead } from './ReferencesHead';
export { styledBriefing } from './styledBriefing';
export { unnumberedClass } from './unnumbered';
export { useStyledBriefing } from './useStyledBriefing';
