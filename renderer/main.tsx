/** Where the page starts: settings before the first paint, then the app. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/App';
import { RecoveryBoundary } from './app/Recovery';
import { THEME_SETTING } from './app/viewSettings';
import { choosePlatform } from './platform';
import { prepareIndex } from './search/client';
import { readSetting } from './store/registry';
import { applyTheme } from './ui';
import type { Theme } from './ui';

// The policy of the page allows no eval, which zod would otherwise try.
z.config({ jitless: true });

prepareIndex();
const platform = choosePlatform();

async function start(): Promise<void> {
  applyTheme((await readSetting<Theme>(THEME_SETTING).catch(() => undefined)) ?? 'system');
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <RecoveryBoundary platform={platform}>
        <App platform={platform} />
      </RecoveryBoundary>
    </StrictMode>,
  );
}

void start();
