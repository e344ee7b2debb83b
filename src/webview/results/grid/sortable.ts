import Sortable from 'sortablejs';

/** The grid takes the library that drags its headers from the global scope; it must be there before a grid is made. */
export function provideSortable(): void {
  Object.assign(globalThis, { Sortable });
}
