/** Kinds and colours of tags in words and signs. */
import { Building2, CalendarDays, Hash, MapPin, User, Wrench } from 'lucide-react';
import { TAG_KINDS } from '@shared/model/tag';
import type { TagKind } from '@shared/model/tag';
import type { IconType, Option } from '../../ui';

export const KIND_ICONS: Readonly<Record<TagKind, IconType>> = {
  topic: Hash,
  person: User,
  organisation: Building2,
  place: MapPin,
  equipment: Wrench,
  event: CalendarDays,
};

const capital = (word: string): string => `${word[0]!.toUpperCase()}${word.slice(1)}`;

export const KIND_OPTIONS = TAG_KINDS.map((id) => ({ id, label: capital(id) }));

/** The twelve hues in the order of the tokens. */
const HUE_NAMES = [
  'Red',
  'Orange',
  'Amber',
  'Olive',
  'Green',
  'Teal',
  'Cyan',
  'Sky',
  'Blue',
  'Violet',
  'Magenta',
  'Rose',
] as const;

export const HUE_OPTIONS: readonly Option[] = HUE_NAMES.map((label, hue) => ({ id: String(hue), label, hue }));
