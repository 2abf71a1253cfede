/** Elements of node views, which stand outside React: a page of five hundred citations would be five hundred roots. */
import styles from './page.module.css';

/** An element with a class. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className?: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  return made;
}

/** A quiet button of a node view. */
export function button(words: string, act: () => void): HTMLButtonElement {
  const made = element('button', styles.inlineButton);
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}
