// Where the sign of an area stands: inside its largest piece, as far from the edge as a coarse search finds.
import { ringArea } from './page.mjs';

const steps = 24;

export function labelPoint(rings) {
  const ring = rings.reduce((a, b) => (Math.abs(ringArea(b)) > Math.abs(ringArea(a)) ? b : a));
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = { point: [(left + right) / 2, (top + bottom) / 2], room: -1 };
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const point = [left + ((right - left) * i) / steps, top + ((bottom - top) * j) / steps];
      const room = inside(point, ring) ? distance(point, ring) : -1;
      if (room > best.room) best = { point, room };
    }
  }
  return best.point;
}

function inside([x, y], ring) {
  let odd = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + ring.length - 1) % ring.length];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  });
  return odd;
}

function distance([x, y], ring) {
  return Math.min(...ring.map(([ax, ay], i) => {
    const [bx, by] = ring[(i + ring.length - 1) % ring.length];
    const long = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long));
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
  }));
}
