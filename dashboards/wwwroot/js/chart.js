// Draws every chart of the page anew with plotly.js, over its static drawing and with the same marks, so that it can be
// enlarged, pointed at and walked through. The only file that calls plotly. What goes wrong here leaves the static
// drawing as it was. Charts are figures with data-chart, a data-chart-drawing and a data-chart-spec (ChartFrame.razor);
// the addresses come from the script element that loads this module: data-plotly, data-world.
import { pictureOf, noDataTrace, pageWidth } from './chart-traces.js';
import { readerOf } from './chart-reading.js';

const sources = document.querySelector('script[data-plotly]')?.dataset ?? {};
const edge = 8;             // pixels around a plot area, for marks that stand on its edge
const zoomStep = 1.6;
const mostZoom = 16;
const settings = { displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false, responsive: false, topojsonURL: new URL('/geo/', location.href).href };
const isOfRows = kind => kind === 'ranking' || kind === 'dumbbell';
const charts = new Map();    // figure → its chart, from when it is first seen

// Rules that plotly would write into a style element of its own, which a strict Content-Security-Policy forbids, and
// those of what this module adds. A sheet made by script needs no exception from the policy.
const rules = new CSSStyleSheet();
rules.replaceSync(`
  .chart-live { position: absolute; z-index: 1; }
  .chart-live .main-svg { position: absolute; inset: 0 auto auto 0; pointer-events: none; overflow: visible; }
  .chart-live .draglayer { pointer-events: all; }
  .chart-live [data-chart-walk] { position: absolute; inset: 0; }
  .chart-live [data-over-link] :is(.draglayer, .geo) { cursor: pointer; }
  .chart-zoom { position: absolute; inset: auto auto 0 0; display: flex; gap: 2px; }
  .chart-zoom button { inline-size: 26px; block-size: 26px; min-block-size: 0; padding: 0; border: 1px solid; border-radius: 4px; background: Canvas; color: CanvasText; font: inherit; line-height: 1; }
  .chart-tooltip { position: absolute; inset: 0 auto auto 0; z-index: 2; display: none; inline-size: max-content; max-inline-size: min(22rem, 100%);
    padding: .4rem .6rem; border: 1px solid; border-radius: 4px; background: Canvas; color: CanvasText; font-size: .8125rem; line-height: 1.35; pointer-events: none; }
  .chart-tooltip[data-shown] { display: grid; }
  .chart-focus { position: absolute; inset: 0 auto auto 0; display: none; inline-size: 18px; block-size: 18px; margin: -11px 0 0 -11px;
    border: 2px solid CanvasText; outline: 2px solid Canvas; border-radius: 50%; pointer-events: none; }
  .chart-focus[data-shown] { display: block; }
  .chart-status { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  [data-chart-drawing]:has(> .chart-live) { position: relative; }
  @media screen {
    [data-drawn][data-chart=map] [data-chart-drawing] > .chart-svg,
    [data-drawn] [data-chart-drawing] .line-plot :is(.segment, .point),
    [data-drawn] [data-chart-drawing] .rank :is(.dot, .signs) { visibility: hidden; }
  }
  @media print { .chart-live { display: none; } }`);
document.adoptedStyleSheets.push(rules);

const once = make => { let made; return () => made ??= make(); };

const plotly = once(() => new Promise((resolve, reject) => {
  // Plotly then writes no style element, and asks no foreign host for coastlines that it would not draw anyway.
  const mark = document.createElement('meta');
  mark.id = 'plotly.js-style-global';
  mark.className = 'no-inline-styles';
  window.PlotlyGeoAssets = { topojson: { world_110m: { type: 'Topology', objects: {}, arcs: [] } } };
  const script = document.createElement('script');
  script.src = sources.plotly;
  script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error('plotly.js did not start')));
  script.onerror = () => reject(new Error(`${sources.plotly} could not be loaded`));
  document.head.append(mark, script);
}));

const world = once(async () => {
  const answer = await fetch(sources.world);
  if (!answer.ok) {
    throw new Error(`${sources.world}: ${answer.status}`);
  }
  return answer.json();
});

const calm = () => new Promise(resolve => (window.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve, 50)));

// Where plotly draws: over the map, the plot area of lines or of a scatter, or the dots of the rows. Beside the box its place in the drawing.
function boxOf(kind, drawing) {
  const areas = [...drawing.querySelectorAll(isOfRows(kind) ? '.rank .rank-track' : '.chart-svg')].map(area => area.getBoundingClientRect());
  const area = areas[0];
  const { top } = area;
  const { bottom } = areas.at(-1);
  const pad = kind === 'map' ? 0 : edge;
  const frame = drawing.getBoundingClientRect();
  return {
    left: area.left - frame.left - drawing.clientLeft - pad,
    top: top - frame.top - drawing.clientTop - pad,
    width: area.width + 2 * pad,
    height: bottom - top + 2 * pad,
    pad,
    // Where charts.css counts a chart as narrow.
    isNarrow: drawing.clientWidth < 44 * parseFloat(getComputedStyle(document.documentElement).fontSize),
    rows: areas.map(row => (row.top + row.bottom) / 2 - top),
  };
}

// The marks in the order in which the arrow keys walk them: a line from left to right, then the next one; a scatter from left to right.
function walkOf({ kind, marks, series }) {
  const place = { map: 'lon', line: 'timePeriod', ranking: 'value', scatter: 'against', dumbbell: 'against' }[kind];
  const known = marks.filter(mark => mark.value !== undefined && mark[place] !== undefined);
  const lineOf = mark => series.findIndex(line => line.key === mark.series);
  const order = {
    line: (a, b) => lineOf(a) - lineOf(b) || a.timePeriod - b.timePeriod,
    scatter: (a, b) => a.against - b.against || a.value - b.value,
  }[kind];
  return order ? known.toSorted(order) : known;
}

function chartOf(figure) {
  const drawing = figure.querySelector('[data-chart-drawing]');
  const text = figure.querySelector('script[data-chart-spec]').textContent;
  const spec = JSON.parse(text);
  const layer = document.createElement('div');
  const host = document.createElement('div');
  let box;
  let zoom = 1;
  let reader;
  let isListening = false;
  let isDrawn = false;
  let isEnded = false;

  const paint = name => getComputedStyle(figure).getPropertyValue(`--chart-${name}`).trim() || 'gray';

  function lay() {
    box = { ...boxOf(spec.kind, drawing), zoom };
    Object.assign(layer.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
  }

  async function draw() {
    const [Plotly, shapes] = await Promise.all([plotly(), spec.kind === 'map' ? world() : undefined]);
    if (isEnded) {
      return;
    }
    lay();
    if (!layer.isConnected) {
      drawing.append(layer);
    }
    const { data, layout } = pictureOf(spec, paint, box, shapes);
    await Plotly.react(host, data, layout, settings);
    if (!reader) {
      reader = readerOf(layer, walkOf(spec), spec.words, placeOf);
      if (spec.kind === 'map') {
        addZoom(Plotly);
      }
    }
    if (!isListening) {
      listen();
      isListening = true;
    }
    hatch();
    figure.dataset.drawn = 'true';
    isDrawn = true;
  }

  // Plotly cannot hatch: its areas without a value borrow the pattern of the static drawing.
  function hatch() {
    const pattern = drawing.querySelector(':scope > .chart-svg pattern');
    const areas = host.querySelectorAll('.choroplethlayer .choropleth')[noDataTrace]?.querySelectorAll('path') ?? [];
    const dots = spec.emptyDots?.length > 0 ? host.querySelectorAll('.scatterlayer .scattergeo')[0].querySelectorAll('path.point') : [];
    if (!pattern) {
      return;
    }
    const id = `${figure.id}-live-hatch`;
    if (!host.querySelector('pattern')) {
      const copy = pattern.cloneNode(true);
      copy.id = id;
      copy.setAttribute('patternTransform', `rotate(45) scale(${box.width / pageWidth})`);
      host.querySelector('.main-svg defs').append(copy);
    }
    [...areas, ...dots].forEach(area => { area.style.fill = `url("#${id}")`; });
  }

  // Pixels of the layer; from plotly's own scales, which it does not offer in public.
  function placeOf(mark) {
    const { geo, xaxis, yaxis } = host._fullLayout;
    const [x, y] = spec.kind === 'map'
      ? (mark.lon === undefined ? [] : geo._subplot.projection([mark.lon, mark.lat]) ?? [])
      : [xaxis._offset + xaxis.c2p({ line: mark.timePeriod, scatter: mark.against }[spec.kind] ?? mark.value),
        yaxis._offset + yaxis.c2p(isOfRows(spec.kind) ? box.rows[spec.marks.indexOf(mark)] : mark.value)];
    return x >= 0 && y >= 0 && x <= box.width && y <= box.height ? { x, y } : undefined;
  }

  function listen() {
    const markOf = event => spec.marks[event.points.find(point => point.customdata !== undefined)?.customdata];
    const pointer = event => {
      const frame = layer.getBoundingClientRect();
      return { x: event.clientX - frame.left, y: event.clientY - frame.top };
    };
    host.on('plotly_hover', event => {
      const mark = markOf(event);
      if (mark) {
        host.toggleAttribute('data-over-link', mark.href !== undefined);
        reader.show(mark, spec.kind === 'map' ? pointer(event.event) : undefined);
      }
    });
    host.on('plotly_unhover', () => {
      host.removeAttribute('data-over-link');
      reader.hide();
    });
    host.on('plotly_click', event => reader.clicked(markOf(event), event.event));
    host.on('plotly_relayouting', reader.hide);
  }

  function addZoom(Plotly) {
    const bar = document.createElement('div');
    bar.className = 'chart-zoom';
    const button = (sign, name, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = sign;
      made.title = made.ariaLabel = name;
      made.addEventListener('click', act);
      bar.append(made);
    };
    const by = factor => async () => {
      zoom = Math.max(1, Math.min(zoom * factor, mostZoom));
      reader.hide();
      await (zoom === 1 ? anew() : draw());
    };
    // Only a new drawing forgets where the old one was dragged to.
    const anew = async () => {
      zoom = 1;
      Plotly.purge(host);
      isListening = false;
      reader.hide();
      await draw();
    };
    button('+', spec.words.zoomIn, by(zoomStep));
    button('\u2212', spec.words.zoomOut, by(1 / zoomStep));
    button('\u21ba', spec.words.resetView, anew);
    layer.append(bar);
  }

  layer.className = 'chart-live';
  host.dataset.chartWalk = '';
  host.tabIndex = 0;
  host.setAttribute('role', 'application');
  host.setAttribute('aria-label', spec.title);
  layer.append(host);

  const failed = error => {
    end();
    console.warn(`The chart ${figure.id} stays as it is: ${error.message}`);
  };
  const redraw = () => { if (figure.dataset.drawn) { draw().catch(failed); } };
  const resized = new ResizeObserver(() => {
    const now = box && boxOf(spec.kind, drawing);
    if (now && (Math.abs(now.width - box.width) > 0.5 || Math.abs(now.height - box.height) > 0.5)) {
      reader?.hide();
      redraw();
    }
  });
  resized.observe(drawing);

  function end() {
    isEnded = true;
    resized.disconnect();
    window.Plotly?.purge(host);
    layer.remove();
    delete figure.dataset.drawn;
  }

  return {
    start: () => draw().catch(failed),
    redraw,
    end,
    /** The page still holds this chart as it was drawn. */
    isCurrent: () => figure.isConnected && (isEnded || !isDrawn || (layer.isConnected && figure.dataset.drawn !== undefined))
      && figure.querySelector('script[data-chart-spec]')?.textContent === text,
  };
}

const near = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(async ({ target }) => {
  near.unobserve(target);
  await calm();
  if (target.isConnected && charts.get(target) === undefined) {
    try {
      charts.set(target, chartOf(target));
      charts.get(target).start();
    } catch (error) {
      console.warn(`The chart ${target.id} stays as it is: ${error.message}`);
    }
  }
}), { rootMargin: '200px' });

// After every change of the page: charts that left or changed are given up, new ones are watched for.
function look() {
  for (const [figure, chart] of charts) {
    if (chart && !chart.isCurrent()) {
      chart.end();
      charts.delete(figure);
    }
  }
  for (const figure of document.querySelectorAll('figure[data-chart]')) {
    // A ranking of nothing has no rows to draw over.
    if (!charts.has(figure) && figure.querySelector('[data-chart-drawing] :is(.chart-svg, .rank .rank-track)')) {
      near.observe(figure);
    }
  }
}

// An island draws its charts anew without a load: what lies over an old drawing goes at once, the new one is enlarged when it rests.
let resting;
function followIslands(changes) {
  const isOurs = ({ target, addedNodes }) => !target.closest?.('.chart-live')
    && (target.closest?.('figure[data-chart]') || [...addedNodes].some(node => node.querySelector?.('figure[data-chart]') || node.matches?.('figure[data-chart]')));
  if (!changes.some(isOurs)) {
    return;
  }
  for (const [figure, chart] of charts) {
    if (chart && !chart.isCurrent()) {
      chart.end();
      charts.delete(figure);
    }
  }
  clearTimeout(resting);
  resting = setTimeout(look, 400);
}

function followBlazor() {
  window.Blazor?.addEventListener?.('enhancedload', look);
  return window.Blazor !== undefined;
}

if (sources.plotly && sources.world) {
  look();
  new MutationObserver(followIslands).observe(document.body, { childList: true, subtree: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach(chart => chart.redraw()));
  if (!followBlazor()) {
    addEventListener('load', followBlazor, { once: true });
  }
}
