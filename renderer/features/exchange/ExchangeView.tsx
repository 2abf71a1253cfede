/** Getting the case out and other people's work in. */
import { Download, FileInput, FileOutput, FolderInput, Share2 } from 'lucide-react';
import { MARKING_INK, strictest } from '@shared/model/marking';
import { counted } from '@shared/text/counted';
import { useApp } from '../../app/context';
import { useCounts } from '../../search/hooks';
import { useAllRows, useCase, useRow } from '../../store/hooks';
import { BoxChip, Button } from '../../ui';
import { Conflicts } from './Conflicts';
import { Duplicates } from './Duplicates';
import styles from './exchange.module.css';
import { Keys } from './Keys';
import { FolderSection } from './folder/FolderSection';

export const ExchangeView = () => {
  const app = useApp();
  const open = useCase();
  const record = useRow('cases', open.id);
  const documents = useAllRows('documents');
  const counts = useCounts();
  const marking = strictest([
    ...[...(documents?.values() ?? [])].map((document) => document.marking),
    ...[...(counts?.markings ?? [])].filter(([, count]) => count > 0).map(([label]) => label),
  ]);
  const tables = counts?.tables;
  return (
    <div className={styles.exchange}>
      <h1 className={styles.title}>Exchange</h1>
      <Conflicts />
      <Duplicates />
      <section className={styles.section} aria-labelledby="exchange-out">
        <h2 id="exchange-out">Give this case to somebody</h2>
        <p>
          One file holds all of it: the documents with their originals
          {tables &&
            `, ${counted(tables.excerpts, 'excerpt')}, ${counted(tables.tags, 'tag')}, ${counted(tables.links, 'link')} and ${counted(tables.briefings, 'briefing')}`}
          , and a page to read it without this program. Its contents can be verified with sha256sum alone.
        </p>
        <p className={styles.marking}>
          Strictest marking in it: <BoxChip colour={MARKING_INK[marking]}>{marking}</BoxChip>
        </p>
        <div className={styles.choices}>
          <Button variant="primary" icon={Share2} onPress={() => void app.run('bundle.share')}>
            Share…
          </Button>
          <Button icon={Download} onPress={() => void app.run('bundle.export')}>
            Export “{record?.name ?? ''}” as a bundle…
          </Button>
        </div>
        <p className={styles.quiet}>
          Share chooses for whom, what of the case and up to which marking, and can lock and sign it. Export writes all
          of it.
        </p>
      </section>
      <section className={styles.section} aria-labelledby="exchange-in">
        <h2 id="exchange-in">Take in a bundle</h2>
        <p>
          A bundle of another case becomes a case of its own. A bundle of this case is shown beside it first: you see
          what is new, newer or in conflict and decide; one undo takes all of it back.
        </p>
        <Button icon={FolderInput} onPress={() => void app.run('bundle.import')}>
          Open a bundle…
        </Button>
      </section>
      <section className={styles.section} aria-labelledby="exchange-formats">
        <h2 id="exchange-formats">Other programs</h2>
        <p>
          Projects of ATLAS.ti, MAXQDA and NVivo (REFI-QDA), notes of Obsidian and Joplin, references of Zotero, STIX,
          Web Annotations and tables come in as a case of their own, and the case goes out to most of them.
        </p>
        <div className={styles.choices}>
          <Button icon={FileInput} onPress={() => void app.run('format.import')}>
            Bring in…
          </Button>
          <Button icon={FileOutput} onPress={() => void app.run('format.export')}>
            Export for another program…
          </Button>
        </div>
      </section>
      <FolderSection />
      <Keys />
    </div>
  );
};
