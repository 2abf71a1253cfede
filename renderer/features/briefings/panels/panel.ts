/** What stands beside the text of a briefing, one panel at a time. Each is told the same and lives in a file of its own. */
import type { ComponentType } from 'react';
import type { Editor } from '@tiptap/react';
import type { DerivedMarking } from '@shared/briefing/marking';
import type { Briefing } from '@shared/model/briefing';
import type { Case } from '@shared/model/case';
import type { Evidence } from '../numbering';

export interface PanelProps {
  readonly briefing: Briefing;
  /** The case's own record: its words of likelihood, its horizon, its language. */
  readonly record: Case;
  readonly editor: Editor;
  /** Null while it is read. */
  readonly evidence: Evidence | null;
  /** Ids the text cites, in the order of first citation. */
  readonly cited: readonly string[];
  readonly derived: DerivedMarking;
  /** Goes to an excerpt in its document. */
  readonly onShow: (excerptId: string) => void;
  /** Gives the focus back to the text. */
  readonly onLeave: () => void;
}

export interface Panel {
  readonly id: string;
  readonly label: string;
  readonly Component: ComponentType<PanelProps>;
  /** A count to stand beside the label, such as open findings; null for none. */
  readonly useCount?: (props: PanelProps) => number | null;
}
