/** A question or a form over the page. The focus stays in it; Esc closes it and gives the focus back. */
import { useId } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes';
import { IconButton } from './IconButton';
import styles from './Dialog.module.css';

export interface DialogProps {
  isOpen: boolean;
  /** Esc, the cross, and, where `isDismissable`, a click outside. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the bottom right, the one that goes on last. */
  actions?: ReactNode;
  /** 400, 560, 760 or 1040 px wide. */
  size?: 'small' | 'medium' | 'large' | 'wide';
  role?: 'dialog' | 'alertdialog';
  isDismissable?: boolean;
  /** Makes the whole a form: Enter in a field, or a button of type submit in `actions`. */
  onSubmit?: (() => void) | undefined;
}

export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, children, actions, size = 'medium', role = 'dialog', isDismissable = false } = props;
  const { onSubmit } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  const bodyId = useId();
  const inside = (
    <>
      <header className={styles.head}>
        <Heading slot="title" className={styles.title ?? ''}>
          {title}
        </Heading>
        {role === 'dialog' && <IconButton icon={X} name="Close" keys="Escape" isSmall onPress={onClose} />}
      </header>
      <div className={styles.body} id={bodyId}>
        {children}
      </div>
      {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
    </>
  );
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={isDismissable}
      className={styles.scrim ?? ''}
      data-dialog=""
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog
          role={role}
          className={styles.dialog ?? ''}
          {...(role === 'alertdialog' ? { 'aria-describedby': bodyId } : {})}
        >
          {onSubmit ? (
            <form className={styles.dialog} onSubmit={submit} noValidate>
              {inside}
            </form>
          ) : (
            inside
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
