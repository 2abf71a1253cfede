/** One line of text. Dates are text too: people write "early May 2023". */
import type { Ref } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { classes } from './classes';
import { controlClass, fieldClass, FieldFrame } from './Field';
import type { FieldWords } from './Field';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>, FieldWords {
  placeholder?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export const TextField = ({ label, hint, error, placeholder, className, inputRef, ...rest }: TextFieldProps) => (
  <AriaTextField {...rest} isInvalid={Boolean(error)} className={classes(fieldClass, className)}>
    <FieldFrame label={label} hint={hint} error={error}>
      <Input
        className={controlClass}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </FieldFrame>
  </AriaTextField>
);
