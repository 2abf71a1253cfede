/** Toasts of this window, told to the toast region of ui/. */
import { toast } from '../ui';

export interface ToastOptions {
  readonly undo?: boolean;
  readonly tone?: 'info' | 'warning' | 'danger';
}

/** The step that an "Undo" in a message would take back, as far as this window knows. */
export interface LastStep {
  undo(): void;
  /** Calls back when another step is made, after which the offer would take back the wrong one. */
  onNext(listener: () => void): () => void;
}

/** Shows a message; with `undo` it offers to take the step back for ten seconds, or until another step is made. */
export function showToast(message: string, options: ToastOptions | undefined, step: LastStep | null): void {
  if (!message) return;
  const undo = options?.undo && step ? step : null;
  const dismiss = toast({
    message,
    tone: options?.tone ?? 'info',
    ...(undo ? { action: { label: 'Undo', onPress: () => undo.undo() } } : {}),
  });
  if (!undo) return;
  const stop = undo.onNext(() => {
    stop();
    dismiss();
  });
}
