import { expect, it } from 'vitest';
import { checkScalars } from '../../../support/checkKql.ts';
import { runKql } from '../../../support/runKql.ts';

it('distances are along the surface of a sphere, from Seattle to Los Angeles as the reference has it', async () => {
  const { rows: [[metres] = []] } = await runKql('print geo_distance_2points(-122.407628, 47.578557, -118.275287, 34.019056)');
  expect(metres).toBeCloseTo(1_546_754.35197381, 6);
});
it('what is no place on the earth gives null', () =>
  checkScalars([
    ['geo_distance_2points(300, 1, 1, 1)', 'real', null], ['geo_distance_2points(1, 1, 1, 1)', 'real', 0], ['geo_distance_2points(real(null), 1, 1, 1)', 'real', null],
    ['geo_point_in_circle(-122.143564, 47.535677, -122.100896, 47.527351, 3500)', 'bool', true], ['geo_point_in_circle(-122.137575, 47.630683, -122.100896, 47.527351, 3500)', 'bool', false],
    ['geo_point_in_circle(200, 1, 1, 1, 1)', 'bool', null], ['geo_point_in_circle(1, 1, 1, 1, -1)', 'bool', null],
  ]));
it('geohashes', () =>
  checkScalars([
    ['geo_point_to_geohash(-73.98, 40.76)', 'string', 'dr5ru'], ['geo_point_to_geohash(-80.195829, 25.802215, 8)', 'string', 'dhwfz15h'], ['geo_point_to_geohash(1, 1, 0)', 'string', ''], ['geo_point_to_geohash(999, 1)', 'string', ''],
    ['geo_geohash_to_central_point("sunny")', 'dynamic', { type: 'Point', coordinates: [42.47314453125, 23.70849609375] }], ['geo_geohash_to_central_point("a")', 'dynamic', null],
    ['geo_geohash_to_polygon("dr5ru")', 'dynamic', { type: 'Polygon', coordinates: [[[-74.00390625, 40.7373046875], [-73.9599609375, 40.7373046875], [-73.9599609375, 40.78125], [-74.00390625, 40.78125], [-74.00390625, 40.7373046875]]] }],
  ]));

/** Small figures whose answers follow from the sphere alone: a degree of a great circle is 111,195.1 m. */
const degree = (6_371_010 * Math.PI) / 180;
const line = (...places: readonly (readonly [number, number])[]) => `dynamic(${JSON.stringify({ type: 'LineString', coordinates: places })})`;
const area = (...rings: readonly (readonly (readonly [number, number])[])[]) => `dynamic(${JSON.stringify({ type: 'Polygon', coordinates: rings })})`;
const octant = area([[0, 0], [90, 0], [0, 90], [0, 0]]);
const square = area([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]);

async function number(expression: string): Promise<number> {
  const { rows: [[value] = []] } = await runKql(`print ${expression}`);
  return Number(value);
}

it.each([
  ['geo_azimuth(0, 0, 10, 0)', Math.PI / 2],
  ['geo_azimuth(5, 10, 10, -40)', 3.05459939796449],
  ['geo_angle(0, 10, 0, 5, 3, -10)', 2.94493843406882],
  [`geo_line_length(${line([0, 0], [1, 0], [1, 1])})`, 2 * degree],
  [`geo_distance_point_to_line(0.5, 1, ${line([0, 0], [1, 0])})`, degree],
  [`geo_distance_point_to_line(3, 0, ${line([0, 0], [1, 0])})`, 2 * degree],
  [`geo_line_locate_point(${line([0, 0], [4, 0])}, 1, 2)`, 0.25],
  [`todouble(geo_line_interpolate_point(${line([0, 0], [4, 0])}, 0.25).coordinates[0])`, 1],
  [`todouble(geo_line_centroid(${line([0, 0], [4, 0])}).coordinates[0])`, 2],
  [`geo_polygon_area(${octant}) / pow(6371010, 2)`, Math.PI / 2],
  [`geo_polygon_perimeter(${octant})`, 270 * degree],
  [`todouble(geo_polygon_centroid(${octant}).coordinates[0])`, 45],
  [`todouble(geo_polygon_centroid(${octant}).coordinates[1])`, Math.atan(Math.SQRT1_2) * (180 / Math.PI)],
  [`geo_distance_point_to_polygon(-1, 0, ${octant})`, degree],
  [`geo_distance_point_to_polygon(45, 30, ${octant})`, 0],
  [`todouble(geo_intersection_2lines(${line([-1, 0], [1, 0])}, ${line([0, -1], [0, 1])}).coordinates[0])`, 0],
])('%s', async (expression, expected) => expect(await number(expression)).toBeCloseTo(expected, 6));

it('points in and beside polygons, lines that cross or do not', () =>
  checkScalars([
    [`geo_point_in_polygon(1, 1, ${square})`, 'bool', true], [`geo_point_in_polygon(5, 5, ${square})`, 'bool', false], [`geo_point_in_polygon(11, 5, ${square})`, 'bool', false], [`geo_point_in_polygon(-175, -5, ${square})`, 'bool', false],
    [`geo_point_in_polygon(200, 1, ${square})`, 'bool', null], [`geo_point_in_polygon(1, 1, ${area([[0, 0], [10, 10], [10, 10], [0, 0]])})`, 'bool', null],
    [`geo_intersects_2lines(${line([-1, 0], [1, 0])}, ${line([0, -1], [0, 1])})`, 'bool', true], [`geo_intersects_2lines(${line([1, 1], [2, 2])}, ${line([3, 3], [4, 4])})`, 'bool', false],
    [`geo_intersects_2lines(${line([0, 0], [2, 0])}, ${line([1, 0], [3, 0])})`, 'bool', true],
    [`geo_intersection_2lines(${line([1, 1], [2, 2])}, ${line([3, 3], [4, 4])})`, 'dynamic', { type: 'GeometryCollection', geometries: [] }],
    [`geo_closest_point_on_line(3, 1, ${line([0, 0], [1, 0])})`, 'dynamic', { type: 'Point', coordinates: [1, 0] }],
    [`geo_line_length(${line([1, 1])})`, 'real', null], ['geo_line_length(dynamic({"type":"Point","coordinates":[1,1]}))', 'real', null],
    [`geo_azimuth(1, 1, 1, 1)`, 'real', null], [`geo_angle(0, 10, 0, 10, 3, -10)`, 'real', null],
    [`array_length(geo_line_densify(${line([50, 50], [51, 51])}).coordinates)`, 'long', 9], [`geo_line_densify(${line([50, 50], [51, 51])}, 0)`, 'dynamic', null],
  ]));

it('what would need the union of polygons or a part of a line is refused', async () => {
  const two = 'dynamic({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]})';
  await expect(runKql(`print geo_polygon_area(${two})`)).rejects.toThrow('KQL060');
  await expect(runKql(`print geo_intersection_2lines(${line([0, 0], [2, 0])}, ${line([1, 0], [3, 0])})`)).rejects.toThrow('KQL060');
});
