/**
 * The shared components and tokens, and no word of the field.
 *
 * React Aria's names throughout: onPress, isDisabled, isOpen, value/onChange. Icons are lucide components. Keys are
 * written `Mod+K`. Colours, sizes and times: tokens.css (`var(--text)`, `--muted`, `--line`, `--space-8`, `--type-13`,
 * `--hue-3-ink|ground|underline`). Rules here are in the cascade layer `ui`, so a feature's own CSS wins.
 *
 * Button            children, variant primary|plain|quiet|danger|link, icon?, keys?, isBusy?, onPress, type?
 * IconButton        icon, name (tooltip and screen reader), keys?, isOn? (stays down), isSmall?, onPress
 * MenuButton        items: MenuItems[]; label? or icon + name
 * ContextMenu       label, at: {x,y}|null, items, onClose; menuPoint(event) gives `at`
 *   MenuItems       {id,label,icon?,keys?,detail?,isDanger?,isDisabled?,isOn?,onAction?,items?} | 'separator' | {section,items}
 * Tooltip           text, keys?, placement?; wraps one focusable child (a button of ours, a link, …)
 * Popover           label, children|(close)=>…, trigger: <Button> or anchor+isOpen+onOpenChange
 * Dialog            isOpen, onClose, title, children, actions?, size small|medium|large|wide, onSubmit?, isDismissable?
 * ConfirmDialog     isOpen, title, children, confirmLabel, isDanger?, onConfirm, onClose
 * TextField         label?|aria-label, value, onChange, hint?, error?, placeholder?, inputRef?
 * TextArea          the same, and rows?, maxRows?: grows with its text
 * SearchField       aria-label, value, onChange, onSubmit?, onClear?, keys?, end?, inputRef?
 * Select            label?|aria-label, items: Option[], value, onChange(id), placeholder?
 * ComboBox          the same with typing, and onCreate?(name); onChange(null) when emptied
 * TokenField        label, items, value: ids, onChange(ids), onCreate?(name), isLabelHidden?, inputRef?
 *   Option          {id, label, detail?, hue?, also?}; matching(options, typed) is the finding, for lists of your own
 * Checkbox, Switch  isSelected, onChange, children, detail?; Checkbox also isIndeterminate
 * RadioGroup, SegmentedControl   items {id,label,…}, value, onChange(id); the latter with aria-label
 * Tabs              aria-label, items {id,label,count?,content}, value, onChange
 * Tree              aria-label, items: TreeNode[], expanded, onExpandedChange, selectedKeys, onSelect, onOpen?,
 *                   onContextMenu?(id, at), onMove?(ids, targetId, place), isOrdered?, acceptType? + onReceive?(texts, targetId)
 * VirtualList       label, count, getKey, rowHeight?; renderRow or columns + renderCell (+ sort, onSort); selectedKeys,
 *                   onSelect, activeIndex?, onActiveChange?, onOpen?, onContextMenu?, onKeyDown?, dragData?, empty?,
 *                   initialOffset?, onScrollOffset?; ref: focus(), scrollToIndex(i, align), offset(). Fills its parent.
 * SplitPane         label, side start|end, size, min, max, onResize(size), pane, children; no separator when min = max
 * Toolbar           aria-label, children: one Tab stop, arrows inside
 * Chip              name, children, hue?, onRemove?, onPress?   HueMark: hue
 * BoxChip           children, colour, title?: coloured text on black   Badge: children, words?, tone?
 * Kbd               keys   Spinner: label   VisuallyHidden   Truncate: children, lines?, isFocusable?
 * Marked            text, ranges: words found in a text
 * DayField          label, value: ISO day or '', onChange, hint?
 * Field             label, hint?, error?, htmlFor?, children: the look of a field round something else
 * Banner            tone info|good|warning|danger, title?, children, action? {label,onPress}, isLive?
 * EmptyState        icon?, title, message?, action?   ErrorPane: title, message, report?, actions?
 * Disclosure        title, children, end?, defaultExpanded? | isExpanded + onExpandedChange
 * ProgressBar       label, value 0..1|null, detail?, onCancel?
 * toast({message, tone?, action?, seconds?}) from anywhere; <ToastRegion/> once, last in the app
 * applyTheme(theme), shownTheme(), classes(...names), hueStyle(hue), keysText(keys), selectionAfter(step)
 */
import './tokens.css';
import './fonts.css';
import './reset.css';

export * from './theme';
export * from './classes';
export * from './hue';
export * from './HeadingList';
export * from './Icon';
export * from './Kbd';
export * from './Spinner';
export * from './VisuallyHidden';
export * from './Truncate';
export * from './Marked';
export * from './Button';
export * from './IconButton';
export * from './Toolbar';
export * from './Tooltip';
export { Field } from './Field';
export type { FieldWords } from './Field';
export * from './TextField';
export * from './TextArea';
export * from './SearchField';
export * from './options';
export * from './Select';
export * from './ComboBox';
export * from './TokenField';
export * from './Checkbox';
export * from './RadioGroup';
export * from './Switch';
export * from './SegmentedControl';
export * from './Popover';
export * from './Dialog';
export * from './ConfirmDialog';
export * from './Menu';
export * from './MenuButton';
export * from './ContextMenu';
export * from './Tabs';
export * from './Tree';
export type { DropPlace } from './useTreeDrag';
export * from './selection';
export type { ListSort, VirtualColumn } from './VirtualHeader';
export * from './VirtualList';
export * from './SplitPane';
export * from './Chip';
export * from './BoxChip';
export * from './Badge';
export * from './Banner';
export * from './EmptyState';
export * from './ErrorPane';
export * from './Disclosure';
export * from './ProgressBar';
export { toast } from './toastQueue';
export type { ToastMessage } from './toastQueue';
export * from './ToastRegion';
export * from './useElementWidth';
export * from './ViewHead';
export * from './DayField';
export * from './useRested';
