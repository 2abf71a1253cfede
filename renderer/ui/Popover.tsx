/** Something small that floats beside what it belongs to, for as long as it is asked for. */
import { useContext } from 'react';
import type { ReactNode, RefObject } from 'react';
import { DialogTrigger, OverlayTriggerStateContext, Popover as AriaPopover } from 'react-aria-components';
import type { PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { classes } from './classes';
import styles from './Popover.module.css';

export const popoverClass = styles.popover ?? '';

export interface PopoverProps extends Pick<AriaPopoverProps, 'placement' | 'offset' | 'isNonModal' | 'maxHeight'> {
  /** Its name for screen readers. */
  label: string;
  /** A Button or IconButton that opens it; without one give `anchor`, `isOpen` and `onOpenChange`. */
  trigger?: ReactNode;
  anchor?: RefObject<Element | null>;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
  /** A function gets the way to close it. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

export function Popover({
  label,
  trigger,
  anchor,
  isOpen,
  onOpenChange,
  className,
  children,
  placement = 'bottom start',
  isNonModal = false,
  ...rest
}: PopoverProps) {
  const open = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  };
  const body = (
    <AriaPopover
      {...rest}
      {...(trigger === undefined ? open : {})}
      {...(anchor === undefined ? {} : { triggerRef: anchor })}
      // The popover is the dialog itself, so that nothing of it stands outside one.
      aria-label={label}
      // Empty, because its trigger would name it otherwise.
      // oxlint-disable-next-line jsx-a11y/aria-proptypes
      aria-labelledby=""
      isNonModal={isNonModal}
      placement={placement}
      className={popoverClass}
    >
      <Body className={className} groupLabel={isNonModal ? label : undefined} onClose={() => onOpenChange?.(false)}>
        {children}
      </Body>
    </AriaPopover>
  );
  return trigger === undefined ? (
    body
  ) : (
    <DialogTrigger {...open}>
      {trigger}
      {body}
    </DialogTrigger>
  );
}

interface BodyProps extends Pick<PopoverProps, 'children'> {
  className: string | undefined;
  groupLabel: string | undefined;
  onClose: () => void;
}

const Body = ({ className, groupLabel, onClose, children }: BodyProps) => {
  const state = useContext(OverlayTriggerStateContext);
  return (
    <div
      className={classes(styles.body, className)}
      {...(groupLabel === undefined ? {} : { role: 'group', 'aria-label': groupLabel })}
    >
      {typeof children === 'function' ? children(() => (state ? state.close() : onClose())) : children}
    </div>
  );
};
