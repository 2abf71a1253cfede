/** Which panel stands beside the text, kept in this profile. */
import { writeSetting } from '../../store/registry';

export const CHOSEN_PANEL = 'briefing.panel';
const SIDE_OPEN = 'briefing.drawer.open';

/** Shows a panel; the side opens where it is closed. */
export async function choosePanel(id: string): Promise<void> {
  await writeSetting(CHOSEN_PANEL, id);
  await writeSetting(SIDE_OPEN, true);
}
