// Prints data/reference/neighbour.csv: which areas share a land border on the map this project draws.
//   node neighbours.mjs <ref_area.csv> <node_modules> > neighbour.csv
// Run by hand when borders.mjs or the atlas changes; a test holds the file against this.
import { join } from 'node:path';
import { readAreas } from './areas.mjs';
import { readAtlas } from './atlas.mjs';

const [, , areaFile, nodeModules] = process.argv;
if (nodeModules === undefined) throw new Error('usage: neighbours.mjs ref_area.csv node_modules');

const { polygons } = readAtlas(join(nodeModules, 'world-atlas', 'countries-50m.json'), readAreas(areaFile));

// The atlas draws a shared border once, so both sides have the same steps; one point in common is not yet a border.
const ownersOfStep = new Map();
for (const [iso3, all] of polygons) {
  for (const ring of all.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const step = [ring[i - 1].join(' '), ring[i].join(' ')].sort().join(' to ');
      ownersOfStep.set(step, (ownersOfStep.get(step) ?? new Set()).add(iso3));
    }
  }
}

const pairs = new Set();
for (const owners of ownersOfStep.values()) {
  for (const one of owners) for (const other of owners) if (one !== other) pairs.add(`${one},${other}`);
}

process.stdout.write(['iso3,neighbour', ...[...pairs].sort(), ''].join('\n'));
