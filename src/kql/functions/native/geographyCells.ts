import type * as H3Library from 'h3-js';
import type * as S2Library from 's2js';
import type { Dynamic } from './dynamicValue.ts';
import { geoJson } from './geometry.ts';
import { nativeWith, type NativeFunction } from './nativeFunction.ts';
import { isPlace } from './sphere.ts';

type H3 = typeof H3Library;
type S2 = typeof S2Library.s2;

/** The libraries are half a megabyte that few queries need: esbuild.mjs makes files of their own of them, read at the first call. */
const withH3 = <V extends unknown[], R>(run: (h3: H3, ...values: V) => R) => (): ((...values: V) => R) => {
  const h3 = require('h3-js') as H3;
  return (...values) => run(h3, ...values);
};
const withS2 = <V extends unknown[], R>(run: (s2: S2, ...values: V) => R) => (): ((...values: V) => R) => {
  const { s2 } = require('s2js') as typeof S2Library;
  return (...values) => run(s2, ...values);
};

const degrees = 180 / Math.PI;

/** What was asked for, or the default where nothing was; a null is no level. */
function levelOf(given: readonly (bigint | null)[], usual: number, [least, most]: readonly [number, number]): number | undefined {
  const level = given.length === 0 ? usual : Number(given[0] ?? -1n);
  return level >= least && level <= most ? level : undefined;
}

function toH3(h3: H3, longitude: number, latitude: number, ...given: (bigint | null)[]): string {
  const resolution = levelOf(given, 6, [0, 15]);
  return resolution === undefined || !isPlace({ longitude, latitude }) ? '' : h3.latLngToCell(latitude, longitude, resolution);
}

function h3Center(h3: H3, cell: string): Dynamic {
  if (!h3.isValidCell(cell)) return null;
  const [latitude, longitude] = h3.cellToLatLng(cell);
  return geoJson('Point', [longitude, latitude]);
}

function h3Polygon(h3: H3, cell: string): Dynamic {
  return h3.isValidCell(cell) ? geoJson('Polygon', [h3.cellToBoundary(cell, true)]) : null;
}

function h3Level(h3: H3, cell: string): bigint | null {
  return h3.isValidCell(cell) ? BigInt(h3.getResolution(cell)) : null;
}

function h3Parent(h3: H3, cell: string, ...given: (bigint | null)[]): string {
  if (!h3.isValidCell(cell)) return '';
  const own = h3.getResolution(cell);
  const level = levelOf(given, own - 1, [0, own]);
  return level === undefined ? '' : h3.cellToParent(cell, level);
}

/** More levels down there would be more than 16,807 of them. */
const levelsDown = 5;

function h3Children(h3: H3, cell: string, ...given: (bigint | null)[]): Dynamic {
  if (!h3.isValidCell(cell)) return null;
  const own = h3.getResolution(cell);
  const level = levelOf(given, own + 1, [own, Math.min(own + levelsDown, 15)]);
  return level === undefined ? null : h3.cellToChildren(cell, level);
}

const widestRing = 142n;

function h3Rings(h3: H3, cell: string, distance: bigint): Dynamic {
  return h3.isValidCell(cell) && distance >= 0n && distance <= widestRing ? h3.gridDiskDistances(cell, Number(distance)) : null;
}

function h3Neighbors(h3: H3, cell: string): Dynamic {
  return h3.isValidCell(cell) ? (h3.gridDiskDistances(cell, 1)[1] ?? []) : null;
}

function toS2(s2: S2, longitude: number, latitude: number, ...given: (bigint | null)[]): string {
  const level = levelOf(given, 11, [0, 30]);
  if (level === undefined || !isPlace({ longitude, latitude })) return '';
  const { cellid, LatLng } = s2;
  return cellid.toToken(cellid.parent(cellid.fromLatLng(LatLng.fromDegrees(latitude, longitude)), level));
}

function cellOf(s2: S2, token: string): bigint | undefined {
  const cell = /^[0-9a-f]{1,16}$/i.test(token) ? s2.cellid.fromToken(token) : 0n;
  return s2.cellid.valid(cell) ? cell : undefined;
}

function s2Center(s2: S2, token: string): Dynamic {
  const cell = cellOf(s2, token);
  if (cell === undefined) return null;
  const { lng, lat } = s2.cellid.latLng(cell);
  return geoJson('Point', [lng * degrees, lat * degrees]);
}

function s2Polygon(s2: S2, token: string): Dynamic {
  const id = cellOf(s2, token);
  if (id === undefined) return null;
  const cell = s2.Cell.fromCellID(id);
  const corners = [0, 1, 2, 3, 0].map((corner) => {
    const { lng, lat } = s2.LatLng.fromPoint(cell.vertex(corner));
    return [lng * degrees, lat * degrees];
  });
  return geoJson('Polygon', [corners]);
}

/** In the order of the reference's example; eight of them, or seven beside a corner of the cube that the cells are cut from. */
function s2Neighbors(s2: S2, token: string): Dynamic {
  const cell = cellOf(s2, token);
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
  nativeWith({ name: 'geo_point_to_h3cell', parameters: ['real', 'real'], rest: 'long', result: 'string' }, withH3(toH3)),
  nativeWith({ name: 'geo_h3cell_to_central_point', parameters: ['string'], result: 'dynamic' }, withH3(h3Center)),
  nativeWith({ name: 'geo_h3cell_to_polygon', parameters: ['string'], result: 'dynamic' }, withH3(h3Polygon)),
  nativeWith({ name: 'geo_h3cell_level', parameters: ['string'], result: 'int' }, withH3(h3Level)),
  nativeWith({ name: 'geo_h3cell_parent', parameters: ['string'], rest: 'long', result: 'string' }, withH3(h3Parent)),
  nativeWith({ name: 'geo_h3cell_children', parameters: ['string'], rest: 'long', result: 'dynamic' }, withH3(h3Children)),
  nativeWith({ name: 'geo_h3cell_rings', parameters: ['string', 'long'], result: 'dynamic' }, withH3(h3Rings)),
  nativeWith({ name: 'geo_h3cell_neighbors', parameters: ['string'], result: 'dynamic' }, withH3(h3Neighbors)),
  nativeWith({ name: 'geo_point_to_s2cell', parameters: ['real', 'real'], rest: 'long', result: 'string' }, withS2(toS2)),
  nativeWith({ name: 'geo_s2cell_to_central_point', parameters: ['string'], result: 'dynamic' }, withS2(s2Center)),
  nativeWith({ name: 'geo_s2cell_to_polygon', parameters: ['string'], result: 'dynamic' }, withS2(s2Polygon)),
  nativeWith({ name: 'geo_s2cell_neighbors', parameters: ['string'], result: 'dynamic' }, withS2(s2Neighbors)),
];
