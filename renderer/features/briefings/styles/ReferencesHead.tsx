/** The head of the reference list: how it is written, and whether it tells grades. */
import { toggleSetting, useSwitch } from '../../../app/viewSettings';
import { Switch } from '../../../ui';
import { StyleSelect } from './StyleSelect';
import styles from './styles.module.css';

/** Unset means yes. */
export const GRADES_SETTING = 'references.grades';

interface ReferencesHeadProps {
  readonly id: string;
  readonly styleId: string;
  readonly onStyle: (styleId: string) => void;
}

export const ReferencesHead = ({ id, styleId, onStyle }: ReferencesHeadProps) => (
  <div className={styles.head}>
    <h2 id={id}>References</h2>
    <Switch isSelected={useSwitch(GRADES_SETTING)} onChange={() => void toggleSetting(GRADES_SETTING)}>
      Grades
    </Switch>
    <StyleSelect styleId={styleId} onChoose={onStyle} className={styles.select ?? ''} />
  </div>
);
