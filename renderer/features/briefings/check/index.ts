/** The check of a briefing, as the editor uses it. */
import styles from './check.module.css';

export { CheckLayer } from './CheckLayer';
export { OpenFindings } from './OpenFindings';

/** Class of the page whose text carries findings. */
export const marksClass = styles.marks ?? '';
