// Borders as the United Nations draws them, put into Natural Earth's topology, which draws who holds the land (DECISIONS.md).
// Lines that the atlas does not have (Golan, Kashmir, Abyei …) stay as it draws them.
import { feature, mergeArcs } from 'topojson-client';

// Shapes without a code of their own: name → M49 code of the country they are part of.
const parts = { Somaliland: '706', 'N. Cyprus': '196' };
// Crimea, which the atlas has as a piece of the Russian Federation: [west, south, east, north] around it.
const crimea = { of: '643', to: '804', box: [32.4, 44.3, 36.7, 46.3] };
// Western Sahara, which the atlas ends at the berm: its northern line is the parallel of 27°40'.
const westernSahara = { of: '504', to: '732', latitude: 27.66 };

export function settleBorders(topology) {
  const { geometries } = topology.objects.countries;
  const find = (what, test) => geometries.find(test) ?? fail(`there is no ${what}`);
  const byCode = (code) => find(`country ${code}`, (country) => country.id === code);

  for (const [name, code] of Object.entries(parts)) {
    const part = find(name, (country) => country.properties.name === name);
    join(topology, byCode(code), polygonsOf(part));
    geometries.splice(geometries.indexOf(part), 1);
  }
  moveCrimea(topology, byCode(crimea.of), byCode(crimea.to));
  moveWesternSahara(topology, byCode(westernSahara.of), byCode(westernSahara.to));
  return topology;
}

function moveCrimea(topology, holder, country) {
  const [west, south, east, north] = crimea.box;
  const isInside = (polygon) => pointsOf(topology, polygon).every(([x, y]) => x >= west && x <= east && y >= south && y <= north);
  const all = polygonsOf(holder);
  const moved = all.filter(isInside);
  if (moved.length === 0) fail('Crimea is not a piece of its own');
  setPolygons(holder, all.filter((polygon) => !isInside(polygon)));
  join(topology, country, moved);
}

// The ring runs along the berm, which both share, and from its end up the coast: what lies between the berm and the
// first point of the coast beyond the parallel is cut off with a straight line.
function moveWesternSahara(topology, holder, country) {
  const theirs = new Set(polygonsOf(country).flat(2).map(unsigned));
  const isBerm = (arc) => theirs.has(unsigned(arc));
  const all = polygonsOf(holder);
  const cut = all.find(([ring]) => ring.some(isBerm)) ?? fail('Morocco and Western Sahara do not meet');
  const start = cut[0].findIndex((arc, i) => isBerm(arc) && !isBerm(cut[0].at(i - 1)));
  const ring = [...cut[0].slice(start), ...cut[0].slice(0, start)];
  const berm = ring.filter(isBerm);
  const [coast, ...rest] = ring.slice(berm.length);
  const steps = coast < 0 ? fail('the coast runs the other way') : topology.arcs[coast];
  const places = placesOf(topology, coast);
  const at = places.findIndex(([, y]) => y >= westernSahara.latitude);
  if (at < 1) fail('the coast does not reach the parallel');

  const place = (i) => steps.slice(0, i + 1).reduce(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0]);
  const add = (arc) => topology.arcs.push(arc) - 1;
  const southern = add(steps.slice(0, at + 1));
  const northern = add([place(at), ...steps.slice(at + 1)]);
  const [fromX, fromY] = firstOf(topology, berm[0]);
  const [toX, toY] = place(at);
  const line = add([[fromX, fromY], [toX - fromX, toY - fromY]]);
  setPolygons(holder, [...all.filter((polygon) => polygon !== cut), [[line, northern, ...rest], ...cut.slice(1)]]);
  join(topology, country, [[[...berm, southern, ~line]]]);
}

// Lines between a country and what becomes part of it go away.
function join(topology, country, polygons) {
  setPolygons(country, mergeArcs(topology, [{ type: 'MultiPolygon', arcs: [...polygonsOf(country), ...polygons] }]).arcs);
}

function setPolygons(country, polygons) {
  country.type = 'MultiPolygon';
  country.arcs = polygons;
}

const unsigned = (arc) => (arc < 0 ? ~arc : arc);
const polygonsOf = ({ type, arcs }) => (type === 'Polygon' ? [arcs] : arcs);
const pointsOf = (topology, polygon) => feature(topology, { type: 'Polygon', arcs: polygon }).geometry.coordinates[0];
const placesOf = (topology, arc) => feature(topology, { type: 'LineString', arcs: [arc] }).geometry.coordinates;
const fail = (reason) => { throw new Error(`Borders cannot be settled in this atlas: ${reason}.`); };

// Where an arc begins, in the whole numbers of the topology.
function firstOf(topology, arc) {
  const steps = topology.arcs[unsigned(arc)];
  return arc >= 0 ? steps[0] : steps.reduce(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0]);
}
