import { categoryData } from './data/categories.ts';
import type { CategoryReference } from './types.ts';

/** Every known diagnostic-settings category with its table, the identity ones first. */
export const categories: readonly CategoryReference[] = categoryData;

/** The category of this name, whatever its case (exports differ in it). */
export function findCategory(name: string): CategoryReference | undefined {
  const wanted = name.toLowerCase();
  return categories.find((category) => category.name.toLowerCase() === wanted);
}

/** All categories whose records land in this table. */
export function categoriesOfTable(table: string): readonly CategoryReference[] {
  return categories.filter((category) => category.table === table);
}
