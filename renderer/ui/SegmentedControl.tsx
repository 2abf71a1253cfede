/** One of two to five, as a row of joined buttons. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconType } from './Icon';
import { VisuallyHidden } from './VisuallyHidden';
import styles from './SegmentedControl.module.css';

export interface Segment<Id extends string> {
  id: Id;
  label: string;
  icon?: IconType;
  /** Only the icon is seen; the label is its name. */
  isIconOnly?: boolean;
  isDisabled?: boolean;
}

export interface SegmentedControlProps<Id extends string> {
  'aria-label': string;
  items: readonly Segment<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
  className?: string;
}

export const SegmentedControl = <Id extends string>(props: SegmentedControlProps<Id>) => (
  <ToggleButtonGroup
    aria-label={props['aria-label']}
    selectionMode="single"
    disallowEmptySelection
    isDisabled={props.isDisabled ?? false}
    selectedKeys={props.value === null ? [] : [props.value]}
    onSelectionChange={(keys) => {
      const [id] = keys;
      if (id !== undefined) props.onChange(id as Id);
    }}
    className={classes(styles.group, props.className)}
  >
    {props.items.map((one) => (
      <ToggleButton key={one.id} id={one.id} isDisabled={one.isDisabled ?? false} className={styles.segment ?? ''}>
        {one.icon && <Icon icon={one.icon} />}
        {one.isIconOnly ? <VisuallyHidden>{one.label}</VisuallyHidden> : one.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
