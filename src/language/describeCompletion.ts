import { explain } from '../reference/index.ts';
import { functionText, operatorText } from './describeKql.ts';
import { explanationMarkdown, plain } from './markdown.ts';

/** Markdown about a completion item, looked up when an editor shows it; `name` is the item's label. */
export function describeCompletion(kind: string, name: string): string | undefined {
  switch (kind) {
    case 'function':
    case 'aggregate':
      return escaped(functionText(name));
    case 'keyword':
    case 'operator':
      return escaped(operatorText(name));
    case 'table':
    case 'column': {
      const explanation = explain(name);
      return explanation?.kind === kind ? explanationMarkdown(explanation) : undefined;
    }
    default:
      return undefined;
  }
}

function escaped(text: string | undefined): string | undefined {
  return text === undefined ? undefined : plain(text);
}
