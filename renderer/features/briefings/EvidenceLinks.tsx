/** One press from what the text cites to what stands against it, for it or after it; and to the evidence of a hypothesis. */
import { Button, MenuButton, VisuallyHidden } from '../../ui';
import type { EvidenceScope } from './evidenceScope';
import { RELATION_WORDS, RELATIONS } from './relatedEvidence';
import type { Relation } from './relatedEvidence';
import styles from './drawer.module.css';

const SHORT: Readonly<Record<Relation, readonly [string, string]>> = {
  contradicts: ['≠', 'Contradicts'],
  supports: ['+', 'Supports'],
  updates: ['↻', 'Updates'],
};

export const EvidenceLinks = ({ scope }: { scope: EvidenceScope }) => {
  const { relation, related, hypothesis } = scope;
  return (
    <>
      <div className={styles.links} role="group" aria-label="Linked to what the text cites">
        {RELATIONS.map((one) => {
          const count = related?.[one].length ?? 0;
          return (
            <Button
              key={one}
              variant="quiet"
              aria-pressed={relation === one}
              className={styles.link}
              onPress={() => scope.show(relation === one ? 'all' : one)}
            >
              <span aria-hidden>{SHORT[one][0]}</span> {SHORT[one][1]}
              <VisuallyHidden> what you cite here:</VisuallyHidden>{' '}
              <span className={styles.quiet}>{count.toLocaleString()}</span>
            </Button>
          );
        })}
      </div>
      {(relation || hypothesis) && (
        <p className={styles.scope}>
          {relation ? `${RELATION_WORDS[relation]}, and is not cited yet` : `Linked to ${hypothesis!.statement}`}
        </p>
      )}
    </>
  );
};

/** The evidence that is linked to one hypothesis. */
export const HypothesisMenu = ({ scope: { hypothesis, hypotheses, showHypothesis } }: { scope: EvidenceScope }) =>
  hypotheses.length === 0 ? null : (
    <MenuButton
      label={hypothesis?.code ?? 'Hypothesis'}
      name="Evidence of a hypothesis"
      placement="bottom end"
      items={hypotheses.map((one) => ({
        id: one.id,
        label: one.code,
        detail: one.statement,
        isOn: hypothesis?.id === one.id,
        onAction: () => showHypothesis(one.id),
      }))}
    />
  );
