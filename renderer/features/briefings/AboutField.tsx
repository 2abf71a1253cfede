/** The tag or the source that a template is filled from: typed for, found by its other names too. */
import { useMemo } from 'react';
import type { BriefingTemplate } from '@shared/briefing/template';
import { useAllRows } from '../../store/hooks';
import { ComboBox } from '../../ui';

interface AboutFieldProps {
  readonly asks: NonNullable<BriefingTemplate['asks']>;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: string | undefined;
}

export const AboutField = ({ asks, value, onChange, error }: AboutFieldProps) => {
  const tags = useAllRows('tags');
  const sources = useAllRows('sources');
  const items = useMemo(() => {
    const rows = asks.kind === 'tag' ? [...(tags?.values() ?? [])] : [...(sources?.values() ?? [])];
    return rows
      .map((row) => ({ id: row.id, label: row.name, detail: row.kind as string, also: row.aliases }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [asks.kind, tags, sources]);
  return (
    <ComboBox
      label={asks.isOptional ? `${asks.label} (optional)` : asks.label}
      items={items}
      value={value}
      onChange={onChange}
      placeholder={asks.kind === 'tag' ? 'Type a tag’s name' : 'Type a source’s name'}
      error={error}
      hint={asks.isOptional ? 'Left empty, it is filled from the whole case.' : undefined}
    />
  );
};
