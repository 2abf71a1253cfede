/** One way to show a lucide icon: 16 px, a thin line, silent to screen readers because the name stands beside it. */
import type { LucideIcon } from 'lucide-react';

export type { LucideIcon as IconType } from 'lucide-react';

export const Icon = ({ icon: Shape, size = 16 }: { icon: LucideIcon; size?: number }) => (
  <Shape size={size} strokeWidth={1.75} aria-hidden focusable={false} />
);
