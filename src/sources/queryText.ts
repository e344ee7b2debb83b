const token = /\/\/[^\n]*|```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|@"(?:[^"]|"")*"?|@'(?:[^']|'')*'?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g;

/** The query with its comments and strings blanked out, character for character: what is left is code. */
export function codeOf(query: string): string {
  return query.replace(token, (found) => found.replace(/[^\n]/g, ' '));
}

/** Whether the query restricts TimeGenerated itself. */
export function hasTimeFilter(query: string): boolean {
  const code = codeOf(query);
  return /\bTimeGenerated\b\s*(?:[<>]=?|==|!?between\b)/.test(code) || /(?:\)|\w)\s*[<>]=?\s*TimeGenerated\b/.test(code);
}

const unitDays: Readonly<Record<string, number>> = { d: 1, day: 1, days: 1, h: 1 / 24, hr: 1 / 24, hour: 1 / 24, hours: 1 / 24, m: 1 / 1440, min: 1 / 1440, minute: 1 / 1440, minutes: 1 / 1440, s: 1 / 86_400, sec: 1 / 86_400 };

/** How many days back the query reads by its own time filter, judged by its time literals; undefined without a filter. */
export function daysBack(query: string, nowMs: number): number | undefined {
  if (!hasTimeFilter(query)) return undefined;
  const code = codeOf(query);
  const spans = [...code.matchAll(/\b(\d+(?:\.\d+)?)(days?|hours?|hr|minutes?|min|sec|[dhms])\b/g)].map(([, amount, unit]) => Number(amount) * (unitDays[unit ?? ''] ?? 0));
  // The text of a datetime may be quoted, so it is looked for in the query itself.
  const dates = [...query.matchAll(/datetime\(\s*["']?(\d{4}-\d{2}-\d{2})/g)].map(([, date]) => (nowMs - Date.parse(date ?? '')) / 86_400_000).filter((days) => Number.isFinite(days));
  return Math.max(0, ...spans, ...dates);
}

/** The names among `names` that the query mentions outside comments and strings. */
export function namesIn(query: string, names: ReadonlySet<string>): readonly string[] {
  return [...new Set(codeOf(query).match(/[A-Za-z_]\w*/g) ?? [])].filter((word) => names.has(word));
}

/** Whether the query picks some rows of many: `take` and its kin, whose pick may differ from one run to the next. */
export function picksRows(query: string): boolean {
  return /\|\s*(?:take|limit|sample|sample-distinct|top|top-nested|top-hitters)\b/.test(codeOf(query));
}

/** The query without a final `render` and `;`, so that an operator can be put after it. */
export function extendable(query: string): string {
  // A text at the end belongs to the query, a comment does not.
  const code = query.replace(token, (found) => found.replace(/[^\n]/g, found.startsWith('//') ? ' ' : '"'));
  const render = /\|\s*render\b[^|]*$/.exec(code);
  const end = (render ? code.slice(0, render.index) : code).replace(/[\s;]+$/, '').length;
  return query.slice(0, end);
}
