/** Several lines of text, as tall as what is in it. */
import type { Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { classes } from './classes';
import { controlClass, fieldClass, FieldFrame } from './Field';
import type { FieldWords } from './Field';
import styles from './TextArea.module.css';

export interface TextAreaProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>, FieldWords {
  placeholder?: string;
  /** Lines shown when empty. */
  rows?: number;
  /** Lines after which it scrolls. */
  maxRows?: number;
  className?: string;
  inputRef?: Ref<HTMLTextAreaElement>;
}

const LINE = 20;
const EDGES = 8;

export const TextArea = ({
  label,
  hint,
  error,
  placeholder,
  rows = 2,
  maxRows = 16,
  className,
  inputRef,
  ...rest
}: TextAreaProps) => (
  <AriaTextField {...rest} isInvalid={Boolean(error)} className={classes(fieldClass, className)}>
    <FieldFrame label={label} hint={hint} error={error}>
      <AriaTextArea
        rows={rows}
        className={classes(controlClass, styles.area)}
        style={{ minHeight: rows * LINE + EDGES, maxHeight: maxRows * LINE + EDGES }}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </FieldFrame>
  </AriaTextField>
);
