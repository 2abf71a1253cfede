/** Asks what a new briefing is called, which template it starts from, and what that is filled from. */
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { FileInput } from 'lucide-react';
import { sectionsOf } from '@shared/briefing/template';
import type { BriefingTemplate } from '@shared/briefing/template';
import { refusalSentence } from '@shared/messages';
import { useApp } from '../../app/context';
import type { App } from '../../app/context';
import { Button, Dialog, TextField } from '../../ui';
import { AboutField } from './AboutField';
import { OwnTemplateActions } from './OwnTemplateActions';
import { TEMPLATES, templateOf, useOwnTemplates } from './templates';
import styles from './templates.module.css';

export interface NewBriefing {
  readonly title: string;
  readonly template: string;
  readonly about: string | null;
}

interface NewBriefingFormProps {
  readonly template: string;
  readonly close: (answer?: NewBriefing) => void;
}

const NewBriefingForm = ({ template: first, close }: NewBriefingFormProps) => {
  const { run } = useApp();
  const own = useOwnTemplates() ?? [];
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState(first);
  const [about, setAbout] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const template = templateOf(chosen, own);
  const isEmpty = title.trim() === '';
  const isAboutMissing = template.asks !== undefined && !template.asks.isOptional && about === null;
  const choose = (id: string): void => {
    setChosen(id);
    setAbout(null);
    setTried(false);
  };
  const takeIn = async (): Promise<void> => {
    const made = await run('template.import');
    if (made.ok && made.value) choose(made.value);
  };
  return (
    <Dialog
      isOpen
      title="New briefing"
      size="large"
      onClose={() => close()}
      onSubmit={() => {
        setTried(true);
        if (!isEmpty && !isAboutMissing) close({ title, template: template.id, about: template.asks ? about : null });
      }}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            Start writing
          </Button>
        </>
      }
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        maxLength={500}
        autoFocus
        error={tried && isEmpty ? refusalSentence('name-empty') : undefined}
      />
      <div className={styles.choosing}>
        <div className={styles.offer}>
          <RadioGroup aria-label="Template" value={template.id} onChange={choose} className={styles.choices ?? ''}>
            {[...TEMPLATES, ...own].map((one) => (
              <Radio key={one.id} value={one.id} className={styles.choice ?? ''}>
                <span className={styles.choiceName}>{one.name}</span>
                {own.includes(one) && <span className={styles.quiet}>yours</span>}
              </Radio>
            ))}
          </RadioGroup>
          <Button variant="quiet" icon={FileInput} onPress={() => void takeIn()}>
            Import a template…
          </Button>
        </div>
        <section className={styles.preview} aria-label={`About ${template.name}`}>
          <h3>{template.name}</h3>
          <p>{template.description || 'No description.'}</p>
          <Sections template={template} />
          {template.asks && (
            <AboutField
              key={template.id}
              asks={template.asks}
              value={about}
              onChange={setAbout}
              error={tried && isAboutMissing ? refusalSentence('template-about-missing') : undefined}
            />
          )}
          {own.includes(template) && <OwnTemplateActions template={template} onGone={() => choose(first)} />}
        </section>
      </div>
    </Dialog>
  );
};

const Sections = ({ template }: { template: BriefingTemplate }) => {
  const sections = sectionsOf(template);
  if (sections.length === 0) return <p className={styles.quiet}>No sections: an empty page.</p>;
  return (
    <ol className={styles.sections} aria-label="Its sections">
      {sections.map((words, i) => (
        <li key={`${i} ${words}`}>
          {words}
          {template.hints[words] !== undefined && <span className={styles.quiet}>{template.hints[words]}</span>}
        </li>
      ))}
    </ol>
  );
};

/** Resolves with the title and template, undefined when the dialog is dismissed. */
export const askForBriefing = (app: Pick<App, 'ask'>, template?: string): Promise<NewBriefing | undefined> =>
  app.ask<NewBriefing>((close) => <NewBriefingForm template={template ?? TEMPLATES[0]!.id} close={close} />);
