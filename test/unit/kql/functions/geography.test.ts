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

it('geohashes around one: all eight, on the other side of the date line, and none beyond a pole', () =>
  checkScalars([
    ['geo_geohash_neighbors("sunny")', 'dynamic', ['sunnt', 'sunpj', 'sunnx', 'sunpn', 'sunnv', 'sunpp', 'sunnz', 'sunnw']], ['geo_geohash_neighbors("a")', 'dynamic', null],
    ['geo_geohash_neighbors("8")', 'dynamic', ['r', 'z', '3', 'b', 'x', 'c', '9', '2']],
    ['geo_geohash_neighbors("b")', 'dynamic', ['x', '9', 'z', 'c', '8']],
  ]));
it('H3 cells, as the reference has them', () =>
  checkScalars([
    ['geo_point_to_h3cell(-74.04450446039874, 40.689250859314974, 6)', 'string', '862a1072fffffff'], ['geo_point_to_h3cell(-74.04450446039874, 40.689250859314974)', 'string', '862a1072fffffff'],
    ['geo_point_to_h3cell(300, 1, 8)', 'string', ''], ['geo_point_to_h3cell(1, 1, 16)', 'string', ''], ['geo_point_to_h3cell(1, 1, int(null))', 'string', ''], ['geo_point_to_h3cell(real(null), 1)', 'string', ''],
    ['geo_h3cell_level("862a1072fffffff")', 'int', 6], ['geo_h3cell_level("abc")', 'int', null],
    ['geo_h3cell_parent("862a1072fffffff")', 'string', '852a1073fffffff'], ['geo_h3cell_parent("862a1072fffffff", 1)', 'string', '812a3ffffffffff'], ['geo_h3cell_parent("862a1072fffffff", 7)', 'string', ''],
    ['geo_h3cell_parent(geo_point_to_h3cell(1, 1, 0))', 'string', ''], ['geo_h3cell_parent("123")', 'string', ''],
    ['geo_h3cell_children("862a1072fffffff")', 'dynamic', ['872a10728ffffff', '872a10729ffffff', '872a1072affffff', '872a1072bffffff', '872a1072cffffff', '872a1072dffffff', '872a1072effffff']],
    ['array_length(geo_h3cell_children("862a1072fffffff", 9))', 'long', 343], ['array_length(geo_h3cell_children("862a1072fffffff", 11))', 'long', 16_807],
    ['geo_h3cell_children("862a1072fffffff", 12)', 'dynamic', null], ['geo_h3cell_children("862a1072fffffff", 5)', 'dynamic', null], ['geo_h3cell_children("abc")', 'dynamic', null],
    ['geo_h3cell_neighbors("862a1072fffffff")', 'dynamic', ['862a10727ffffff', '862a10707ffffff', '862a1070fffffff', '862a10777ffffff', '862a100dfffffff', '862a100d7ffffff']],
    ['geo_h3cell_neighbors("abc")', 'dynamic', null],
    ['geo_h3cell_rings("861f8894fffffff", 1)', 'dynamic', [['861f8894fffffff'], ['861f88947ffffff', '861f8895fffffff', '861f88867ffffff', '861f8d497ffffff', '861f8d4b7ffffff', '861f8896fffffff']]],
    ['array_length(geo_h3cell_rings("861f8894fffffff", 2)[2])', 'long', 12], ['geo_h3cell_rings("861f8894fffffff", 143)', 'dynamic', null], ['geo_h3cell_rings("861f8894fffffff", -1)', 'dynamic', null],
    ['geo_h3cell_to_central_point("1")', 'dynamic', null], ['geo_h3cell_to_polygon("@")', 'dynamic', null], ['array_length(geo_h3cell_to_polygon("862a1072fffffff").coordinates[0])', 'long', 7],
  ]));
it('S2 cells, as the reference has them', () =>
  checkScalars([
    ['geo_point_to_s2cell(-80.195829, 25.802215, 8)', 'string', '88d9b'], ['strlen(geo_point_to_s2cell(-80.195829, 25.802215))', 'long', 7], ['geo_point_to_s2cell(-80.195829, 25.802215) startswith "88d9b"', 'bool', true],
    ['geo_point_to_s2cell(300, 1, 8)', 'string', ''], ['geo_point_to_s2cell(1, 1, 31)', 'string', ''], ['geo_point_to_s2cell(1, 1, int(null))', 'string', ''],
    ['geo_s2cell_neighbors("89c259")', 'dynamic', ['89c25d', '89c2f9', '89c251', '89c257', '89c25f', '89c25b', '89c2f7', '89c2f5']], ['geo_s2cell_neighbors("a")', 'dynamic', null],
    ['array_length(geo_s2cell_neighbors("1"))', 'long', 4], ['geo_s2cell_to_central_point("zz")', 'dynamic', null], ['geo_s2cell_to_polygon("")', 'dynamic', null],
  ]));
it('the centre and corners of a cell are where the reference has them', async () => {
  const { rows: [[h3, s2, corner] = []] } = await runKql('print geo_h3cell_to_central_point("862a1072fffffff").coordinates, geo_s2cell_to_central_point("1234567").coordinates, geo_s2cell_to_polygon("89c259").coordinates[0][0]');
  const near = (value: unknown, places: readonly number[]) => expect(value).toEqual(places.map((place) => expect.closeTo(place, 10) as number));
  near(h3, [-74.016008479792447, 40.7041679083504]);
  near(corner, [-74.030012249838478, 40.8012684339439]);
  near(s2, [9.86830731850408, 27.468392925827604]);
});

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
