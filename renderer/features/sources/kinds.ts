/** Kinds of sources and reliabilities as choices. */
import { RELIABILITIES, RELIABILITY_WORDS } from '@shared/model/grading';
import { SOURCE_KINDS } from '@shared/model/source';
import { capital } from '@shared/text/capital';

export const KIND_OPTIONS = SOURCE_KINDS.map((id) => ({ id, label: capital(id) }));
export const RELIABILITY_OPTIONS = RELIABILITIES.map((id) => ({ id, label: `${id}  ${RELIABILITY_WORDS[id]}` }));
