/** Links as counted signs, their words on hover and for screen readers: "supports 2, contradicts 1". */
import { CircleCheck, CircleX, Copy, Equal, History, Link2, ListPlus } from 'lucide-react';
import { LINK_TYPES } from '@shared/model/link';
import type { LinkType } from '@shared/model/link';
import type { LinkCounts as Counts } from '../../search/engine/caseIndex';
import { classes, Icon, VisuallyHidden } from '../../ui';
import type { IconType } from '../../ui';
import styles from './excerpts.module.css';

export const LINK_ICONS: Readonly<Record<LinkType, IconType>> = {
  supports: CircleCheck,
  contradicts: CircleX,
  corroborates: Equal,
  updates: History,
  duplicates: Copy,
  elaborates: ListPlus,
  'relates to': Link2,
};

export const LinkCounts = ({ counts }: { counts: Counts }) => (
  <span className={styles.links}>
    {LINK_TYPES.map((type) => {
      const count = counts.byType[type];
      if (!count) return null;
      return (
        <span
          key={type}
          className={classes(styles.link, type === 'contradicts' && styles.against)}
          title={`${type} ${count}`}
        >
          <Icon icon={LINK_ICONS[type]} size={14} />
          <VisuallyHidden>{type} </VisuallyHidden>
          {count}
        </span>
      );
    })}
  </span>
);
