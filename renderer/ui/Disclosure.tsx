/** A heading that shows and hides what is under it. */
import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  title: ReactNode;
  children: ReactNode;
  /** Beside the heading, outside its button: a count, a small button. */
  end?: ReactNode;
  defaultExpanded?: boolean;
  isExpanded?: boolean;
  onExpandedChange?: (isExpanded: boolean) => void;
  /** Of the heading; 3 where not given. */
  level?: number;
  className?: string;
}

export const Disclosure = (props: DisclosureProps) => (
  <AriaDisclosure
    defaultExpanded={props.defaultExpanded ?? false}
    {...(props.isExpanded === undefined ? {} : { isExpanded: props.isExpanded })}
    {...(props.onExpandedChange === undefined ? {} : { onExpandedChange: props.onExpandedChange })}
    className={classes(styles.disclosure, props.className)}
  >
    <div className={styles.head}>
      <Heading level={props.level ?? 3} className={styles.heading ?? ''}>
        <AriaButton slot="trigger" className={styles.button ?? ''}>
          <span className={styles.arrow}>
            <Icon icon={ChevronRight} size={14} />
          </span>
          {props.title}
        </AriaButton>
      </Heading>
      {props.end}
    </div>
    <DisclosurePanel>
      <div className={styles.body}>{props.children}</div>
    </DisclosurePanel>
  </AriaDisclosure>
);
