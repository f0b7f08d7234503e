// The page the world is drawn on: Equal Earth, turned so that the cut runs through the Bering Strait, without Antarctica.
// wwwroot/js/chart.js gives plotly the same turn and the same range, so that both drawings lie on each other.
import { geoEqualEarth, geoPath } from 'd3-geo';

export const turn = 11;                 // degrees east that stand in the middle
export const latitudes = [-57, 84];
export const width = 960;

const projection = geoEqualEarth().rotate([-turn, 0]).scale(1).translate([0, 0]);
const edge = (longitude, latitude) => projection([longitude, latitude]);
const right = edge(turn + 179.9999, 0)[0];
const top = edge(turn, latitudes[1])[1];
const bottom = edge(turn, latitudes[0])[1];
const scale = width / (2 * right);
export const height = Math.round((bottom - top) * scale);
projection.scale(scale).translate([width / 2, -top * scale]);

export const invert = (point) => projection.invert(point);

// Projected rings of a geometry, clipped at the cut, each an array of [x, y] in page units.
export function ringsOf(geometry) {
  const rings = [];
  const pen = {
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1).push([x, y]),
    closePath: () => {},
  };
  geoPath(projection, pen)(geometry);
  return rings;
}

export const areaOf = (geometry) => geoPath(projection).area(geometry);

const tenths = (number) => Math.round(number * 10);
const short = (number) => String(number / 10).replace(/^(-?)0\./, '$1.');

// SVG path data with relative steps of a tenth of a unit. Specks are left out, but never the last ring of an area.
export function pathOf(rings, smallest = 0.12) {
  const sized = rings.map((ring) => ({ ring: roundRing(ring), size: Math.abs(ringArea(ring)) }))
    .filter(({ ring }) => ring.length >= 3)
    .sort((a, b) => b.size - a.size);
  return sized.filter(({ size }, i) => i === 0 || size >= smallest).map(({ ring }) => draw(ring)).join('');
}

function roundRing(ring) {
  const rounded = ring.map(([x, y]) => [tenths(x), tenths(y)]);
  return rounded.filter(([x, y], i) => {
    const [px, py] = rounded[(i + rounded.length - 1) % rounded.length];
    return x !== px || y !== py;
  });
}

function draw(ring) {
  let [x, y] = ring[0];
  let path = `M${short(x)},${short(y)}`;
  let command = 'l';
  for (const [nx, ny] of ring.slice(1)) {
    path += command + joined([nx - x, ny - y]);
    command = ' ';
    [x, y] = [nx, ny];
  }
  return `${path.replaceAll(' -', '-')}z`;
}

const joined = ([x, y]) => short(x) + (y < 0 ? '' : ',') + short(y);

export function ringArea(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring[(i + ring.length - 1) % ring.length];
    return sum + px * y - x * py;
  }, 0) / 2;
}
