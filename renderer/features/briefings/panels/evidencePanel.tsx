/** The evidence as a panel: what is chosen there goes into the text at the caret. */
import { useCallback } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { EvidenceDrawer } from '../EvidenceDrawer';
import { insertEvidence } from '../insert';
import type { EvidenceUse } from '../insert';
import type { Panel, PanelProps } from './panel';

const Evidence = ({ editor, cited, onShow, onLeave }: PanelProps) => {
  const putIn = useCallback((excerpt: Excerpt, how: EvidenceUse) => insertEvidence(editor, excerpt, how), [editor]);
  return <EvidenceDrawer cited={cited} onUse={putIn} onShow={onShow} onLeave={onLeave} />;
};

export const evidencePanel: Panel = { id: 'evidence', label: 'Evidence', Component: Evidence };
