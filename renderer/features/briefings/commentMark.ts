/** The mark on words that somebody comments on. Its look comes from beside it (commentPlugin.ts) and is never part of the text. */
import { Mark } from '@tiptap/core';

export const CommentMark = Mark.create({
  name: 'comment',
  // What is written at the edge of a passage is not part of it.
  inclusive: false,
  // Several people may comment on the same words.
  excludes: '',
  addAttributes: () => ({
    commentId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-comment') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-comment': attributes['commentId'] }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-comment]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});
