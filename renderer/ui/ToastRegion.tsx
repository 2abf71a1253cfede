/** Where toasts appear: once in the app, last. They wait while the pointer or the focus is on them; Esc takes one down. */
import { useSyncExternalStore } from 'react';
import { X } from 'lucide-react';
import { ToneIcon } from './Banner';
import { Button } from './Button';
import { classes } from './classes';
import { IconButton } from './IconButton';
import { dismissToast, pauseToasts, shownToasts, subscribeToasts } from './toastQueue';
import type { ShownToast } from './toastQueue';
import styles from './ToastRegion.module.css';

export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToasts, shownToasts);
  return (
    // Over an open dialog too: React Aria leaves a top layer alone. The pointer only stops the clock.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label="Messages"
      data-react-aria-top-layer="true"
      className={styles.region}
      onMouseEnter={() => pauseToasts(true)}
      onMouseLeave={() => pauseToasts(false)}
      onFocus={() => pauseToasts(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) pauseToasts(false);
      }}
    >
      <div role="status" className={styles.list}>
        {toasts.map((one) => (
          <Toast key={one.id} one={one} />
        ))}
      </div>
    </section>
  );
}

const Toast = ({ one }: { one: ShownToast }) => {
  const { id, message, tone = 'info', action } = one;
  return (
    // Esc works on whichever of its buttons has the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classes(styles.toast, styles[tone])}
      onKeyDown={(event) => {
        if (event.key === 'Escape') dismissToast(id);
      }}
    >
      {tone !== 'info' && (
        <span className={styles.icon}>
          <ToneIcon tone={tone} />
        </span>
      )}
      <span className={styles.words}>{message}</span>
      {action && (
        <Button
          variant="quiet"
          className={styles.action}
          onPress={() => {
            dismissToast(id);
            action.onPress();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} name="Dismiss" isSmall placement="top" onPress={() => dismissToast(id)} />
    </div>
  );
};
