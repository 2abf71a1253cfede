/** The command palette: commands, documents, excerpts, tags, sources and briefings in one list. */
import { useMemo, useState } from 'react';
import { COMMANDS } from '@shared/commands';
import type { CommandId, CommandRow } from '@shared/commands';
import { yes } from '@shared/model/result';
import type { IndexClient } from '../../search/client';
import { IndexContext, useSearch } from '../../search/hooks';
import type { SearchHit } from '../../search/searchHits';

import { Palette } from './Palette';
import type { PaletteItem } from './Palette';
import type { App, Outcome } from '../context';
import { ask } from '../dialogs/dialogs';
import { MENU_LABELS, MENU_PLACES, commandsIn } from '../menuPlaces';
import { isEnabled } from '../enabled';
import { goToHit, hitLabel } from './hits';

type Chosen = { readonly command: CommandId } | { readonly hit: SearchHit };

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

function commandItems(app: App, text: string): PaletteItem[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return MENU_PLACES.flatMap((place) =>
    commandsIn(place)
      .filter((id) => id !== 'palette.open' && isEnabled(id, app))
      .filter((id) => words.every((word) => fold(COMMANDS[id].label).includes(word)))
      .map((id) => ({
        id,
        label: COMMANDS[id].label,
        detail: MENU_LABELS[place],
        keys: (COMMANDS[id] as CommandRow).keys,
        section: 'Commands',
      })),
  );
}

interface AskProps {
  readonly app: App;
  readonly close: (answer?: Chosen) => void;
}

const CommandsOnly = ({ app, close }: AskProps) => {
  const [text, setText] = useState('');
  return (
    <Palette
      label="Commands"
      placeholder="Type a command"
      text={text}
      onText={setText}
      items={commandItems(app, text)}
      onChoose={(id) => close({ command: id as CommandId })}
      onClose={() => close()}
    />
  );
};

const Everything = ({ app, close }: AskProps) => {
  const [text, setText] = useState('');
  const { value: hits } = useSearch(text, 6);
  const items = useMemo(() => {
    const found = (hits ?? []).map((hit) => ({ id: `hit ${hit.table} ${hit.id}`, ...hitLabel(hit) }));
    return [...commandItems(app, text), ...found];
  }, [app, text, hits]);
  return (
    <Palette
      label="Commands and records"
      placeholder="A command, a document, an excerpt, a tag, a briefing"
      text={text}
      onText={setText}
      items={items}
      onChoose={(id) => {
        const hit = (hits ?? []).find((one) => `hit ${one.table} ${one.id}` === id);
        close(hit ? { hit } : { command: id as CommandId });
      }}
      onClose={() => close()}
    />
  );
};

const withIndex = (index: IndexClient, props: AskProps) => (
  <IndexContext value={index}>
    <Everything {...props} />
  </IndexContext>
);

/** Asks what to do or where to go, and does it. */
export async function openPalette(app: App): Promise<Outcome> {
  const chosen = await ask<Chosen>((close) =>
    app.index ? withIndex(app.index, { app, close }) : <CommandsOnly app={app} close={close} />,
  );
  if (!chosen) return yes(null);
  if ('command' in chosen) return app.run(chosen.command as 'edit.undo');
  goToHit(app, chosen.hit);
  return yes(null);
}
