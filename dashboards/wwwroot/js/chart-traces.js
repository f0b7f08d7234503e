// What plotly is told: a spec (Charts/ChartSpecJson.cs) as traces and layout. Nothing here touches the page.
// Plotly draws marks only. Axes, names and legend are the static drawing's and stay where they are.
// Every point carries its mark's place in spec.marks as customdata.

const clear = 'rgba(0,0,0,0)';

// The page of build/map/page.mjs, so that plotly's map lies on the static one.
const turn = 11;
const latitudes = [-57, 84];
const pageWidth = 960;

// Years between two observations that a line may still join: LineLayout.MostYearsJoined.
const mostYearsJoined = 3;

// FlagSigns.razor.
const signs = {
  square: { symbol: 'square-open', size: 13 },
  ring: { symbol: 'circle-open', size: 9 },
  dot: { symbol: 'circle', size: 3.2 },
};

/**
 * Traces and layout of a spec.
 * paint: from the name of a colour of charts.css to the colour as it is now.
 * box: { width, height, pad, zoom, rows } in pixels; around the plot area a pad is left for marks on its edge; rows are
 * the middles of a ranking's rows. world: GeoJSON whose features bear the ISO3 code as id; only a map needs it.
 */
export function pictureOf(spec, paint, box, world) {
  const marks = spec.marks.map((mark, at) => ({ ...mark, at, isKnown: mark.value !== undefined }));
  const { data, layout } = { map: mapOf, line: lineOf, ranking: rankingOf }[spec.kind]({ ...spec, marks }, paint, box, world);
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
  const colours = spec.bins.length > 0 ? spec.bins.map(bin => paint(bin.colour)) : [paint('unbinned')];
  const classOf = mark => Math.max(spec.bins.findIndex(bin => bin.key === mark.bin), 0);
  const outline = { color: paint('border'), width: 0.5 };
  const shapes = world.features.map(feature => feature.id);
  const isNeutral = id => id.startsWith('-');   // land that belongs to no area of our lists

  const areas = (locations, palette, z) => ({
    type: 'choropleth', geojson: world, featureidkey: 'id', locationmode: 'geojson-id', locations,
    z, zmin: -0.5, zmax: palette.length - 0.5, showscale: false, marker: { line: outline },
    colorscale: palette.flatMap((colour, i) => [[i / palette.length, colour], [(i + 1) / palette.length, colour]]),
  });
  const plain = (name, locations) => ({ ...areas(locations, [paint(name)], locations.map(() => 0)), hoverinfo: 'skip' });
  const at = places => ({ type: 'scattergeo', mode: 'markers', lon: places.map(place => place.lon), lat: places.map(place => place.lat) });
  const dots = (places, colour) => ({
    ...at(places), marker: { size: 6 * box.width / pageWidth * (box.zoom > 1 ? 1.5 : 1), sizemin: 3, color: colour, opacity: 1, line: outline },
  });

  const coloured = shapes.filter(id => known.has(id)).map(id => known.get(id));
  const small = [...known.values()].filter(mark => mark.dot);
  return {
    data: [
      plain('land', shapes.filter(isNeutral)),
      plain('no-data', shapes.filter(id => !known.has(id) && !isNeutral(id))),
      { ...areas(coloured.map(mark => mark.refArea), colours, coloured.map(classOf)), customdata: coloured.map(mark => mark.at) },
      { ...dots(spec.emptyDots ?? [], paint('no-data')), hoverinfo: 'skip' },
      { ...dots(small, small.map(mark => colours[classOf(mark)])), customdata: small.map(mark => mark.at) },
      ...signsOf(spec, [...known.values()].filter(mark => mark.lon !== undefined), paint, at),
    ],
    layout: {
      geo: {
        visible: false,
        bgcolor: clear,
        projection: { type: 'equal earth', rotation: { lon: turn, lat: 0, roll: 0 }, scale: box.zoom },
        lonaxis: { range: [turn - 180, turn + 180] },
        lataxis: { range: latitudes },
      },
      // Until the map is enlarged a finger on it scrolls the page.
      dragmode: box.zoom > 1 ? 'pan' : false,
      uirevision: 'kept',
    },
  };
}

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
      line: { color, width: series.isSecondary ? 1.5 : 2.5, dash: series.isSecondary ? '5px,4px' : 'solid' },
      marker: { color, size: series.isSecondary ? 5 : 7, opacity: 1 },
    };
  });
  return {
    data: [...lines, ...signsOf(spec, marks.filter(mark => mark.isKnown), paint, at)],
    layout: { xaxis: axisOf(spec.years.min, spec.years.max), yaxis: axisOf(spec.values.min, spec.values.max) },
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
  const colourOf = mark => paint(spec.bins.find(bin => bin.key === mark.bin)?.colour ?? 'unbinned');
  return {
    data: [
      { ...at(known), customdata: known.map(mark => mark.at), marker: { color: known.map(colourOf), size: 10, opacity: 1, line: { color: paint('border'), width: 0.5 } } },
      ...signsOf(spec, known, paint, at),
    ],
    layout: {
      xaxis: axisOf(spec.values.min, spec.values.max),
      yaxis: axisOf(box.height - 2 * box.pad, 0),
      hovermode: 'y',   // the whole row reads as its mark
    },
  };
}

const axisOf = (from, to) => ({ range: [from, to], visible: false, fixedrange: true });

function signsOf(spec, marks, paint, at) {
  return spec.flags
    .map(flag => ({ ...signs[flag.shape], flagged: marks.filter(mark => mark.flags?.includes(flag.key)) }))
    .filter(({ flagged }) => flagged.length > 0)
    .map(({ symbol, size, flagged }) => ({
      ...at(flagged), mode: 'markers', hoverinfo: 'skip',
      marker: { symbol, size, color: paint('sign'), opacity: 1, line: { color: paint('sign'), width: symbol.endsWith('open') ? 1.5 : 0 } },
    }));
}
