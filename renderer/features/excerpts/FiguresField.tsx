/** The figures an excerpt keeps, each removable. They come from what its words suggest. */
import type { Excerpt } from '@shared/model/excerpt';
import { figureWords } from '@shared/model/figure';
import { Chip } from '../../ui';
import styles from './excerpts.module.css';

export interface FiguresFieldProps {
  readonly value: Excerpt['figures'];
  readonly onChange: (figures: Excerpt['figures']) => void;
}

export const FiguresField = ({ value, onChange }: FiguresFieldProps) =>
  value.length === 0 ? null : (
    <div role="group" aria-label="Figures" className={styles.figures}>
      <span aria-hidden className={styles.figuresLabel}>
        Figures
      </span>
      <ul className={styles.figuresList}>
        {value.map((figure) => (
          <li key={figure.id}>
            <Chip name={figureWords(figure)} onRemove={() => onChange(value.filter((one) => one.id !== figure.id))}>
              {figureWords(figure)}
            </Chip>
          </li>
        ))}
      </ul>
    </div>
  );
