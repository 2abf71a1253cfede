/** The excerpts linked to a hypothesis, by what they do to it: support it, contradict it, or bear on it otherwise. */
import { Check, CircleSlash, FileText, Link2, Unlink } from 'lucide-react';
import { useMemo } from 'react';
import { LINK_TYPE_REVERSED } from '@shared/model/link';
import type { Link } from '@shared/model/link';
import { useApp } from '../../app/context';
import { selectExcerpt } from '../../app/selection';
import { useLinkIds } from '../../search/hooks';
import { useRows } from '../../store/hooks';
import { Icon, IconButton } from '../../ui';
import type { IconType } from '../../ui';
import { ExcerptCard } from '../excerpts';
import type { Names } from '../excerpts';
import styles from './hypotheses.module.css';

interface Group {
  readonly title: string;
  readonly icon: IconType;
  readonly links: readonly Link[];
}

/** Links by what they say of the hypothesis. */
export function groupsOf(links: readonly Link[]): Group[] {
  const is = (type: Link['type']) => (link: Link) => link.type === type;
  return [
    { title: 'Supports', icon: Check, links: links.filter(is('supports')) },
    { title: 'Contradicts', icon: CircleSlash, links: links.filter(is('contradicts')) },
    {
      title: 'Other links',
      icon: Link2,
      links: links.filter((link) => link.type !== 'supports' && link.type !== 'contradicts'),
    },
  ];
}

export interface EvidenceProps {
  readonly hypothesisId: string;
  readonly names: Names;
  readonly selectedId: string | null;
}

export function Evidence({ hypothesisId, names, selectedId }: EvidenceProps) {
  const app = useApp();
  const summaries = useLinkIds(hypothesisId);
  const linkIds = useMemo(() => summaries?.map(({ id }) => id) ?? [], [summaries]);
  const rows = useRows('links', linkIds);
  const links = useMemo(() => (rows ?? []).filter((link) => link !== undefined), [rows]);
  const farId = (link: Link): string => (link.fromId === hypothesisId ? link.toId : link.fromId);
  const excerptIds = useMemo(
    () => links.map((link) => (link.fromId === hypothesisId ? link.toId : link.fromId)),
    [links, hypothesisId],
  );
  const read = useRows('excerpts', excerptIds);
  const excerpts = new Map((read ?? []).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  if (summaries?.length === 0) {
    return (
      <p className={styles.note}>
        Nothing is linked to it yet. Select an excerpt, press L, and choose this hypothesis.
      </p>
    );
  }
  return (
    <div className={styles.evidence}>
      {groupsOf(links)
        .filter((group) => group.links.length > 0 || group.title !== 'Other links')
        .map((group) => (
          <section key={group.title} className={styles.group} data-kind={group.title}>
            <h3 className={styles.groupTitle}>
              <Icon icon={group.icon} size={14} /> {group.title}{' '}
              <span className={styles.muted}>{group.links.length.toLocaleString()}</span>
            </h3>
            <ul className={styles.cards}>
              {group.links.map((link) => {
                const excerpt = excerpts.get(farId(link));
                if (!excerpt) return null;
                return (
                  <li key={link.id} className={styles.card}>
                    <ExcerptCard
                      excerpt={excerpt}
                      names={names}
                      size="compact"
                      isSelected={excerpt.id === selectedId}
                      onOpen={() => selectExcerpt(excerpt.id)}
                    />
                    <div className={styles.cardFoot}>
                      <span className={styles.note}>
                        {group.title === 'Other links' &&
                          `${link.toId === hypothesisId ? link.type : LINK_TYPE_REVERSED[link.type]}. `}
                        {link.note}
                      </span>
                      <IconButton
                        icon={FileText}
                        name="Show in its document"
                        isSmall
                        onPress={() => void app.run('excerpt.show', { id: excerpt.id })}
                      />
                      <IconButton
                        icon={Unlink}
                        name="Take the link away"
                        isSmall
                        onPress={() => void app.run('link.delete', { id: link.id })}
                      />
                    </div>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
    </div>
  );
}
