/** What a briefing shows beside its own words, and keeping its shape as a template. */
import { useEffect } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import type { Editor } from '@tiptap/react';
import type { Briefing } from '@shared/model/briefing';
import { SCALES } from '@shared/model/estimative';
import type { ScaleId } from '@shared/model/estimative';
import { useApp } from '../../app/context';
import { Button, Popover, Switch } from '../../ui';
import { portionsKey } from './portionMarks';
import styles from './options.module.css';

interface BriefingOptionsProps {
  readonly briefing: Briefing;
  readonly editor: Editor;
  readonly scale: ScaleId;
  /** Writes what waits in the text. */
  readonly flush: () => Promise<void>;
}

export const BriefingOptions = ({ briefing, editor, scale, flush }: BriefingOptionsProps) => {
  const { run } = useApp();
  const { id, portionMarks, likelihoodKey } = briefing;
  useEffect(() => {
    if (!editor.isDestroyed) {
      editor.view.dispatch(editor.state.tr.setMeta(portionsKey, portionMarks).setMeta('addToHistory', false));
    }
  }, [editor, portionMarks]);
  const update = (patch: Partial<Briefing>): void => void run('briefing.update', { id, patch });
  const saveAsTemplate = async (): Promise<void> => {
    await flush();
    await run('template.save', { id });
  };
  return (
    <Popover
      label="Options of the briefing"
      placement="bottom end"
      className={styles.options ?? ''}
      trigger={
        <Button variant="quiet" icon={SlidersHorizontal}>
          <span className={styles.words}>Options</span>
        </Button>
      }
    >
      {(close) => (
        <>
          <Switch
            isSelected={portionMarks}
            onChange={(isOn) => update({ portionMarks: isOn })}
            detail="The marking of each paragraph before it, here and in what is exported"
          >
            Portion marks
          </Switch>
          <Switch
            isSelected={likelihoodKey}
            onChange={(isOn) => update({ likelihoodKey: isOn })}
            detail={`${SCALES[scale].name}, below the references`}
          >
            Key to likelihood words
          </Switch>
          <div className={styles.acts}>
            <Button
              onPress={() => {
                close();
                void saveAsTemplate();
              }}
            >
              Save as template…
            </Button>
          </div>
        </>
      )}
    </Popover>
  );
};
