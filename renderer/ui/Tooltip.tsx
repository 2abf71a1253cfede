/** The name of a thing on hover and focus, with its keys. Wrap exactly one focusable element. */
import type { ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  /** One focusable element: a button of ours, a link or another element that can have the focus. */
  children: ReactElement;
  text: ReactNode;
  keys?: string | undefined;
  placement?: 'top' | 'bottom' | 'left' | 'right';
  delay?: number;
  isDisabled?: boolean;
}

export const Tooltip = ({
  children,
  text,
  keys,
  placement = 'bottom',
  delay = 500,
  isDisabled = false,
}: TooltipProps) => (
  <TooltipTrigger delay={delay} closeDelay={60} isDisabled={isDisabled}>
    {/* A plain element does not listen to the trigger by itself. */}
    {typeof children.type === 'string' ? <Focusable>{children as never}</Focusable> : children}
    <AriaTooltip placement={placement} offset={6} className={styles.tooltip ?? ''}>
      {text}
      {keys !== undefined && <Kbd keys={keys} />}
    </AriaTooltip>
  </TooltipTrigger>
);
