import { cellToBoundary, cellToChildren, cellToLatLng, cellToParent, getResolution, gridDiskDistances, isValidCell, latLngToCell } from 'h3-js';
import { s2 } from 's2js';
import type { Dynamic } from './dynamicValue.ts';
import { geoJson } from './geometry.ts';
import { native, type NativeFunction } from './nativeFunction.ts';
import { isPlace } from './sphere.ts';

const degrees = 180 / Math.PI;

/** What was asked for, or the default where nothing was; a null is no level. */
function levelOf(given: readonly (bigint | null)[], usual: number, [least, most]: readonly [number, number]): number | undefined {
  const level = given.length === 0 ? usual : Number(given[0] ?? -1n);
  return level >= least && level <= most ? level : undefined;
}

function toH3(longitude: number, latitude: number, ...given: (bigint | null)[]): string {
  const resolution = levelOf(given, 6, [0, 15]);
  return resolution === undefined || !isPlace({ longitude, latitude }) ? '' : latLngToCell(latitude, longitude, resolution);
}

function h3Center(cell: string): Dynamic {
  if (!isValidCell(cell)) return null;
  const [latitude, longitude] = cellToLatLng(cell);
  return geoJson('Point', [longitude, latitude]);
}

function h3Polygon(cell: string): Dynamic {
  return isValidCell(cell) ? geoJson('Polygon', [cellToBoundary(cell, true)]) : null;
}

function h3Level(cell: string): bigint | null {
  return isValidCell(cell) ? BigInt(getResolution(cell)) : null;
}

function h3Parent(cell: string, ...given: (bigint | null)[]): string {
  if (!isValidCell(cell)) return '';
  const own = getResolution(cell);
  const level = levelOf(given, own - 1, [0, own]);
  return level === undefined ? '' : cellToParent(cell, level);
}

/** More levels down there would be more than 16,807 of them. */
const levelsDown = 5;

function h3Children(cell: string, ...given: (bigint | null)[]): Dynamic {
  if (!isValidCell(cell)) return null;
  const own = getResolution(cell);
  const level = levelOf(given, own + 1, [own, Math.min(own + levelsDown, 15)]);
  return level === undefined ? null : cellToChildren(cell, level);
}

const widestRing = 142n;

function h3Rings(cell: string, distance: bigint): Dynamic {
  return isValidCell(cell) && distance >= 0n && distance <= widestRing ? gridDiskDistances(cell, Number(distance)) : null;
}

function h3Neighbors(cell: string): Dynamic {
  return isValidCell(cell) ? (gridDiskDistances(cell, 1)[1] ?? []) : null;
}

function toS2(longitude: number, latitude: number, ...given: (bigint | null)[]): string {
  const level = levelOf(given, 11, [0, 30]);
  if (level === undefined || !isPlace({ longitude, latitude })) return '';
  const { cellid, LatLng } = s2;
  return cellid.toToken(cellid.parent(cellid.fromLatLng(LatLng.fromDegrees(latitude, longitude)), level));
}

function s2Cell(token: string): bigint | undefined {
  const cell = /^[0-9a-f]{1,16}$/i.test(token) ? s2.cellid.fromToken(token) : 0n;
  return s2.cellid.valid(cell) ? cell : undefined;
}

function s2Center(token: string): Dynamic {
  const cell = s2Cell(token);
  if (cell === undefined) return null;
  const { lng, lat } = s2.cellid.latLng(cell);
  return geoJson('Point', [lng * degrees, lat * degrees]);
}

function s2Polygon(token: string): Dynamic {
  const id = s2Cell(token);
  if (id === undefined) return null;
  const cell = s2.Cell.fromCellID(id);
  const corners = [0, 1, 2, 3, 0].map((corner) => {
    const { lng, lat } = s2.LatLng.fromPoint(cell.vertex(corner));
    return [lng * degrees, lat * degrees];
  });
  return geoJson('Polygon', [corners]);
}

/** In the order of the reference's example; eight of them, or seven beside a corner of the cube that the cells are cut from. */
function s2Neighbors(token: string): Dynamic {
  const cell = s2Cell(token);
  if (cell === undefined) return null;
  const { cellid } = s2;
  const edges = cellid.edgeNeighbors(cell);
  const all = new Set(cellid.allNeighbors(cell, cellid.level(cell)));
  const corner = (first: number, second: number) => {
    const [beside, others] = [cellid.edgeNeighbors(edges[first] ?? 0n), new Set(cellid.edgeNeighbors(edges[second] ?? 0n))];
    return beside.find((id) => id !== cell && others.has(id) && all.has(id) && !edges.includes(id));
  };
  const list = [corner(1, 2), corner(3, 0), corner(0, 1), edges[0], edges[2], edges[1], edges[3], corner(2, 3)];
  return list.flatMap((id) => (id === undefined ? [] : [cellid.toToken(id)]));
}

/** Uber's H3 and Google's S2 by their libraries. A place or level that is none gives an empty text, a cell that is none gives null. */
export const geographyCellFunctions: readonly NativeFunction[] = [
  native({ name: 'geo_point_to_h3cell', parameters: ['real', 'real'], rest: 'long', result: 'string' }, toH3),
  native({ name: 'geo_h3cell_to_central_point', parameters: ['string'], result: 'dynamic' }, h3Center),
  native({ name: 'geo_h3cell_to_polygon', parameters: ['string'], result: 'dynamic' }, h3Polygon),
  native({ name: 'geo_h3cell_level', parameters: ['string'], result: 'int' }, h3Level),
  native({ name: 'geo_h3cell_parent', parameters: ['string'], rest: 'long', result: 'string' }, h3Parent),
  native({ name: 'geo_h3cell_children', parameters: ['string'], rest: 'long', result: 'dynamic' }, h3Children),
  native({ name: 'geo_h3cell_rings', parameters: ['string', 'long'], result: 'dynamic' }, h3Rings),
  native({ name: 'geo_h3cell_neighbors', parameters: ['string'], result: 'dynamic' }, h3Neighbors),
  native({ name: 'geo_point_to_s2cell', parameters: ['real', 'real'], rest: 'long', result: 'string' }, toS2),
  native({ name: 'geo_s2cell_to_central_point', parameters: ['string'], result: 'dynamic' }, s2Center),
  native({ name: 'geo_s2cell_to_polygon', parameters: ['string'], result: 'dynamic' }, s2Polygon),
  native({ name: 'geo_s2cell_neighbors', parameters: ['string'], result: 'dynamic' }, s2Neighbors),
];
