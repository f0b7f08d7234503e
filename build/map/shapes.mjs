// Makes the two files that maps are drawn from (see README.md beside this file):
//   node shapes.mjs <ref_area.csv> <node_modules> <world.json for plotly> <shapes.json for the static drawing>
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAreas } from './areas.mjs';
import { readAtlas, toGeometry } from './atlas.mjs';
import { labelPoint } from './label.mjs';
import { areaOf, height, invert, pathOf, ringsOf, width } from './page.mjs';

const squareUnit = (4 * Math.PI) / 370_000;   // steradians under one square unit of the page, nearly
const coarse = 0.42 * squareUnit;             // the static drawing, seen at its own size
const fine = 0.10 * squareUnit;               // plotly's, which people enlarge

const [, , areaFile, nodeModules, worldFile, shapesFile] = process.argv;
if (shapesFile === undefined) throw new Error('usage: shapes.mjs ref_area.csv node_modules world.json shapes.json');

const areas = readAreas(areaFile);
const atlas = (resolution) => join(nodeModules, 'world-atlas', `countries-${resolution}.json`);
const round = (number, digits) => Number(number.toFixed(digits));

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
  return `${file}: ${Math.round(JSON.stringify(content).length / 1024)} kB`;
}

function worldForPlotly() {
  const { polygons, neutral } = readAtlas(atlas('50m'), areas, fine);
  const short = (rings) => rings.map((ring) => ring.map(([x, y]) => [round(x, 2), round(y, 2)]));
  const one = (id, all) => ({ type: 'Feature', id, properties: {}, geometry: toGeometry(all.map(short)) });
  const features = [...polygons].map(([iso3, all]) => one(iso3, all));
  // Ids of neutral land begin with "-", which no area code does.
  return { type: 'FeatureCollection', features: [...features, ...neutral.map((polygon, i) => one(`-${i + 1}`, [polygon]))] };
}

function shapesForSvg() {
  const drawn = readAtlas(atlas('50m'), areas, coarse);
  const exact = readAtlas(atlas('50m'), areas).polygons;
  const larger = readAtlas(atlas('10m'), areas).polygons;
  const result = {};
  for (const { iso3 } of areas) {
    const geometry = exact.get(iso3) ?? larger.get(iso3);
    if (geometry === undefined) continue;
    const [x, y] = labelPoint(ringsOf(toGeometry(geometry)));
    const [lon, lat] = invert([x, y]);
    const path = drawn.polygons.has(iso3) ? pathOf(ringsOf(toGeometry(drawn.polygons.get(iso3)))) : '';
    result[iso3] = {
      x: round(x, 1), y: round(y, 1), lon: round(lon, 2), lat: round(lat, 2),
      area: round(areaOf(toGeometry(geometry)), 2),
      ...(path === '' ? {} : { path }),
    };
  }
  const neutral = drawn.neutral.map((polygon) => pathOf(ringsOf(toGeometry([polygon])))).filter((path) => path !== '');
  return { width, height, areas: result, neutral };
}

const world = worldForPlotly();
const shapes = shapesForSvg();

const missing = areas.filter((area) => area.isMember && shapes.areas[area.iso3] === undefined);
if (missing.length > 0) {
  throw new Error(`The atlas has neither shape nor place for: ${missing.map((area) => `${area.iso3} ${area.name}`).join(', ')}`);
}

console.log(write(worldFile, world));
console.log(write(shapesFile, shapes));
