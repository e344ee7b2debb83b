import { dynamicPathTexts } from './data/dynamicPaths.ts';

/** A place inside a dynamic column or a JSON string. */
export interface DynamicPath {
  /** As KQL writes it after the column: `.app.servicePrincipalId`, `[0].modifiedProperties`. */
  readonly path: string;
  readonly meaning: string;
}

interface PathGroup {
  readonly tables: readonly string[];
  readonly column: string;
  readonly paths: readonly DynamicPath[];
}

const groups: readonly PathGroup[] = dynamicPathTexts.split('\n# ').slice(1).map(parseGroup);

/** The known paths inside a column; empty where none are known. */
export function dynamicPaths(table: string, column: string): readonly DynamicPath[] {
  return groups.find((group) => group.column === column && group.tables.includes(table))?.paths ?? [];
}

/** What a path means in each table that has it; the path may be written with other array positions than 0. */
export function findDynamicPath(column: string, path: string): readonly (DynamicPath & { readonly tables: readonly string[] })[] {
  const wanted = normalisePath(path);
  return groups
    .filter((group) => group.column === column)
    .flatMap(({ tables, paths }) => paths.filter((known) => known.path === wanted).map((known) => ({ ...known, tables })));
}

function normalisePath(path: string): string {
  return path.replace(/\[\d+\]/g, '[0]').replace(/\['([^']*)'\]/g, '["$1"]').replace(/\["([A-Za-z_]\w*)"\]/g, '.$1');
}

function parseGroup(block: string): PathGroup {
  const [head = '', ...lines] = block.trimEnd().split('\n');
  const tables = head.split(' ');
  const column = tables.pop() ?? '';
  return {
    tables,
    column,
    paths: lines.map((line) => {
      const colon = line.indexOf(': ');
      return { path: line.slice(0, colon), meaning: line.slice(colon + 2) };
    }),
  };
}
