import { lex } from '../lex.ts';
import type { Lint } from './lint.ts';

/** A comment in a folded block of YAML: its line has no end any more. */
export const foldedComment: Lint = {
  code: 'IT020',
  title: 'Comment in a folded block',
  explanation: 'In a folded block of YAML (query: >) the ends of lines become blanks, so a comment goes on to the end of the query and everything behind it is lost. Write query: | instead, or take the comment out.',
  severity: 'error',
  onErrors: true,
  *check({ text, folded }) {
    if (!folded) return;
    for (const { kind, start, length } of lex(text)) {
      if (kind !== 'comment') continue;
      yield { span: { start, length: Math.max(2, text.slice(start, start + length).search(/ \||$/)) }, message: 'YAML makes blanks of the line ends here, so this comment swallows the rest of the query. Begin the block with query: | instead.', replaces: 'following' };
      return;
    }
  },
};
