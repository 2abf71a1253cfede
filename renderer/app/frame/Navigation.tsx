/** Where one can go in a case, with how much is there; below, the tag tree. */
import { memo } from 'react';
import {
  FileText,
  FolderOpen,
  Gavel,
  Highlighter,
  House,
  PackageOpen,
  Scale,
  ScrollText,
  Tags,
  UserCheck,
} from 'lucide-react';
import { useApp } from '../context';
import { hashOf } from '../route';
import type { Route } from '../route';
import type { Counts } from '../../search/engine/caseIndex';
import { useRow, useCase } from '../../store/hooks';
import { NavigationTags } from '../../features/tags';
import { Icon, MenuButton, Tooltip, classes } from '../../ui';
import type { IconType } from '../../ui';
import { COMMANDS } from '@shared/commands';
import { menuItemsFor } from './menus';
import styles from './frame.module.css';

type CaseView =
  | 'overview'
  | 'documents'
  | 'excerpts'
  | 'tags'
  | 'sources'
  | 'hypotheses'
  | 'briefings'
  | 'judgements'
  | 'exchange';

const PLACES: readonly { view: CaseView; label: string; icon: IconType; count?: keyof Counts['tables'] }[] = [
  { view: 'overview', label: 'Overview', icon: House },
  { view: 'documents', label: 'Documents', icon: FileText, count: 'documents' },
  { view: 'excerpts', label: 'Excerpts', icon: Highlighter, count: 'excerpts' },
  { view: 'tags', label: 'Tags', icon: Tags, count: 'tags' },
  { view: 'sources', label: 'Sources', icon: UserCheck, count: 'sources' },
  { view: 'hypotheses', label: 'Hypotheses', icon: Scale, count: 'hypotheses' },
  { view: 'briefings', label: 'Briefings', icon: ScrollText, count: 'briefings' },
  { view: 'judgements', label: 'Judgements', icon: Gavel, count: 'judgements' },
  { view: 'exchange', label: 'Exchange', icon: PackageOpen },
];

const isAt = (route: Route, view: CaseView): boolean =>
  route.view === view ||
  (view === 'documents' && route.view === 'document') ||
  (view === 'briefings' && route.view === 'briefing');

interface NavigationProps {
  readonly route: Exclude<Route, { view: 'library' }>;
  readonly isFolded: boolean;
  readonly counts: Counts | undefined;
}

const NavigationNow = ({ route, isFolded, counts }: NavigationProps) => {
  const app = useApp();
  const open = useCase();
  const record = useRow('cases', open.id);
  return (
    <nav className={classes(styles.navigation, isFolded && styles.folded)} aria-label="Case">
      <div className={styles.caseName}>
        {isFolded ? (
          <MenuButton icon={FolderOpen} name="Case menu" items={menuItemsFor(app, ['file', 'help'])} />
        ) : (
          <MenuButton
            label={record?.name ?? 'Case'}
            name={`Case menu: ${record?.name ?? ''}`}
            items={menuItemsFor(app, ['file', 'help'])}
            className={styles.caseMenu ?? ''}
          />
        )}
      </div>
      <ul className={styles.places}>
        {PLACES.map(({ view, label, icon, count }) => {
          const number = count ? counts?.tables[count] : undefined;
          const keys = COMMANDS[`go.${view}`].keys;
          const link = (
            <a
              href={hashOf({ view, caseId: open.id })}
              className={styles.place}
              aria-current={isAt(route, view) ? 'page' : undefined}
              aria-label={number === undefined ? label : `${label}, ${number}`}
            >
              <Icon icon={icon} />
              {!isFolded && <span className={styles.placeLabel}>{label}</span>}{' '}
              {!isFolded && number !== undefined && <span className={styles.count}>{number.toLocaleString()}</span>}
            </a>
          );
          return (
            <li key={view}>
              <Tooltip text={label} keys={keys} placement="right">
                {link}
              </Tooltip>
            </li>
          );
        })}
      </ul>
      {!isFolded && <NavigationTags />}
    </nav>
  );
};

export const Navigation = memo(NavigationNow);
