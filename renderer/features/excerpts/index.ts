/** Excerpts: the list of all, the card, the details, links, citations to copy. */
export { ExcerptsView } from './ExcerptsView';
export { lookFor } from './ExcerptsViewKept';
export { askForLink, LinkDialog } from './LinkDialog';
export { askForMany } from './ManyDialog';
export type { ManyChange } from './ManyDialog';
export { copyBoth, copyCited, readCited, readCitedWords } from './cited';
export { ExcerptCard } from './ExcerptCard';
export type { ExcerptCardProps } from './ExcerptCard';
export { ExcerptDetails } from './ExcerptDetails';
export { factsOf, shortNameOf, useNames } from './names';
export type { ExcerptFacts, Names } from './names';
export { LINK_ICONS, LinkCounts } from './LinkCounts';
export { TagField } from './TagField';
export { usePlace } from './place';
export { textParts, useTextParts } from './segments';
export type { TextParts } from './segments';
