/** How the three severities look and are called. */
import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react';
import type { Severity } from '@shared/briefing/checks/finding';
import type { IconType } from '../../../ui';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];

interface SeverityLook {
  readonly name: string;
  readonly many: string;
  readonly icon: IconType;
}

export const SEVERITY: Readonly<Record<Severity, SeverityLook>> = {
  error: { name: 'Error', many: 'Errors', icon: CircleAlert },
  warning: { name: 'Warning', many: 'Warnings', icon: TriangleAlert },
  advice: { name: 'Advice', many: 'Advice', icon: Lightbulb },
};
