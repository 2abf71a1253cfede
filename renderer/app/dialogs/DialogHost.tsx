/** Draws the dialogs that handlers wait for, and gives the confirmation its look. */
import { Fragment } from 'react';
import { ConfirmDialog } from '../../ui';
import { setConfirmView, useDialogs } from './dialogs';

setConfirmView((question, close) => (
  <ConfirmDialog
    isOpen
    title={question.title}
    confirmLabel={question.action}
    isDanger={question.danger ?? false}
    onConfirm={() => close(true)}
    onClose={() => close(false)}
  >
    {question.body}
  </ConfirmDialog>
));

export const DialogHost = () => (
  <>
    {useDialogs().map((dialog) => (
      <Fragment key={dialog.id}>{dialog.content}</Fragment>
    ))}
  </>
);
