/** A few views of one thing, one at a time. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { classes } from './classes';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  id: Id;
  label: ReactNode;
  /** A quiet number beside the label. */
  count?: number | undefined;
  content: ReactNode;
  isDisabled?: boolean;
}

export interface TabsProps<Id extends string> {
  'aria-label': string;
  items: readonly TabItem<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
}

export const Tabs = <Id extends string>(props: TabsProps<Id>) => (
  <AriaTabs
    selectedKey={props.value}
    onSelectionChange={(id) => props.onChange(id as Id)}
    className={classes(styles.tabs, props.className)}
  >
    <TabList aria-label={props['aria-label']} className={styles.list ?? ''}>
      {props.items.map((one) => (
        <Tab key={one.id} id={one.id} isDisabled={one.isDisabled ?? false} className={styles.tab ?? ''}>
          {one.label}
          {one.count !== undefined && <span className={styles.count}>{one.count.toLocaleString()}</span>}
        </Tab>
      ))}
    </TabList>
    {props.items.map((one) => (
      <TabPanel key={one.id} id={one.id} className={styles.panel ?? ''}>
        {one.content}
      </TabPanel>
    ))}
  </AriaTabs>
);
