/** Commands that go somewhere or change how the window looks; none of them writes the case. */
import { no, yes } from '@shared/model/result';
import { focusView } from '../frame/arrival';
import { openPalette } from '../palette/openPalette';
import { showAbout } from '../dialogs/About';
import { showShortcuts } from '../dialogs/Shortcuts';
import { showSettings } from '../dialogs/Settings';
import { navigate } from '../route';
import type { Route } from '../route';
import { sendSignal } from '../signals';
import { cycleTheme, SUGGESTIONS_SETTING, toggleSetting } from '../viewSettings';
import type { CommandContext, HandlersFor } from './handler';

type CaseView = Exclude<Route['view'], 'library' | 'document' | 'briefing' | 'search'>;

const go = (view: CaseView) => (context: CommandContext) => {
  // Who comes by a key goes on by keys: the list there, not the control one came from.
  (document.activeElement as HTMLElement | null)?.blur();
  navigate({ view, caseId: context.theCase.id });
  void focusView();
  return yes(null);
};

const signal = (name: Parameters<typeof sendSignal>[0]) => () => (sendSignal(name) ? yes(null) : no('cancelled'));

export const placeHandlers = {
  'settings.open': (context) => showSettings(context),
  'search.focus': signal('focus.search'),
  'document.find': signal('focus.find'),
  'document.replace': signal('focus.replace'),
  'document.outline': signal('focus.outline'),
  'palette.open': (context) => openPalette(context),
  'view.theme': async () => yes(await cycleTheme()),
  'view.navigation': async () => yes(await toggleSetting('view.navigation')),
  'view.details': async () => yes(await toggleSetting('view.details')),
  'view.suggestions': async () => yes(await toggleSetting(SUGGESTIONS_SETTING)),
  'go.back'() {
    history.back();
    return yes(null);
  },
  'go.forward'() {
    history.forward();
    return yes(null);
  },
  'go.overview': go('overview'),
  'go.documents': go('documents'),
  'go.excerpts': go('excerpts'),
  'go.tags': go('tags'),
  'go.sources': go('sources'),
  'go.hypotheses': go('hypotheses'),
  'go.briefings': go('briefings'),
  'go.judgements': go('judgements'),
  'go.exchange': go('exchange'),
  'list.next': signal('list.next'),
  'list.previous': signal('list.previous'),
  'briefing.drawer': signal('focus.drawer'),
  'help.shortcuts': (context) => showShortcuts(context),
  'help.about': (context) => showAbout(context),
} satisfies HandlersFor<
  | 'settings.open'
  | 'search.focus'
  | 'document.find'
  | 'document.replace'
  | 'document.outline'
  | 'palette.open'
  | 'view.theme'
  | 'view.navigation'
  | 'view.details'
  | 'view.suggestions'
  | 'go.back'
  | 'go.forward'
  | 'go.overview'
  | 'go.documents'
  | 'go.excerpts'
  | 'go.tags'
  | 'go.sources'
  | 'go.hypotheses'
  | 'go.briefings'
  | 'go.judgements'
  | 'go.exchange'
  | 'list.next'
  | 'list.previous'
  | 'briefing.drawer'
  | 'help.shortcuts'
  | 'help.about'
>;
