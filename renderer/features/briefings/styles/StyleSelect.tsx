/** How the references are written: the styles that come with the program, the analyst's own, and a way to add one. */
import { useState } from 'react';
import { styleRefusalSentence } from '@shared/briefing/styles/refusal';
import { isBuiltInStyle, STYLES } from '@shared/briefing/styles/styleList';
import type { StyleKind } from '@shared/briefing/styles/styleList';
import { useApp } from '../../../app/context';
import { useSetting } from '../../../store/hooks';
import { Select } from '../../../ui';
import { addOwnStyle, OWN_STYLES_SETTING, removeOwnStyle } from './ownStyles';
import type { OwnStyle } from './ownStyles';

const ADD = 'add…';
const REMOVE = 'remove…';

const KIND_WORDS: Readonly<Record<StyleKind, string>> = {
  numeric: 'Numbers in the text',
  note: 'Notes',
  'author-date': 'Names and years in the text',
};

interface StyleSelectProps {
  readonly styleId: string;
  readonly onChoose: (styleId: string) => void;
  readonly className?: string;
}

export const StyleSelect = ({ styleId, onChoose, className = '' }: StyleSelectProps) => {
  const app = useApp();
  const own = useSetting<readonly OwnStyle[]>(OWN_STYLES_SETTING) ?? [];
  const [error, setError] = useState('');
  const mine = own.find((one) => one.id === styleId);
  const isHere = mine !== undefined || isBuiltInStyle(styleId);
  const choose = async (id: string): Promise<void> => {
    setError('');
    if (id === REMOVE) {
      onChoose(STYLES[0].id);
      return removeOwnStyle(styleId);
    }
    if (id !== ADD) return onChoose(id);
    const added = await addOwnStyle(app.platform);
    if (!added.ok) return setError(styleRefusalSentence(added.reason, added.detail));
    onChoose(added.value);
    app.toast('The reference style was added.');
  };
  const items = [
    ...STYLES.map(({ id, name, kind }) => ({ id: id as string, label: name, detail: KIND_WORDS[kind] })),
    ...own.map(({ id, name, kind }) => ({ id, label: name, detail: `Own style. ${KIND_WORDS[kind]}` })),
    ...(isHere ? [] : [{ id: styleId, label: 'A style that is not here', detail: 'Written as numbered references' }]),
    ...(mine ? [{ id: REMOVE, label: `Remove “${mine.name}”`, detail: 'From this profile' }] : []),
    { id: ADD, label: 'Add a style…', detail: 'A citation style file (.csl)' },
  ];
  return (
    <Select
      aria-label="Reference style"
      items={items}
      value={styleId}
      onChange={(id) => void choose(id)}
      error={error || undefined}
      className={className}
    />
  );
};
