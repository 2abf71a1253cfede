/** The look of a list that a style sorts by name. */
import styles from './styles.module.css';

export const unnumberedClass = styles.unnumbered ?? '';
