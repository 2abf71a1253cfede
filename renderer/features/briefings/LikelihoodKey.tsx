/** The key to the words of likelihood, below the references, as it will be printed. */
import { SCALES } from '@shared/model/estimative';
import type { ScaleId } from '@shared/model/estimative';
import styles from './page.module.css';

export const LikelihoodKey = ({ scale }: { scale: ScaleId }) => {
  const { name, standard, terms } = SCALES[scale];
  return (
    <section className={styles.key} aria-labelledby="briefing-key">
      <h2 id="briefing-key">Words of likelihood</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">Probability</th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term.id}>
              <th scope="row">{term.words}</th>
              <td>{term.bandWords}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{standard}</p>
    </section>
  );
};
