/** The last resort: when the whole page fails to draw, a screen that can still export every case. */
import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import type { Platform } from '@shared/platform';
import { VERSION } from '@shared/version';
import { openCaseForReading } from '../store/reader';
import { listCases } from '../store/registry';
import { openPackDirectory } from '../store/packs';
import { CaseDatabase } from '../store/caseDatabase';
import { Button, ErrorPane } from '../ui';
import { packCase } from './packing';
import { reportOf } from './report';

interface Props {
  readonly platform: Platform;
  readonly children: ReactNode;
}

async function exportEverything(platform: Platform): Promise<void> {
  for (const one of await listCases()) {
    // Proves first that the case can be read at all, so that a broken one does not keep the others in.
    const reader = await openCaseForReading(one.id).catch(() => null);
    if (!reader) continue;
    reader.close();
    const db = new CaseDatabase(one.id);
    await db.openKnown();
    const bytes = await packCase({ db, packs: await openPackDirectory(db) });
    db.close();
    await platform.saveFile({
      suggestedName: `${one.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.collate`,
      filters: [{ name: 'Collate bundle', extensions: ['collate'] }],
      bytes,
    });
  }
}

export class RecoveryBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <ErrorPane
        title="Collate could not draw its window"
        message="Your cases are unchanged. Reload the window; if this comes again, export your cases and send the report to the people who look after the program."
        report={reportOf(this.state.error, 'render', VERSION).text}
        actions={
          <>
            <Button variant="primary" onPress={() => location.reload()}>
              Reload
            </Button>
            <Button onPress={() => void exportEverything(this.props.platform)}>Export all cases</Button>
          </>
        }
      />
    );
  }
}

/** The same for one pane: the rest of the window goes on. */
export class PaneBoundary extends Component<
  { readonly name: string; readonly children: ReactNode },
  { error: unknown }
> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <ErrorPane
        title={`${this.props.name} could not be shown`}
        message="Nothing was changed. The rest of the program goes on."
        report={reportOf(this.state.error, this.props.name, VERSION).text}
        actions={<Button onPress={() => this.setState({ error: null })}>Try again</Button>}
      />
    );
  }
}
