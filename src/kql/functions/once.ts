import type { SqlArgument } from './row.ts';

/** What costs more to compute again than to hand over once, or gives another value the second time. */
const dear = /\b(?:json_\w+|to_json|regexp_\w+|kql_\w+|list_\w+|string_split|strftime|replace|trim|lower|upper|random|uuid)\(|CAST\(/;
const changing = /\b(?:random|uuid)\(/;
/** A refusal of some values stays in the branch that needs them. */
const refusing = /\berror\(/;

/**
 * The SQL of a call whose lowering names each argument as often as it likes, with every dear argument computed once: it is
 * handed over as the parameter of a lambda. Arguments that are the same for all rows stay where they are, for DuckDB computes
 * those once anyway, and some of its functions want a constant.
 */
export function namingOnce(args: readonly SqlArgument[], lower: (args: readonly SqlArgument[]) => string): string {
  const plain = lower(args);
  const at = args.findIndex((arg) => isRepeated(arg, plain));
  const arg = args[at];
  if (!arg) return plain;
  const name = parameterName(args);
  const { text, value: _value, ...known } = arg;
  // A dynamic of which only the text is read is handed over as that text.
  const asText = text !== undefined && !plain.replaceAll(text, '').includes(arg.sql);
  const handed: SqlArgument = { ...known, sql: name, ...(asText ? { text: name } : {}) };
  const body = namingOnce(args.map((other, index) => (index === at ? handed : other)), lower);
  // DuckDB takes no sub-query in a lambda.
  if (/\bSELECT\b/.test(body)) return plain;
  return `list_transform([${asText ? text : arg.sql}], lambda ${name}: ${body})[1]`;
}

function isRepeated({ sql, text, varies }: SqlArgument, lowered: string): boolean {
  const differs = varies?.() === true || changing.test(sql);
  return differs && !refusing.test(sql) && [sql, text].some((part) => part !== undefined && dear.test(part) && lowered.split(part).length > 2);
}

/** Not the name of a parameter that an argument was handed over as, further in or further out. */
function parameterName(args: readonly SqlArgument[]): string {
  const taken = args.flatMap(({ sql, text = '' }) => [...`${sql} ${text}`.matchAll(/"argument (\d+)"/g)].map(([, number]) => Number(number)));
  return `"argument ${String(Math.max(0, ...taken) + 1)}"`;
}
