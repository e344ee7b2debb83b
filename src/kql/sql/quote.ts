/** A DuckDB identifier, always quoted, so that no name can end it early or mean a keyword. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A DuckDB string literal. A NUL character, which DuckDB's parser cannot hold in a literal, becomes `chr(0)`. */
export function quoteString(text: string): string {
  return text
    .split('\0')
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join(' || chr(0) || ');
}
