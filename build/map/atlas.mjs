// Natural Earth's countries (npm world-atlas) as one feature per area, in longitude and latitude.
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import { settleBorders } from './borders.mjs';

// Shapes that the atlas gives no numeric code; Christmas Island comes together with the Cocos Islands.
const isoByName = { Kosovo: 'XKX', 'Indian Ocean Ter.': 'CXR' };
const dropped = new Set(['ATA']);
// Nobody lives there for good, so no figure is missing: drawn as land, neither hatched nor counted.
const uninhabited = new Set(['ATF', 'BVT', 'HMD', 'IOT', 'SGS', 'UMI']);
// Territories that the atlas draws as pieces of another country, while agencies publish figures of their own for them:
// [west, south, east, north] around the pieces.
const pieces = [
  { iso3: 'GUF', of: 'FRA', box: [-55, 2, -51, 6] },
  { iso3: 'GLP', of: 'FRA', box: [-62, 15.7, -60.9, 16.6] },
  { iso3: 'MTQ', of: 'FRA', box: [-61.4, 14.3, -60.7, 15] },
  { iso3: 'REU', of: 'FRA', box: [55, -21.6, 56, -20.7] },
  { iso3: 'MYT', of: 'FRA', box: [44.8, -13.2, 45.5, -12.5] },
  { iso3: 'BES', of: 'NLD', box: [-69, 11.9, -62.8, 17.8] },
  { iso3: 'CCK', of: 'CXR', box: [96, -13, 98, -11] },
  { iso3: 'SJM', of: 'NOR', box: [8, 74, 36, 82] },
  { iso3: 'SJM', of: 'NOR', box: [-9.5, 70, -7, 72] },
  { iso3: 'TKL', of: 'NZL', box: [-173, -10, -171, -8] },
];

// tolerance: steradians of the smallest triangle that a line may still make; shared borders stay shared because
// TopoJSON simplifies each border once.
export function readAtlas(file, areas, tolerance = 0) {
  const whole = settleBorders(JSON.parse(readFileSync(file, 'utf8')));
  const topology = tolerance > 0 ? simplify(presimplify(whole, sphericalTriangleArea), tolerance) : whole;
  const isoByNumber = new Map(areas.map((area) => [area.m49, area.iso3]));

  const polygons = new Map();   // iso3 → polygons; the atlas has some areas in two pieces
  const neutral = [];           // land that is no area of ours
  for (const country of feature(topology, topology.objects.countries).features) {
    const iso3 = isoByNumber.get(country.id) ?? isoByName[country.properties.name];
    if (iso3 === undefined) {
      if (country.id !== undefined) throw new Error(`${file}: ${country.properties.name} has the code ${country.id}, which ref_area.csv lacks`);
      neutral.push(...polygonsOf(country.geometry));
    } else if (uninhabited.has(iso3)) {
      neutral.push(...polygonsOf(country.geometry));
    } else if (!dropped.has(iso3)) {
      polygons.set(iso3, [...(polygons.get(iso3) ?? []), ...polygonsOf(country.geometry)]);
    }
  }
  pieces.forEach((piece) => takeOut(polygons, piece));
  return { polygons, neutral };
}

function takeOut(polygons, { iso3, of, box: [west, south, east, north] }) {
  const isInside = ([[[x, y]]]) => x >= west && x <= east && y >= south && y <= north;
  const all = polygons.get(of) ?? [];
  const taken = all.filter(isInside);
  if (taken.length > 0) {
    polygons.set(iso3, [...(polygons.get(iso3) ?? []), ...taken]);
    polygons.set(of, all.filter((polygon) => !isInside(polygon)));
  }
}

function polygonsOf(geometry) {
  const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  // A ring of fewer than four positions has been simplified away.
  return all.map((rings) => rings.filter((ring) => ring.length >= 4)).filter((rings) => rings.length > 0);
}

export const toGeometry = (polygons) => ({ type: 'MultiPolygon', coordinates: polygons });
