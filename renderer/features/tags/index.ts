/** What other rooms may use of tags. */
export { NavigationTags } from './NavigationTags';
export { TagsView } from './TagsView';
