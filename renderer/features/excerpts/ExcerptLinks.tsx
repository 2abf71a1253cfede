/** The links at an excerpt, both directions, each with the way to its other end and the reason for it. */
import { useMemo } from 'react';
import { ArrowRight, Link2, Trash2 } from 'lucide-react';
import { LINK_TYPE_REVERSED } from '@shared/model/link';
import type { Link } from '@shared/model/link';
import { useApp } from '../../app/context';
import { useLinkIds } from '../../search/hooks';
import { useAllRows, useCase, useRows } from '../../store/hooks';
import { Button, classes, Icon, IconButton, TextField } from '../../ui';
import { LINK_ICONS } from './LinkCounts';
import { shortNameOf } from './names';
import type { Names } from './names';
import { useDraft } from '../../app/useDraft';
import styles from './excerpts.module.css';

const NONE: readonly string[] = [];

const LinkWhy = ({ link }: { link: Link }) => {
  const { run } = useApp();
  const note = useDraft(link.note, (text) =>
    run('link.update', { id: link.id, patch: { note: text } }, { fold: `link.note:${link.id}` }),
  );
  return (
    <TextField
      aria-label="Why they are linked"
      placeholder="Why"
      value={note.value}
      onChange={note.onChange}
      onBlur={note.onBlur}
    />
  );
};

export const ExcerptLinks = ({ id, names }: { id: string; names: Names }) => {
  const app = useApp();
  const { run } = app;
  const open = useCase();
  const summaries = useLinkIds(id);
  const linkIds = useMemo(() => summaries?.map((one) => one.id) ?? NONE, [summaries]);
  const links = useRows('links', linkIds);
  const otherIds = useMemo(
    () =>
      (links ?? []).flatMap((link) => {
        const [table, other] = link?.fromId === id ? [link.toTable, link.toId] : [link?.fromTable, link?.fromId];
        return table === 'excerpts' && other ? [other] : [];
      }),
    [links, id],
  );
  const others = useRows('excerpts', otherIds);
  const excerptById = useMemo(() => new Map((others ?? []).map((one) => [one?.id, one])), [others]);
  const hypotheses = useAllRows('hypotheses');
  const living = (links ?? []).filter((link) => link !== undefined);

  const go = (table: Link['toTable'], otherId: string): void => {
    if (table === 'hypotheses') app.navigate({ view: 'hypotheses', caseId: open.id });
    else void run('excerpt.show', { id: otherId });
  };

  return (
    <section aria-label="Links">
      <h2 className={styles.section}>
        <span>Links{living.length > 0 && ` ${living.length}`}</span>
        <Button variant="quiet" icon={Link2} keys="L" onPress={() => void run('excerpt.link')}>
          Link…
        </Button>
      </h2>
      {links && living.length === 0 && <p className={styles.nothing}>Nothing is linked to this excerpt yet.</p>}
      <ul className={styles.linkList}>
        {living.map((link) => {
          const outgoing = link.fromId === id;
          const [table, otherId] = outgoing ? [link.toTable, link.toId] : [link.fromTable, link.fromId];
          const excerpt = table === 'excerpts' ? excerptById.get(otherId) : undefined;
          const hypothesis = table === 'hypotheses' ? hypotheses?.get(otherId) : undefined;
          const words = excerpt
            ? shortNameOf(excerpt, names)
            : hypothesis
              ? `${hypothesis.code} ${hypothesis.statement}`
              : 'No longer in the case';
          const type = outgoing ? link.type : LINK_TYPE_REVERSED[link.type];
          return (
            <li key={link.id} className={styles.linkItem}>
              <div className={styles.linkHead}>
                <span className={classes(styles.linkType, link.type === 'contradicts' && styles.against)}>
                  <Icon icon={LINK_ICONS[link.type]} size={14} />
                  {type}
                </span>
                <IconButton icon={ArrowRight} isSmall name="Go to the other end" onPress={() => go(table, otherId)} />
                <IconButton
                  icon={Trash2}
                  isSmall
                  name="Delete the link"
                  onPress={() => void run('link.delete', { id: link.id })}
                />
              </div>
              <button type="button" className={styles.linkQuote} onClick={() => go(table, otherId)}>
                {words}
              </button>
              <LinkWhy link={link} />
            </li>
          );
        })}
      </ul>
    </section>
  );
};
