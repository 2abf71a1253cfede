/** The bar above the work: back, forward, the search over the case, undo, the menu. */
import { memo, useEffect, useRef } from 'react';
import { ArrowLeft, ArrowRight, Command, Ellipsis, PanelRight, Redo2, Undo2 } from 'lucide-react';
import { useStepLabels } from '../../store/hooks';
import { IconButton, MenuButton, SearchField } from '../../ui';
import { useApp } from '../context';
import { navigate } from '../route';
import type { Route } from '../route';
import { onSignal } from '../signals';
import { menuItemsFor } from './menus';
import styles from './frame.module.css';

const CaseSearch = ({ route }: { route: Exclude<Route, { view: 'library' }> }) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      onSignal('focus.search', () => {
        input.current?.focus();
        input.current?.select();
      }),
    [],
  );
  const search = (next: string): void => {
    if (next.trim())
      navigate({ view: 'search', caseId: route.caseId, text: next }, route.view === 'search' ? 'replace' : 'push');
    else if (route.view === 'search') history.back();
  };
  return (
    <SearchField
      aria-label="Search the case"
      placeholder="Search the case"
      keys="/"
      value={route.view === 'search' ? route.text : ''}
      onChange={search}
      inputRef={input}
      className={styles.search ?? ''}
    />
  );
};

type CaseRoute = Exclude<Route, { view: 'library' }>;

const Ways = memo(() => {
  const app = useApp();
  return (
    <>
      <IconButton icon={ArrowLeft} name="Back" keys="Alt+ArrowLeft" onPress={() => void app.run('go.back')} />
      <IconButton icon={ArrowRight} name="Forward" keys="Alt+ArrowRight" onPress={() => void app.run('go.forward')} />
    </>
  );
});

/** What the menu offers depends on where one is. */
const Commands = memo(({ place }: { place: CaseRoute }) => {
  const app = useApp();
  const steps = useStepLabels();
  return (
    <>
      <IconButton
        icon={Undo2}
        name={steps.undo ? `Undo ${steps.undo}` : 'Undo'}
        keys="Mod+Z"
        isDisabled={steps.undo === null}
        onPress={() => void app.run('edit.undo')}
      />
      <IconButton
        icon={Redo2}
        name={steps.redo ? `Redo ${steps.redo}` : 'Redo'}
        keys="Mod+Shift+Z"
        isDisabled={steps.redo === null}
        onPress={() => void app.run('edit.redo')}
      />
      <IconButton icon={Command} name="Command palette" keys="Mod+K" onPress={() => void app.run('palette.open')} />
      <IconButton
        icon={PanelRight}
        name="Show or hide details"
        keys="Mod+Alt+B"
        onPress={() => void app.run('view.details')}
      />
      <MenuButton
        key={place.view}
        icon={Ellipsis}
        name="More"
        items={menuItemsFor(app, ['view', 'go', 'excerpt', 'briefing'])}
        placement="bottom end"
      />
    </>
  );
});

/** @param place the route without the words of a search, for what does not follow them */
export const TopBar = ({ route, place }: { route: CaseRoute; place: CaseRoute }) => (
  <header className={styles.top}>
    <Ways />
    <CaseSearch route={route} />
    <span className={styles.spring} />
    <Commands place={place} />
  </header>
);
