// What plotly is told: a spec (Charts/ChartSpecJson.cs) as traces and layout. Nothing here touches the page.
// Plotly draws marks only. Axes, names and legend are the static drawing's and stay where they are.
// Every point carries its mark's place in spec.marks as customdata.

const clear = 'rgba(0,0,0,0)';

// The page of build/map/page.mjs, Equal Earth from 57° south to 84° north, so that plotly's map lies on the static one.
const turn = 11;
const middle = 6.4227;   // the latitude half way down that page
// Plotly takes the frame of a range along great circles, which lead farther from the equator than their ends: these
// latitudes are the ends of those that reach 57° and 84°.
const latitudes = [-57, 84].map(latitude => Math.atan(Math.tan(latitude * Math.PI / 180) * Math.SQRT1_2) * 180 / Math.PI);

/** Width of the static map's page in its own units. */
export const pageWidth = 960;

// Years between two observations that a line may still join: LineLayout.MostYearsJoined.
const mostYearsJoined = 3;

// Sizes and strokes are those of FlagSigns.razor and charts.css; on a map they are units of its page.
const signs = {
  square: { symbol: 'square-open', size: 13 },
  ring: { symbol: 'circle-open', size: 9 },
  dot: { symbol: 'circle', size: 3.2 },
  slash: { symbol: 'line-ne-open', size: 16 },
};
const dotSize = 6;
const thin = 0.5;
const strong = 1.75;

/**
 * Traces and layout of a spec.
 * paint: from the name of a colour of charts.css to the colour as it is now.
 * box: { width, height, pad, zoom, isNarrow, rows } in pixels; around the plot area a pad is left for marks on its edge;
 * rows are the middles of the rows of a ranking or a dumbbell. world: GeoJSON whose features bear the ISO3 code as id; only a map needs it.
 */
export function pictureOf(spec, paint, box, world) {
  const marks = spec.marks.map((mark, at) => ({ ...mark, at, isKnown: mark.value !== undefined }));
  const { data, layout } = { map: mapOf, line: lineOf, ranking: rankingOf, scatter: scatterOf, dumbbell: dumbbellOf }[spec.kind]({ ...spec, marks }, paint, box, world);
  return {
    data: data.map(trace => ({ hoverinfo: 'none', showlegend: false, ...trace })),
    layout: {
      width: box.width,
      height: box.height,
      margin: { l: box.pad, t: box.pad, r: box.pad, b: box.pad, pad: 0, autoexpand: false },
      paper_bgcolor: clear,
      plot_bgcolor: clear,
      showlegend: false,
      hovermode: 'closest',
      hoverdistance: 24,
      dragmode: false,
      ...layout,
    },
  };
}

function mapOf(spec, paint, box, world) {
  const known = new Map(spec.marks.filter(mark => mark.isKnown).map(mark => [mark.refArea, mark]));
  const colours = spec.bins.length > 0 ? spec.bins.map(bin => paint(bin.colour)) : [paint('series-1')];
  const classOf = mark => Math.max(spec.bins.findIndex(bin => bin.key === mark.bin), 0);
  const unit = box.width / pageWidth * (box.isNarrow ? 2 : 1);   // signs and dots do not shrink as far as the map does
  const shapes = world.features.map(feature => feature.id);
  const isNeutral = id => id.startsWith('-');   // land that belongs to no area of our lists

  const areas = (locations, palette, z) => ({
    type: 'choropleth', geojson: world, featureidkey: 'id', locationmode: 'geojson-id', locations,
    z, zmin: -0.5, zmax: palette.length - 0.5, showscale: false, marker: { line: { color: paint('border'), width: thin } },
    colorscale: palette.flatMap((colour, i) => [[i / palette.length, colour], [(i + 1) / palette.length, colour]]),
  });
  const plain = (name, locations) => ({ ...areas(locations, [paint(name)], locations.map(() => 0)), hoverinfo: 'skip' });
  const at = places => ({ type: 'scattergeo', mode: 'markers', lon: places.map(place => place.lon), lat: places.map(place => place.lat) });
  const dots = (places, colour, line) => ({ ...at(places), marker: { size: dotSize * unit, color: colour, opacity: 1, line } });

  const coloured = shapes.filter(id => known.has(id)).map(id => known.get(id));
  const small = [...known.values()].filter(mark => mark.dot);
  return {
    data: [
      plain('land', shapes.filter(isNeutral)),
      plain('hatch-ground', shapes.filter(id => !known.has(id) && !isNeutral(id))),
      { ...areas(coloured.map(mark => mark.refArea), colours, coloured.map(classOf)), customdata: coloured.map(mark => mark.at), ...outlines(coloured, paint) },
      { ...dots(spec.emptyDots, paint('hatch-ground'), { color: paint('border'), width: thin }), hoverinfo: 'skip' },
      { ...dots(small, small.map(mark => colours[classOf(mark)]), { color: paint('ink'), width: small.map(mark => (mark.isEmphasised ? strong : 0.75)) }), customdata: small.map(mark => mark.at) },
      ...signsOf(spec, [...known.values()].filter(mark => mark.lon !== undefined), paint, at, unit),
    ],
    layout: {
      geo: {
        visible: false,
        bgcolor: clear,
        projection: { type: 'equal earth', rotation: { lon: turn, lat: 0, roll: 0 }, scale: box.zoom },
        center: { lon: turn, lat: middle },
        lonaxis: { range: [turn - 180, turn + 180] },
        lataxis: { range: latitudes },
      },
      // Until the map is enlarged a finger on it scrolls the page.
      dragmode: box.zoom > 1 ? 'pan' : false,
      uirevision: 'kept',
    },
  };
}

const outlines = (marks, paint) => ({
  marker: {
    line: {
      color: marks.map(mark => paint(mark.isEmphasised ? 'ink' : 'border')),
      width: marks.map(mark => (mark.isEmphasised ? strong : thin)),
    },
  },
});

/** Index of the trace that areas without a value are drawn by. */
export const noDataTrace = 1;

function lineOf(spec, paint) {
  const marks = spec.marks.filter(mark => mark.timePeriod !== undefined);
  const at = of => ({ type: 'scatter', x: of.map(mark => mark.timePeriod), y: of.map(mark => mark.value ?? null), cliponaxis: false });
  const lines = spec.series.map(series => {
    const points = withGaps(marks.filter(mark => mark.series === series.key));
    const color = paint(series.colour);
    return {
      ...at(points), mode: 'lines+markers', connectgaps: false, customdata: points.map(mark => mark.at),
      line: { color, width: series.isSecondary ? 1.5 : 2.5, dash: series.isSecondary ? '5px 4px' : 'solid' },
      marker: series.isSecondary
        ? { color: paint('ground'), size: 5, opacity: 1, line: { color, width: 1.5 } }
        : { color, size: 7, opacity: 1, line: { color: paint('ground'), width: 1 } },
    };
  });
  return {
    data: [...lines, ...signsOf(spec, marks.filter(mark => mark.isKnown), paint, at)],
    layout: { xaxis: scaleOf(spec.years), yaxis: scaleOf(spec.values) },
  };
}

// A mark without value breaks the line by itself; a long silence is broken by a point that is not there.
function withGaps(marks) {
  const inOrder = marks.toSorted((a, b) => a.timePeriod - b.timePeriod);
  return inOrder.flatMap((mark, i) =>
    i > 0 && mark.timePeriod - inOrder[i - 1].timePeriod > mostYearsJoined ? [{ timePeriod: mark.timePeriod - 1 }, mark] : [mark]);
}

function rankingOf(spec, paint, box) {
  const known = spec.marks.filter(mark => mark.isKnown);
  const at = of => ({ type: 'scatter', x: of.map(mark => mark.value), y: of.map(mark => box.rows[mark.at]), mode: 'markers', cliponaxis: false });
  const colourOf = mark => paint(spec.bins.find(bin => bin.key === mark.bin)?.colour ?? 'series-1');
  const markers = {
    // A bar ends where its value is: only a length of nought needs a point to be seen by.
    color: known.map(colourOf), opacity: known.map(mark => (spec.isBars && mark.value !== 0 ? 0 : 1)), size: known.map(mark => (spec.isBars ? 4 : mark.isEmphasised ? 13 : 10)),
    line: { color: paint('ink'), width: known.map(mark => (spec.isBars ? 0 : mark.isEmphasised ? 2 : 0.75)) },
  };
  return {
    data: [
      { ...at(known), customdata: known.map(mark => mark.at), marker: markers },
      ...signsOf(spec, known, paint, at, 1.6),
    ],
    layout: {
      xaxis: axisOf(spec.values.min, spec.values.max),
      yaxis: axisOf(box.height - 2 * box.pad, 0),
      hovermode: 'y',   // the whole row reads as its mark
    },
  };
}

// Hollow the earlier values, filled the later ones; what joins them is the static drawing's.
function dumbbellOf(spec, paint, box) {
  const known = spec.marks.filter(mark => mark.isKnown);
  const at = (of, value = 'value') => ({ type: 'scatter', x: of.map(mark => mark[value]), y: of.map(mark => box.rows[mark.at]), mode: 'markers', cliponaxis: false });
  const colours = of => of.map(mark => paint(spec.bins.find(bin => bin.key === mark.bin)?.colour ?? 'series-1'));
  const before = spec.marks.filter(mark => mark.against !== undefined);
  return {
    data: [
      { ...at(before, 'against'), customdata: before.map(mark => mark.at), marker: { color: paint('ground'), size: 9, opacity: 1, line: { color: colours(before), width: 2 } } },
      { ...at(known), customdata: known.map(mark => mark.at), marker: { color: colours(known), size: known.map(mark => (mark.isEmphasised ? 13 : 10)), opacity: 1, line: { color: colours(known), width: 0.75 } } },
      ...signsOf(spec, known, paint, at, 1.6),
    ],
    layout: {
      xaxis: axisOf(spec.values.min, spec.values.max),
      yaxis: axisOf(box.height - 2 * box.pad, 0),
      hovermode: 'y',
    },
  };
}

function scatterOf(spec, paint) {
  // In the order of ScatterLayout: the chosen ones lie on top.
  const known = spec.marks.filter(mark => mark.isKnown && mark.against !== undefined).toSorted((a, b) => Boolean(a.isEmphasised) - Boolean(b.isEmphasised));
  const at = of => ({ type: 'scatter', x: of.map(mark => mark.against), y: of.map(mark => mark.value), mode: 'markers', cliponaxis: false });
  const by = (chosen, others) => known.map(mark => (mark.isEmphasised ? chosen : others));
  const colourOf = mark => paint(spec.bins.find(bin => bin.key === mark.bin)?.colour ?? (mark.isEmphasised ? 'series-2' : 'series-1'));
  return {
    data: [
      {
        ...at(known), customdata: known.map(mark => mark.at),
        marker: { color: known.map(colourOf), size: by(12, 9), opacity: by(1, 0.6), line: { color: by(paint('ink'), paint('ground')), width: by(1.5, 1) } },
      },
      ...signsOf(spec, known, paint, at),
    ],
    layout: { xaxis: scaleOf(spec.across), yaxis: scaleOf(spec.values) },
  };
}

const axisOf = (from, to) => ({ range: [from, to], visible: false, fixedrange: true });

// Plotly counts the range of a logarithmic axis in powers of ten.
const scaleOf = ({ min, max, isLog }) => (isLog ? { ...axisOf(Math.log10(min), Math.log10(max)), type: 'log' } : axisOf(min, max));

function signsOf(spec, marks, paint, at, unit = 1) {
  return spec.flags
    .map(flag => ({ ...signs[flag.shape], flagged: marks.filter(mark => mark.flags?.includes(flag.key)) }))
    .filter(({ flagged }) => flagged.length > 0)
    .map(({ symbol, size, flagged }) => {
      const isOpen = symbol.endsWith('-open');
      const isOnLine = spec.kind === 'line';
      const line = { color: paint(isOpen || isOnLine ? 'ink' : 'ground'), width: isOpen || isOnLine ? 1 : 0.75 };
      const color = paint(isOnLine && !isOpen ? 'ground' : 'ink');
      return { ...at(flagged), mode: 'markers', hoverinfo: 'skip', marker: { symbol, size: size * unit, color, opacity: 1, line } };
    });
}
