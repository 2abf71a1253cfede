/** The notes and references in the style of the briefing, with the way to choose it. */
import { useMemo } from 'react';
import { withoutGrades } from '@shared/briefing/references';
import type { References } from '@shared/briefing/references';
import type { StyledReferences } from '@shared/briefing/styles/styledReferences';
import type { Briefing } from '@shared/model/briefing';
import { useApp } from '../../app/context';
import { useSwitch } from '../../app/viewSettings';
import { NoteList } from './NoteList';
import { ReferenceList } from './ReferenceList';
import { GRADES_SETTING, ReferencesHead } from './styles';

interface StyledReferenceListProps {
  readonly briefing: Pick<Briefing, 'id' | 'style'>;
  readonly references: References;
  readonly styled: StyledReferences | null;
  readonly onShow: (excerptId: string) => void;
}

export const StyledReferenceList = ({ briefing, references, styled, onShow }: StyledReferenceListProps) => {
  const { run } = useApp();
  const hasGrades = useSwitch(GRADES_SETTING);
  // What was deleted a moment ago is said at once; the list follows.
  const shown = useMemo(() => {
    const { list } = styled?.references ?? references;
    return { ...references, list: hasGrades ? list : withoutGrades(list) };
  }, [styled, references, hasGrades]);
  return (
    <>
      {styled?.kind === 'note' && <NoteList labels={styled.labels} />}
      <ReferenceList
        references={shown}
        isNumbered={styled === null || styled.kind === 'numeric'}
        head={
          <ReferencesHead
            id="briefing-references"
            styleId={briefing.style}
            onStyle={(style) => void run('briefing.update', { id: briefing.id, patch: { style } })}
          />
        }
        onShow={onShow}
      />
    </>
  );
};
