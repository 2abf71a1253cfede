/** Widths of the side panes and whether they are shown, remembered. */
import { writeSetting } from '../../store/registry';
import { useSwitch, useWidth } from '../viewSettings';

export function useWidths() {
  return {
    navigation: useWidth('view.navigation.width', 224),
    details: useWidth('view.details.width', 340),
    showNavigation: useSwitch('view.navigation'),
    showDetails: useSwitch('view.details'),
    setNavigation: (width: number) => void writeSetting('view.navigation.width', Math.round(width)),
    setDetails: (width: number) => void writeSetting('view.details.width', Math.round(width)),
  };
}
